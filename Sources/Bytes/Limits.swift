/// Bounds on what is read from outside, with the reason for each: a hostile file costs little and never the machine.
///
/// Every message about a bound names it as it is named here.
public struct Limits: Sendable, Hashable {
    /// Nesting of XML elements or JSON values. Real notices stay under 20.
    public var depth = 200
    /// Bytes of one record kept in memory: a notice, a JSON record, a CSV line.
    public var recordBytes = 64 << 20
    /// Bytes of markup without any element or text being completed: a tag with 100,000 attributes takes libxml2 11 s.
    public var markupBytes = 1 << 20
    /// Distinct element names of one document: three million of them take libxml2 over a minute.
    public var names = 20_000
    /// Bytes of one document held in memory. A larger one is read from where it lies, or, when it comes out of an archive
    /// or a pipe, waits in a temporary file.
    public var heldInMemory = 32 << 20
    /// Bytes that one file may unpack to, the archives inside it included; also the most that a pipe may bring.
    public var unpackedBytes = 64 << 30
    /// Unpacked bytes for one packed byte, judged beyond ``ratioFree``: notices and award data stay under 40.
    public var ratio = 200
    /// Bytes that an archive may unpack to whatever its ratio: a small archive of one repeated line is no bomb.
    public var ratioFree = 64 << 20
    /// Members of one archive, those of the archives inside it included.
    public var members = 1_000_000
    /// Archives inside an archive: the monthly packages of TED hold daily ones, and nothing holds more.
    public var nesting = 1

    /// Bytes of the texts that the cells of a workbook share, held in memory: a sheet of a million rows has about 100 MB.
    public var sharedTextBytes = 256 << 20
    /// Columns of a workbook's table: a sheet can have 16,384, and a stray value in the last one is no table.
    public var columns = 2_048

    public static let standard = Limits()
}
