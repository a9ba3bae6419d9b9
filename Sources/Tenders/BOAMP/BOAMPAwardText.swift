import FrenchText
import Nomenclature

/// Reads the free text that the award of an `FNSimple` notice is (`attributionMarche`).
///
/// The text is kept as it is; holder, SIRET and amount are taken out only where there is exactly one of each and its
/// shape leaves no doubt: a SIRET with valid keys, a labelled name, an amount in euros before tax.
struct BOAMPAwardText {
    struct Section {
        /// Number and title of the lot; empty for a text that is not divided.
        var number = ""
        var title = ""
        var result = LotResult()
    }

    private(set) var sections: [Section] = []

    /// - Parameter buyer: the buyer's own number, which the text may repeat.
    init(_ text: String, buyer: String) {
        let lines = text.split(whereSeparator: \.isNewline).map { TextRepair.trimmed(String($0)) }
        var open = Section()
        var own: [String] = []
        func close() -> Section {
            var section = open
            section.result = Self.result(own, buyer: buyer)
            return section
        }
        for line in lines {
            if let lot = Self.lot(line) {
                if !open.number.isEmpty { sections.append(close()) }
                open = Section(number: lot.number, title: lot.title)
                own = []
            } else {
                own.append(line)
            }
        }
        if !open.number.isEmpty || sections.isEmpty { sections.append(close()) }
        if sections.count == 1, sections[0].number.isEmpty {
            sections[0].result = Self.result(lines, buyer: buyer)
        }
    }

    /// « Lot N° 1 - Gros œuvre » alone on its line.
    private static func lot(_ line: String) -> (number: String, title: String)? {
        guard line.utf8.count < 250, Folding.fold(line.prefix(3)) == "lot" else { return nil }
        var rest = line.dropFirst(3).drop { $0 == " " || "nNoO°º.".contains($0) }
        let number = rest.prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty, number.count < 4 else { return nil }
        rest = rest.dropFirst(number.count)
        guard let separator = rest.first(where: { $0 != " " }), "-–:".contains(separator) else { return nil }
        let digits = number.drop { $0 == "0" }
        return (
            String(digits.isEmpty ? number : digits),
            TextRepair.trimmed(String(rest.drop { $0 == " " || "-–:".contains($0) }))
        )
    }

    private static func result(_ lines: [String], buyer: String) -> LotResult {
        var result = LotResult()
        result.description = BOAMPScope.text(lines.joined(separator: "\n"))
        let offers = lines.compactMap { value(of: "nombre d'offres recues", in: $0).flatMap { Int($0) } }
        if offers.count == 1 { result.statistics = [SubmissionCount(code: "tenders", count: offers[0])] }
        var winner = Winner()
        var holder = Organisation()
        let names = Self.names(lines)
        if names.count == 1 { holder = names[0] }
        let numbers = Set(lines.flatMap { sirets($0) }).subtracting([buyer])
        if numbers.count == 1, names.count <= 1 { holder.identifier = numbers.first ?? "" }
        if holder != Organisation() {
            let amounts = Set(lines.flatMap { BOAMPAmount.all(in: $0) })
            if amounts.count == 1 { winner.value = amounts.first.map { Money($0, currency: "EUR") } }
            winner.holders = [holder]
            result.winners = [winner]
            result.status = "selec-w"
        } else if names.isEmpty, lines.contains(where: { isClosed($0) }) {
            result.status = "clos-nw"
        }
        return result
    }

    private static func isClosed(_ line: String) -> Bool {
        let folded = Folding.fold(line)
        return folded.contains("infructueu") || folded.contains("sans suite")
    }

    /// What follows « label : » at the start of a line.
    private static func value(of label: String, in line: String) -> String? {
        guard let colon = line.firstIndex(of: ":"), Folding.fold(TextRepair.trimmed(String(line[..<colon]))) == label
        else { return nil }
        let value = TextRepair.trimmed(String(line[line.index(after: colon)...]))
        return value.isEmpty ? nil : value
    }

    private static let labels = ["titulaire", "nom du titulaire", "titulaire du marche", "attributaire"]

    /// Holders that are named by a label, or in the line that the BOAMP's own form writes after « Marché n° : »:
    /// name, address, postcode and city, between commas.
    private static func names(_ lines: [String]) -> [Organisation] {
        var found: [Organisation] = []
        for (index, line) in lines.enumerated() {
            if let name = labels.lazy.compactMap({ value(of: $0, in: line) }).first {
                found.append(Organisation(name: name))
            } else if index > 0, value(of: "marche n°".folded, in: lines[index - 1]) != nil {
                let parts = line.split(separator: ",").map { TextRepair.trimmed(String($0)) }
                guard parts.count >= 2, let last = parts.last, last.prefix(5).allSatisfy(\.isNumber), last.count > 6
                else { continue }
                found.append(
                    Organisation(
                        name: parts[0], postcode: String(last.prefix(5)),
                        city: TextRepair.trimmed(String(last.dropFirst(5)))))
            }
        }
        return found
    }

    /// Runs of fourteen digits with valid keys, spaces and dots between them allowed.
    private static func sirets(_ line: String) -> [String] {
        var found: [String] = []
        var digits = ""
        for character in line + "\u{0}" {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character == " " || character == "." || character == "\u{A0}" || character == "\u{202F}" {
                continue
            } else {
                if let siret = try? Siret(digits) { found.append(siret.text) }
                digits = ""
            }
        }
        return found
    }
}

extension String {
    fileprivate var folded: String { Folding.fold(self) }
}
