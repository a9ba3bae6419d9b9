import TestSupport

/// Makes texts of the kind that publishers break: words of trades with signs, accents and bytes gone wrong.
struct Mangler {
    private var random: SeededRandom

    private static let words = [
        "élagage", "Entretien", "ESPACES", "VERTS", "nettoyage", "locaux", "d’entretien", "l'été", "n’a", "ne", "pas",
        "sauf", "hors", "plus", "déchets", "bâtiments", "œuvre", "2nd", "EPI", "GED", "EV", "E.S.A.T.", "C.C.A.S",
        "blanchiserie", "débrousaillage", "nettoyge", "e\u{301}lagage", "À", "Ã©lagage", "â€™", "JOÃO", "aujourd'hui",
        "jusqu'à", "QU'IL", "Straße", "ﬁn", "日本", "ŒUVRE", "18T022", "n° 3", "travail", "sans", "mais", "a.b", "É.S",
        "propret\u{FFFD}", "d\u{FFFD}chets", "l\u{FFFD}entretien", "\u{FFFD}lagage", "cr\u{FFFD}\u{FFFD}ation",
        "\u{92}", "anticonstitutionnellement", "hyperanticonstitutionnellement", "Ìeuro", "eÌ\u{81}",
    ]
    private static let signs = [
        " ", " ", " ", " ", ", ", ". ", "; ", " (", ") ", "/", "-", "'", "’", ".", "\n", " – ", "… ", "\u{A0}",
        "\u{301}", "\u{FFFD}", "\u{AD}", "«", "*",
    ]

    init(seed: UInt64) {
        random = SeededRandom(seed)
    }

    /// Some words, with letters cut, put in capitals, doubled or lost.
    mutating func text() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            text += Self.words.randomElement(using: &random) ?? ""
            text += Self.signs.randomElement(using: &random) ?? ""
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return text.uppercased()
        case 1: return String(decoding: cut(Array(text.utf8)), as: UTF8.self)
        case 2:
            var scalars = Array(text.unicodeScalars)
            for _ in 0..<3 where !scalars.isEmpty {
                scalars[Int.random(in: 0..<scalars.count, using: &random)] =
                    ["\u{FFFD}", "\u{301}", "'", ".", "É", " "].randomElement(using: &random) ?? " "
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        default: return text
        }
    }

    private mutating func cut(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 2 else { return bytes }
        let start = Int.random(in: 0..<bytes.count / 2, using: &random)
        return Array(bytes[start..<Int.random(in: (start + 1)...bytes.count, using: &random)])
    }
}
