import Wording

/// Takes in bytes whose number is not known beforehand: in memory while they are few, in a temporary file beyond.
struct Intake {
    private let name: String
    private let limits: Limits
    private var bytes: [UInt8] = []
    private var spool: SpoolFile?
    private var hash = SHA256()
    private var size = 0

    init(name: String, limits: Limits) {
        self.name = name
        self.limits = limits
    }

    /// - Throws: `Problem` when the temporary file cannot be written.
    mutating func append(_ block: UnsafeRawBufferPointer) throws {
        size += block.count
        if spool == nil, size <= limits.heldInMemory {
            bytes.append(contentsOf: block)
            return
        }
        let file: SpoolFile
        if let spool {
            file = spool
        } else {
            file = try SpoolFile(for: name)
            spool = file
            try bytes.withUnsafeBytes {
                hash.update($0)
                try file.append($0)
            }
            // Its start stays, for the format to be told.
            bytes = Array(bytes.prefix(Input.headSize))
        }
        if bytes.count < Input.headSize { bytes.append(contentsOf: block.prefix(Input.headSize - bytes.count)) }
        hash.update(block)
        try file.append(block)
    }

    /// What has been taken in.
    consuming func input() -> Input {
        guard let spool else { return Input(name: name, bytes: bytes) }
        return Input(name: name, spool: spool, size: size, head: bytes, digest: hash.finish())
    }
}
