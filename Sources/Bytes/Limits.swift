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
    /// Bytes that one file or archive may unpack to.
    public var unpackedBytes = 64 << 30
    /// Unpacked bytes for one packed byte; plain text stays under 100.
    public var ratio = 1_000
    /// Members of one archive.
    public var members = 1_000_000

    public static let standard = Limits()
}
