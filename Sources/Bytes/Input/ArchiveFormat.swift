/// What kind of archive a document is, by its content and never by its name.
enum ArchiveFormat: Equatable {
    /// One file, or a tar, compressed.
    case gzip
    case tar
    case zip
    /// A kind that is not read, by its usual name.
    case unsupported(String)

    /// `nil` when the document is no archive.
    init?(_ input: Input) {
        let head = input.head
        if head.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if Self.isTar(head) || Self.isEmptyTar(input) {
            self = .tar
        } else if let other = Self.others.first(where: { head.starts(with: $0.signature) }) {
            self = .unsupported(other.name)
        } else {
            return nil
        }
    }

    private static let others: [(name: String, signature: [UInt8])] = [
        ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        ("RAR", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
        ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
        ("bzip2", [0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
        ("Zstandard", [0x28, 0xB5, 0x2F, 0xFD]),
    ]

    /// Every tar since 1979 has the sum of its header at bytes 148–155, in octal, that field taken as eight spaces.
    private static func isTar(_ head: [UInt8]) -> Bool {
        guard head.count >= 512, head[0] != 0 else { return false }
        let field = 148..<156
        let digits = head[field].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty else { return false }
        let stated = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
        var sum = 0
        for index in 0..<512 { sum += field.contains(index) ? 0x20 : Int(head[index]) }
        return sum == stated
    }

    /// Two blocks of zeros end a tar; an empty one is nothing else, padded to 10,240 bytes at most.
    private static func isEmptyTar(_ input: Input) -> Bool {
        (1024...10_240).contains(input.size) && input.size.isMultiple(of: 512) && input.head.allSatisfy { $0 == 0 }
    }
}
