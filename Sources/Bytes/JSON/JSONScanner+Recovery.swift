import Wording

/// Going on behind a record that is broken.
///
/// A record with a wrong word ends where its brackets say. One with a missing quotation mark or bracket says nothing
/// any more about its end: reading goes on at the next object that is whole and has the keys of a record.
extension JSONScanner {
    /// Reports the record at ``position``, and those lost with it, and passes over them.
    mutating func recover(from fault: RecordFault, _ onProblem: (Problem) throws -> Void) throws {
        let words: (rule: String, fr: String, en: String)
        switch fault {
        case .source(let error): throw error
        case .malformed:
            words = ("json.malformed", "JSON illisible dans cet enregistrement", "unreadable JSON in this record")
        case .tooDeep:
            words = ("json.malformed", "imbrication au-delà de la limite « depth »", "nesting over the limit “depth”")
        case .swallowed:
            words = (
                "json.malformed", "accolade ou crochet manquant dans cet enregistrement",
                "brace or bracket missing in this record"
            )
        case .truncated: words = ("json.truncated", "document JSON tronqué", "JSON document cut short")
        case .overLimit:
            words = (
                "json.limit.recordBytes", "un enregistrement dépasse la limite « recordBytes »",
                "a record is over the limit “recordBytes”"
            )
        }
        let shown = window.bytes[position..<min(position + Problem.excerptLimit, window.end)]
        var problem = broken(words.rule, words.fr, words.en, excerpt: String(decoding: shown, as: UTF8.self))
        let bracketsTell = if case .malformed = fault { true } else if case .tooDeep = fault { true } else { false }
        let skipped = try search(bracketsTell: bracketsTell)
        if skipped.bytes < shown.count {
            problem.excerpt = String(decoding: shown.prefix(skipped.bytes), as: UTF8.self)
        }
        if !skipped.found {
            switch fault {
            // Nothing follows: the document is cut, or it is one record that cannot be held.
            case .truncated, .overLimit: throw problem
            default: break
            }
        }
        if !skipped.byBrackets { isDamaged = true }
        try onProblem(problem)
        try tellLost(skipped.counters - 1, onProblem)
    }

    /// Goes to the next record start, or to the end.
    ///
    /// - Parameter told: lost records that are reported already.
    mutating func resynchronise(told: Int, _ onProblem: (Problem) throws -> Void) throws {
        guard position < window.end else { return }
        try tellLost(try search(bracketsTell: false).counters - told, onProblem)
    }

    private mutating func tellLost(_ count: Int, _ onProblem: (Problem) throws -> Void) throws {
        for _ in 0..<max(count, 0) {
            number += 1
            try onProblem(
                broken(
                    "json.lost", "enregistrement perdu avec le précédent, dont la fin ne se reconnaît pas",
                    "record lost with the one before, whose end cannot be told"))
        }
    }

    private struct Skipped {
        var found = false
        var byBrackets = false
        var bytes = 0
        /// How often the key that every record has was passed.
        var counters = 0
    }

    /// Moves ``position`` behind the broken value, or to the start of the next record.
    private mutating func search(bracketsTell: Bool) throws -> Skipped {
        var skipped = Skipped()
        var brackets = JSONBrackets()
        var ended = !bracketsTell
        let isObject = position < window.end && window.bytes[position] == UInt8(ascii: "{")
        var previous: UInt8 = 0
        while true {
            while position < window.end {
                let byte = window.bytes[position]
                if !ended {
                    let step = brackets.take(byte)
                    if step != .inside {
                        ended = true
                        let after = step == .last ? 1 : 0
                        if isObject ? byte == UInt8(ascii: "}") && recordMayFollow(position + after) : true {
                            position += after
                            skipped.found = true
                            skipped.byBrackets = true
                            skipped.bytes += after
                            return skipped
                        }
                    }
                }
                if byte == UInt8(ascii: "{"), skipped.bytes > 0, Self.mayPrecede(previous), try startsRecord() {
                    skipped.found = true
                    return skipped
                }
                if byte == UInt8(ascii: "\""), isCounter() { skipped.counters += 1 }
                // A line break counts, other white space does not.
                if byte > 0x20 || byte == 0x0A { previous = byte }
                position += 1
                skipped.bytes += 1
                effort.scanned += 1
            }
            if try fill() != .more { return skipped }
        }
    }

    private static func mayPrecede(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x0A: true
        default: false
        }
    }

    /// Whether what stands from `start` on may follow a record: the end of its list, or another record.
    private func recordMayFollow(_ start: Int) -> Bool {
        var index = start
        var comma = false
        while index < window.end {
            switch window.bytes[index] {
            case 0...0x20: index += 1
            case UInt8(ascii: ",") where !comma:
                comma = true
                index += 1
            case UInt8(ascii: "{"), UInt8(ascii: "]"): return true
            default: return false
            }
        }
        return true
    }

    /// Whether the object at ``position`` is whole and has the keys of a record.
    private mutating func startsRecord() throws -> Bool {
        // What is tried stays in proportion to what is passed over.
        guard effort.tried <= 64 * effort.scanned + 1 << 20 else { return false }
        while true {
            do throws(JSONTape.Fault) {
                let after = try tape.parse(
                    UnsafeRawBufferPointer(rebasing: window.bytes[..<window.end]), from: position, depth: limits.depth)
                effort.tried += after - position
                return shape.fits(JSONValue(tape: tape, index: 0))
            } catch {
                effort.tried += tape.reached - position
                guard case .incomplete = error else { return false }
            }
            if try fill() != .more { return false }
        }
    }

    private func isCounter() -> Bool {
        let counter = shape.counter
        guard !counter.isEmpty, position + counter.count <= window.end else { return false }
        for index in counter.indices where window.bytes[position + index] != counter[index] { return false }
        return true
    }
}
