import Bytes
import Workspace

extension ImportedFile {
    /// The digest of a large file is computed while it is read, unless a file of the same size is known already: then
    /// it is computed first, and tells whether there is anything to read.
    ///
    /// - Throws: `Problem` when the file cannot be read.
    init(_ input: Input, _ known: KnownFiles) throws {
        let digest = try input.digestAtHand ?? (known.hasSize(input.size) ? input.digest() : nil)
        self.init(name: input.name, digest: digest, bytes: input.size)
    }
}
