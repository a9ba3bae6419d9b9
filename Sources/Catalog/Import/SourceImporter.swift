import Bytes
import Nomenclature
import Wording

/// The reader of one source.
protocol SourceImporter: Sendable {
    var table: FieldTable { get }

    /// Whether a document of this shape is one of the source's.
    func recognises(_ shape: DocumentShape) -> Bool

    /// Reads every record of `input` into `sink`.
    ///
    /// - Parameter seen: the day of the information, where the file does not say.
    /// - Throws: `Problem` when the file as a whole cannot be read; what the closures of `sink` throw.
    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws
}
