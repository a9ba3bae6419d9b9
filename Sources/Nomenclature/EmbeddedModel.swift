internal import CNomenclatures

/// The models that the program carries beside its tables.
enum EmbeddedModel {
    /// The bytes of a model.
    ///
    /// - Precondition: `name` is one of the embedded files.
    static func bytes(_ name: String) -> [UInt8] {
        guard let file = passerelle_table(name) else { preconditionFailure("no embedded file \(name)") }
        return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length))
    }
}
