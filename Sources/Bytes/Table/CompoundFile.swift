import Wording

/// OLE2 (MS-CFB): the container of the workbooks before 2007 and of today's ones under a password. It is told from
/// others, not read.
enum CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Why the file is not read, told by the names in its directory.
    ///
    /// - Throws: `Problem` when the bytes cannot be had.
    static func problem(of input: Input) throws -> Problem {
        let directory = try directory(of: input)
        func holds(_ name: String) -> Bool {
            let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
            guard directory.count >= wanted.count else { return false }
            return (0...directory.count - wanted.count).contains { directory[$0...].starts(with: wanted) }
        }
        if holds("Encrypt") || holds("DataSpaces") { return TableProblem.password(input.name) }
        return TableProblem.oldFormat(input.name)
    }

    /// The first sector of the directory, whose number stands at byte 48 of the header.
    private static func directory(of input: Input) throws -> [UInt8] {
        let head = input.head
        guard head.count >= 512 else { return [] }
        let isLarge = head[30] == 12
        let size = isLarge ? 4_096 : 512
        let number = (0..<4).reduce(0) { $0 | Int(head[48 + $1]) << (8 * $1) }
        let (offset, overflow) = (number + 1).multipliedReportingOverflow(by: size)
        guard !overflow, offset < input.size else { return [] }
        let source = try input.openPlainly()
        source.seek(to: offset)
        return try source.prefix(size)
    }
}
