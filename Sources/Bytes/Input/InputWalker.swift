import Wording

/// Goes through the files, folders and archives that the user names, in a stable order.
public struct InputWalker {
    public var limits: Limits
    private let counter: ReadCounter?

    /// - Parameter counter: is told how far the walk has come.
    public init(limits: Limits = .standard, counter: ReadCounter? = nil) {
        self.limits = limits
        self.counter = counter
    }

    /// Calls `body` for every document below `paths`, and `onProblem` for what cannot be read at all. Folders are
    /// walked in the order of their names, archives in the order of their members; hidden files are passed over in
    /// both. A broken member does not stop its archive.
    ///
    /// - Throws: what the closures throw, and nothing else.
    public func forEach(_ paths: [String], onProblem: (Problem) throws -> Void, _ body: (Input) throws -> Void) throws {
        for path in paths {
            guard path != "-", case .folder = PathKind(path) else {
                try visit(path, onProblem: onProblem, body)
                continue
            }
            var isEmpty = true
            var walker = FolderWalker()
            try walker.forEach(
                below: path,
                onProblem: { problem in
                    isEmpty = false
                    try onProblem(problem)
                },
                { file in
                    isEmpty = false
                    try visit(file.path, onProblem: onProblem, body)
                })
            if isEmpty { try onProblem(Self.emptyFolder(path)) }
        }
    }

    /// Calls `body` for `input`, or, when it is an archive, for every document in it.
    ///
    /// - Throws: what the closures throw, and nothing else.
    public func forEach(
        in input: Input, onProblem: (Problem) throws -> Void, _ body: (Input) throws -> Void
    ) throws {
        do {
            try ArchiveWalker(input, limits: limits).visit(input, onProblem: onProblem, body)
        } catch let stop as ArchiveBudget.Stop {
            try onProblem(stop.problem)
        }
    }

    /// How many files there are below `paths` and how many bytes they have together, for telling how far a walk has
    /// come. Nothing is opened but folders; standard input and pipes count as files of no byte.
    public static func survey(_ paths: [String]) -> (files: Int, bytes: Int) {
        var total = (files: 0, bytes: 0)
        for path in paths {
            if path != "-", case .folder = PathKind(path) {
                var walker = FolderWalker()
                walker.forEach(below: path, onProblem: { _ in }) { file in
                    total.files += 1
                    total.bytes += file.size ?? 0
                }
            } else {
                total.files += 1
                if path != "-", case .file(let size) = PathKind(path) { total.bytes += size }
            }
        }
        return total
    }

    private func visit(
        _ path: String, onProblem: (Problem) throws -> Void, _ body: (Input) throws -> Void
    ) throws {
        let input: Input
        var counted: ReadCounter.File?
        defer { counted?.finish() }
        do {
            let source = try FileSource(path: path)
            counted = counter.map { ReadCounter.File($0, size: source.size ?? Int.max) }
            input = try document(path, source, counted)
        } catch let problem as Problem {
            return try onProblem(problem)
        }
        try forEach(in: input, onProblem: onProblem, body)
    }

    /// A file in memory when it is small, to be read from where it lies when it is large; all that a pipe brings.
    ///
    /// - Throws: `Problem`.
    private func document(_ path: String, _ file: FileSource, _ counted: ReadCounter.File?) throws -> Input {
        let name = path == "-" ? Input.standardInput : MemberName.shown(path)
        if let size = file.size, size > limits.heldInMemory {
            let head = try file.prefix(Input.headSize)
            return Input(name: name, path: path, size: size, head: head, counted: counted)
        }
        let source = counted.map { CountingSource(file, $0) } ?? file
        var intake = Intake(name: name, limits: limits)
        var taken = 0
        if let size = file.size {
            // Nearly always the whole file, in one piece.
            let start = try source.prefix(size + 1)
            if start.count <= size { return Input(name: name, bytes: start) }
            taken = start.count
            try start.withUnsafeBytes { try intake.append($0) }
        }
        try source.forEachBlock { block in
            taken += block.count
            guard taken <= limits.unpackedBytes else {
                throw ArchiveProblem.tooMuch("unpackedBytes", limits.unpackedBytes, file: name)
            }
            try intake.append(block)
        }
        return intake.input()
    }

    private static func emptyFolder(_ path: String) -> Problem {
        Problem(
            "folder.empty", at: Place(file: path),
            Phrase("aucun fichier dans ce dossier ; vérifiez le chemin", "no file in this folder; check the path"))
    }
}
