import Wording

/// Reads `key = value`, one a line: the part of TOML that a hand-written profile needs. A value is a text in quotation
/// marks, a list of such texts in square brackets, or what stands there as it is; `#` begins a remark.
struct ProfileText {
    struct Entry {
        let key: String
        /// One for a single value.
        let values: [String]
        let place: Place
    }

    /// In the order of the file.
    let entries: [Entry]

    /// - Throws: `Problem` for the first line that is not of that form, or a key given twice.
    init(_ text: String, file: String) throws {
        var entries: [Entry] = []
        var lines: [String: Int] = [:]
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var place = Place(file: file, line: number + 1)
            var reader = LineReader(rest: line)
            guard let key = try reader.key(at: place) else { continue }
            place.path = key
            if let before = lines.updateValue(number + 1, forKey: key) {
                throw Problem(
                    "profile.twice", at: place,
                    Phrase(
                        "« \(key) » est déjà donné à la ligne \(before) ; gardez une seule des deux lignes",
                        "“\(key)” is already given on line \(before); keep one of the two lines"))
            }
            entries.append(Entry(key: key, values: try reader.values(at: place), place: place))
        }
        self.entries = entries
    }

    /// What is left of a line.
    private struct LineReader {
        var rest: Substring

        /// The key and its sign; `nil` for an empty line or a remark.
        mutating func key(at place: Place) throws -> String? {
            skipSpace()
            guard let first = rest.first, first != "#" else { return nil }
            let key = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
            rest = rest.dropFirst(key.count)
            skipSpace()
            guard !key.isEmpty, rest.first == "=" else {
                throw Problem(
                    "profile.line", at: place,
                    Phrase(
                        "il faut une ligne « nom = valeur » par renseignement, sans section [ … ]",
                        "one line “key = value” for each fact is needed, without [ … ] sections"))
            }
            rest = rest.dropFirst()
            return key.lowercased()
        }

        mutating func values(at place: Place) throws -> [String] {
            skipSpace()
            guard rest.first == "[" else {
                let value = try value(at: place, endsAt: "#")
                try end(at: place)
                return [value]
            }
            rest = rest.dropFirst()
            var values: [String] = []
            skipSpace()
            while rest.first != "]" {
                values.append(try value(at: place, endsAt: ",", "]"))
                skipSpace()
                if rest.first == "," { rest = rest.dropFirst() }
                skipSpace()
                guard !rest.isEmpty else {
                    throw Problem(
                        "profile.list", at: place,
                        Phrase(
                            "liste sans crochet fermant : écrivez-la sur une seule ligne, [\"a\", \"b\"]",
                            "list without closing bracket: write it on one line, [\"a\", \"b\"]"))
                }
            }
            rest = rest.dropFirst()
            try end(at: place)
            return values
        }

        private mutating func value(at place: Place, endsAt ends: Character...) throws -> String {
            guard rest.first == "\"" else {
                let plain = rest.prefix { !ends.contains($0) }
                rest = rest.dropFirst(plain.count)
                return plain.trimmed
            }
            rest = rest.dropFirst()
            var value = ""
            while let next = rest.popFirst() {
                if next == "\"" { return value }
                value.append(next == "\\" ? Self.escaped(rest.popFirst()) : next)
            }
            throw Problem(
                "profile.quote", at: place,
                Phrase(
                    "texte sans guillemet fermant : écrivez-le sur une seule ligne, entre deux \"",
                    "text without closing quotation mark: write it on one line, between two \""))
        }

        private static func escaped(_ mark: Character?) -> Character {
            switch mark {
            case "n", "t", nil: " "
            case let mark?: mark
            }
        }

        private mutating func end(at place: Place) throws {
            skipSpace()
            guard rest.isEmpty || rest.first == "#" else {
                throw Problem(
                    "profile.rest", at: place,
                    Phrase(
                        "« \(rest) » est de trop après la valeur ; mettez la valeur entière entre guillemets",
                        "“\(rest)” is too much after the value; put the whole value between quotation marks"))
            }
        }

        private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }
    }
}

extension Substring {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
