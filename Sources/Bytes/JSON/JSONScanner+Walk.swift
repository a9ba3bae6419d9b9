import Wording

/// From the root down to the arrays of records.
extension JSONScanner {
    typealias OnProblem = (Problem) throws -> Void
    typealias Body = (JSONRecordReader.Record) throws -> Void

    /// The nesting above the records makes no sense.
    private struct Broken: Error {
        let problem: Problem
    }

    mutating func run(onProblem: OnProblem, _ body: Body) throws {
        guard let first = try peek() else {
            throw broken("json.empty", "le fichier est vide", "the file is empty")
        }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            throw broken("json.malformed", "ce n’est pas un document JSON", "not a JSON document")
        }
        var found = false
        while let next = try peek() {
            do {
                if isDamaged {
                    try afterDamage(next, onProblem, body)
                } else if next == UInt8(ascii: "{") || next == UInt8(ascii: "[") {
                    // Several values behind each other: JSON Lines.
                    if try walk("", onProblem, body) { found = true }
                } else if next == UInt8(ascii: ","), number > 0 {
                    position += 1
                } else {
                    throw Broken(
                        problem: broken(
                            "json.malformed", "texte inattendu après la fin du JSON",
                            "unexpected text after the end of the JSON"))
                }
            } catch let fault as Broken {
                // Before any record it is the document that is broken.
                guard number > 0 else { throw fault.problem }
                let told = isDamaged ? 0 : 1
                if !isDamaged { try onProblem(fault.problem) }
                isDamaged = true
                try resynchronise(told: told, onProblem)
            }
        }
        if !found, number == 0 {
            throw broken(
                "json.noRecords", "aucun enregistrement trouvé (attendu sous : \(places.expected))",
                "no record found (expected under: \(places.expected))")
        }
    }

    /// Where the nesting is lost, every object is a record, and what stands between them is passed over.
    private mutating func afterDamage(_ next: UInt8, _ onProblem: OnProblem, _ body: Body) throws {
        switch next {
        case UInt8(ascii: "{"): try record("", onProblem, body)
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "}"):
            position += 1
        default: try resynchronise(told: 0, onProblem)
        }
    }

    /// Reads the value at `path`; true when it was, or held, a place of records.
    private mutating func walk(_ path: String, _ onProblem: OnProblem, _ body: Body) throws -> Bool {
        switch try peek() {
        case UInt8(ascii: "[") where places.isRecord(path):
            position += 1
            try elements(path, onProblem, body)
            return true
        case UInt8(ascii: "{") where places.leadsDown(path):
            if places.isRecord(path), try !objectLeadsDown(path) {
                // The whole object is one record: a line of JSON Lines, a lone contract.
                try record(path, onProblem, body)
                return true
            }
            return try members(path, onProblem, body)
        case UInt8(ascii: "{") where places.isRecord(path):
            try record(path, onProblem, body)
            return true
        default:
            try skip()
            return false
        }
    }

    private mutating func members(_ path: String, _ onProblem: OnProblem, _ body: Body) throws -> Bool {
        position += 1
        var found = false
        while true {
            guard let next = try peek() else {
                if isDamaged { return found }
                throw truncated()
            }
            if next == UInt8(ascii: "}") {
                position += 1
                return found
            }
            if next == UInt8(ascii: ",") {
                position += 1
                continue
            }
            guard next == UInt8(ascii: "\"") else {
                throw Broken(problem: broken("json.malformed", "clé attendue", "key expected"))
            }
            guard let key = try? lay().text else { throw truncated() }
            guard try peek() == UInt8(ascii: ":") else {
                throw Broken(
                    problem: broken(
                        "json.malformed", "« : » attendu après la clé « \(key.prefix(60)) »",
                        "“:” expected after the key “\(key.prefix(60))”"))
            }
            position += 1
            if try walk(path.isEmpty ? key : path + "." + key, onProblem, body) { found = true }
        }
    }

    /// The elements of an array, and of the arrays in it.
    private mutating func elements(_ path: String, _ onProblem: OnProblem, _ body: Body) throws {
        var depth = 1
        while true {
            guard let next = try peek() else {
                // One fault, told once: those who opened what is cut short know it by the damage.
                if !isDamaged { try onProblem(truncated()) }
                isDamaged = true
                return
            }
            switch next {
            case UInt8(ascii: "]"):
                position += 1
                depth -= 1
                if depth == 0 { return }
            case UInt8(ascii: "["):
                position += 1
                depth += 1
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"):
                // A closing brace too many opens nothing.
                if !isDamaged {
                    try onProblem(broken("json.malformed", "accolade fermante inattendue", "unexpected closing brace"))
                }
                isDamaged = true
                position += 1
            case UInt8(ascii: "{"): try record(path, onProblem, body)
            default:
                // A key between records: the brace of one is missing, or there is one too many.
                if isDamaged || standsBeforeColon() {
                    throw Broken(problem: broken("json.malformed", "enregistrement attendu", "record expected"))
                }
                try record(path, onProblem, body)
            }
        }
    }

    /// Passes over the value at the window's start by its brackets and strings alone.
    private mutating func skip() throws {
        var brackets = JSONBrackets()
        while true {
            let bytes = window.bytes
            while position < window.end {
                let step = brackets.take(bytes[position])
                if step == .before { return }
                position += 1
                if step == .last { return }
            }
            if try fill() != .more { return }
        }
    }
}

/// Where a value ends, told by brackets and strings alone.
struct JSONBrackets {
    enum Step {
        case inside
        /// The byte is the last of the value.
        case last
        /// The byte stands behind the value.
        case before
    }

    private var depth = 0
    private var inString = false
    private var escaped = false

    mutating func take(_ byte: UInt8) -> Step {
        if inString {
            if escaped {
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                inString = false
                return depth == 0 ? .last : .inside
            }
            return .inside
        }
        switch byte {
        case UInt8(ascii: "\""): inString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if depth == 0 { return .before }
            depth -= 1
            if depth == 0 { return .last }
        case UInt8(ascii: ",") where depth == 0: return .before
        default: break
        }
        return .inside
    }
}
