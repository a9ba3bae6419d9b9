import Bytes
import FrenchText
import Nomenclature

/// A form of value that says by itself what it may be.
enum ValueShape: CaseIterable {
    case siret, wrongSiret, siren, rna, nineCharacters, postcode, communeCode, commune, naf, kinds, legalCategory,
        legalForm, webAddress, email, telephone, civility, personName, day, yesOrNo, number, percentage, street, point,
        perimeter, longText

    /// Whether a trimmed cell that is not empty has the form.
    func fits(_ cell: String) -> Bool {
        switch self {
        case .siret: Self.isSiret(cell)
        case .wrongSiret: cell.filter(\.isNumber).count == 14 && !Self.isSiret(cell) && Self.isDigits(cell)
        case .siren: Self.isSiren(cell)
        case .rna: Self.isRNA(cell)
        case .nineCharacters: Self.isFINESS(cell)
        case .postcode: Self.isCode(cell) && !Geography.shared.communes(postcode: cell).isEmpty
        case .communeCode:
            cell.utf8.count <= 7 && !Self.isYear(cell)
                && Geography.shared.commune(code: String(cell.prefix { $0 != "." }).uppercased()) != nil
        case .commune: cell.utf8.count <= 50 && !Geography.shared.communes(named: cell).isEmpty
        case .naf: NAF(cell).map { NAFTable.shared.label($0) != nil } ?? false
        case .kinds: Self.separator(ofKinds: cell) != nil
        case .legalCategory:
            cell.utf8.count <= 6 && LegalForms.category(code: String(cell.prefix { $0 != "." })) != nil
        case .legalForm: Self.isLegalForm(cell)
        case .webAddress: Self.isWebAddress(cell)
        case .email: Self.isEmail(cell)
        case .telephone:
            cell.utf8.count <= 24 && !cell.contains(where: \.isLetter) && ContactDetails.removed(from: cell).isEmpty
        case .civility: Self.hasCivility(cell)
        case .personName: FirstNames.isPerson(cell)
        case .day: Day(written: cell) != nil
        case .yesOrNo:
            ["oui", "non", "vrai", "faux", "true", "false", "yes", "no", "o", "n", "x", "1", "0"]
                .contains(cell.lowercased())
        case .number: Amount(cell.filter { $0 != "€" && $0 != "%" }) != nil
        case .percentage: cell.hasSuffix("%") || Amount(cell).map { $0 > .zero && $0 <= Amount(euros: 1) } ?? false
        case .street: Self.isStreet(cell)
        case .point: cell.contains("POINT")
        case .perimeter: Perimeter(cell) != nil
        case .longText: cell.utf8.count > 60 && cell.contains(" ")
        }
    }

    /// The sign between the kinds of a cell, all of which are known; `nil` when they are not.
    static func separator(ofKinds cell: String) -> ListSeparator? {
        ListSeparator.tried.first { separator in
            let elements = separator.elements(of: cell)
            return !elements.isEmpty && elements.allSatisfy { KindWords.kind($0) != nil }
        }
    }

    // MARK: Each form

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    private static func isRNA(_ cell: String) -> Bool {
        cell.utf8.count == 10 && cell.uppercased().hasPrefix("W") && cell.utf8.allSatisfy(isAlphanumeric)
            && cell.utf8.dropFirst(2).contains { (0x30...0x39).contains($0) }
    }

    /// Nine characters, eight where a zero was lost; only the second may be the letter of a département of Corsica.
    private static func isFINESS(_ cell: String) -> Bool {
        (8...9).contains(cell.utf8.count)
            && cell.utf8.enumerated().allSatisfy {
                (0x30...0x39).contains($1) || $0 == 1 && ($1 == 0x41 || $1 == 0x42)
            }
    }

    /// With its scheme or `www.`, or a bare domain.
    private static func isWebAddress(_ cell: String) -> Bool {
        guard cell.contains("."), !cell.contains("@"), !cell.contains(where: \.isWhitespace) else { return false }
        let lowered = cell.lowercased()
        if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") || lowered.hasPrefix("www.") { return true }
        let parts = lowered.prefix { $0 != "/" }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let end = parts.last, end.utf8.count >= 2, end.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return false }
        return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
    }

    private static func isEmail(_ cell: String) -> Bool {
        let parts = cell.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !cell.contains(where: \.isWhitespace)
    }

    private static let civilities: Set<String> = ["m", "m.", "mr", "mr.", "mme", "mme.", "mlle", "monsieur", "madame"]

    private static func hasCivility(_ cell: String) -> Bool {
        cell.split(whereSeparator: \.isWhitespace).first.map { civilities.contains($0.lowercased()) } ?? false
    }

    /// Digits and the spaces and dots that people group them with.
    private static func isDigits(_ cell: String) -> Bool {
        cell.unicodeScalars.allSatisfy {
            (0x30...0x39).contains($0.value) || $0 == "." || $0.properties.isWhitespace
        }
    }

    /// With the one or two zeros that a spreadsheet dropped.
    private static func isSiret(_ cell: String) -> Bool {
        let count = cell.count(where: \.isNumber)
        return (12...14).contains(count) && isDigits(cell) && (try? Siret(Lost.zeros(of: cell, count: 14))) != nil
    }

    private static func isSiren(_ cell: String) -> Bool {
        let count = cell.count(where: \.isNumber)
        return (7...9).contains(count) && isDigits(cell) && (try? Siren(Lost.zeros(of: cell, count: 9))) != nil
    }

    /// `2023` is the code of a commune of the Aisne that lost its zero, and a year much more often.
    private static func isYear(_ cell: String) -> Bool {
        Int(cell.prefix { $0 != "." }).map { (1_900...2_100).contains($0) && !cell.hasPrefix("0") } ?? false
    }

    /// Four or five digits, `84200.0` included.
    private static func isCode(_ cell: String) -> Bool {
        let digits = cell.utf8.prefix { (0x30...0x39).contains($0) }.count
        return (4...5).contains(digits) && (cell.utf8.count == digits || cell.hasSuffix(".0"))
    }

    private static let legalWords: Set<String> = [
        "sa", "sas", "sasu", "sarl", "eurl", "sci", "snc", "scop", "scic", "association", "fondation", "mutuelle",
        "gie",
        "sel", "selarl", "regie", "cooperative",
    ]

    private static func isLegalForm(_ cell: String) -> Bool {
        if LegalForms.category(named: cell) != nil { return true }
        guard cell.utf8.count <= 80 else { return false }
        let words = Folding.fold(cell).split { !$0.isLetter }
        return words.first.map { legalWords.contains(String($0)) || $0 == "societe" || $0 == "ass" } ?? false
    }

    private static let streetWords: Set<String> = [
        "rue", "r", "avenue", "av", "ave", "bd", "bld", "boulevard", "place", "pl", "chemin", "che", "route", "rte",
        "allee", "allees", "all", "impasse", "imp", "zone", "za", "zi", "zac", "zae", "quai", "cours", "square", "lieu",
        "lotissement", "bp", "cs", "faubourg", "passage", "parc", "residence", "hameau", "cite", "esplanade", "mail",
    ]

    private static func isStreet(_ cell: String) -> Bool {
        guard cell.utf8.count <= 120 else { return false }
        let words = Folding.fold(cell).split { !$0.isLetter && !$0.isNumber }.prefix(4).map(String.init)
        guard words.count >= 2 else { return false }
        return words.contains(where: streetWords.contains)
    }
}

/// Zeros that a spreadsheet dropped in front of a number.
private enum Lost {
    static func zeros(of cell: String, count: Int) -> String {
        let digits = cell.filter { $0.isASCII && $0.isNumber }
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
