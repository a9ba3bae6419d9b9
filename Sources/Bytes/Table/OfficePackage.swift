import Wording

/// The parts of a workbook: members of a zip, found by their names.
///
/// What its parts unpack to is counted together, however many there are and however they overlap in the file.
final class OfficePackage {
    let file: String
    private let input: Input
    private let limits: Limits
    private let budget: ArchiveBudget
    /// Members by name, in the form of ``key(_:)``: how many stand before each.
    private var places: [String: Int] = [:]

    /// - Throws: `Problem` when the zip cannot be read, is encrypted or over a limit.
    init(_ input: Input, limits: Limits) throws {
        self.input = input
        self.limits = limits
        file = input.name
        budget = ArchiveBudget(input, limits: limits)
        let reader = try ArchiveReader(input, .zip, isOuter: true, budget: budget)
        var place = 0
        while case .member(let member) = try step(reader) {
            try counting { try budget.countMember() }
            if member.isEncrypted { throw TableProblem.password(file) }
            if member.isFile, let path = member.path, places[Self.key(path)] == nil { places[Self.key(path)] = place }
            place += 1
        }
    }

    /// Names are compared without case (ECMA-376 part 2, 6.2.2.3), and some programs write « \ » for « / ».
    private static func key(_ path: String) -> String {
        let path = path.replacing("\\", with: "/").lowercased()
        return path.hasPrefix("/") ? String(path.dropFirst()) : path
    }

    func has(_ part: String) -> Bool { places[Self.key(part)] != nil }

    /// The bytes of a part; `nil` when there is none of that name.
    ///
    /// - Throws: `Problem`.
    func open(_ part: String) throws -> ByteSource? {
        guard let place = places[Self.key(part)] else { return nil }
        let reader = try ArchiveReader(input, .zip, isOuter: true, budget: budget)
        for _ in 0...place {
            guard case .member = try step(reader) else { throw TableProblem.damaged(file, part) }
        }
        return PartSource(reader, part: part, package: self)
    }

    /// Reads a part with a path table; nothing when there is no such part.
    ///
    /// - Throws: `Problem`, said of the workbook; what `body` throws.
    func read<Field>(
        _ part: String, _ table: XMLPathTable<Field>, _ body: (XMLRecord<Field>) throws -> Void
    ) throws {
        guard let source = try open(part) else { return }
        do {
            try XMLReader(table, limits: limits).read(source, name: file + "!" + MemberName.shown(part), body)
        } catch let problem as Problem {
            throw TableProblem.of(part: problem, file: file)
        }
    }

    /// Counts bytes that stand once in the file and many times in its rows.
    func count(repeated bytes: Int) throws { try counting { try budget.count(unpacked: bytes) } }

    private func step(_ reader: ArchiveReader) throws -> ArchiveReader.Step {
        let step = try counting { try reader.next() }
        switch step {
        case .failed(let problem), .skipped(let problem): throw TableProblem.of(part: problem, file: file)
        case .member, .end: return step
        }
    }

    fileprivate func counting<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let stop as ArchiveBudget.Stop {
            throw TableProblem.of(part: stop.problem, file: file)
        }
    }
}

/// The bytes of one part, unpacked as they are asked for.
private final class PartSource: ByteSource {
    private let reader: ArchiveReader
    private let part: String
    private let package: OfficePackage

    init(_ reader: ArchiveReader, part: String, package: OfficePackage) {
        self.reader = reader
        self.part = part
        self.package = package
    }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        switch try package.counting({ try reader.read(into: buffer, of: package.file + "!" + part) }) {
        case .bytes(let count): return count
        case .end: return 0
        case .failed(let problem, _): throw TableProblem.of(part: problem, file: package.file)
        }
    }
}
