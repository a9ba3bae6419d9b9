import Nomenclature

/// The workforce bands of SIRENE as the lists write them: by their code, or by their label.
enum WorkforceWords {
    private static let codes = [
        "NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53",
    ]
    private static let byLabel = Dictionary(
        codes.compactMap { code in WorkforceBand.of(code).map { (digits($0.label), code) } },
        uniquingKeysWith: { first, _ in first })

    /// The code that `text` is, a lost leading zero given back.
    static func code(_ text: String) -> String? {
        let whole = String(text.prefix { $0 != "." })
        return [whole, "0" + whole].first { WorkforceBand.of($0) != nil }
    }

    /// The code of « 20 à 49 salariés »; `nil` for words without a number, « Non renseigné ».
    static func code(label: String) -> String? {
        let key = digits(label)
        return key.isEmpty ? nil : byLabel[key]
    }

    /// The bounds of a band, however the words around them are spelled: `20-49`.
    private static func digits(_ label: String) -> String {
        // « 1 000 à 1 999 »: a space between digits separates thousands.
        label.split { !$0.isNumber && !$0.isWhitespace }.map { $0.filter(\.isNumber) }.filter { !$0.isEmpty }
            .prefix(2).joined(separator: "-")
    }
}
