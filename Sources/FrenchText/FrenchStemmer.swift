internal import CStemmer
import Synchronization

/// The Snowball stemmer for French (libstemmer). The only unsafe code of the module.
///
/// The algorithm expects lowercase words with their accents: fold its result, not its input.
public final class FrenchStemmer: Sendable {
    public static let shared = FrenchStemmer()

    /// A `sb_stemmer` keeps the last word in its own buffer: one caller at a time.
    private struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer
    }
    private let handle: Mutex<Handle>

    private init() {
        guard let pointer = sb_stemmer_new("french", "UTF_8") else {
            preconditionFailure("libstemmer has no French stemmer")
        }
        handle = Mutex(Handle(pointer: pointer))
    }

    deinit {
        handle.withLock { sb_stemmer_delete($0.pointer) }
    }

    /// The stem of `word`, accents kept: `entretiens` → `entretien`, `blanchisserie` → `blanchisser`.
    public func stem(_ word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard let start = bytes.baseAddress, let size = Int32(exactly: bytes.count) else { return "" }
            return handle.withLock { handle in
                guard let stem = sb_stemmer_stem(handle.pointer, start, size) else {
                    return String(decoding: bytes, as: UTF8.self)
                }
                let length = Int(sb_stemmer_length(handle.pointer))
                return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
            }
        }
    }
}
