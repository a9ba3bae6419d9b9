import Bytes
import Nomenclature
import Wording

/// A buyer’s own policy: a small table (CSV, TSV or workbook), one rule a line, in the form of the law’s duties.
///
/// ```
/// regle;type;intitule;depuis_eur;cpv;nature;cible;du;au;source
/// clause-70k;clause sociale;clause d’insertion;70000;;services;;2026-01-01;;délibération du 12 décembre 2025
/// ```
public enum PolicyFile {
    /// The rules of a file, in its order.
    ///
    /// - Throws: `Problem` for a file that cannot be read, or the first cell that cannot be used: `policy.column`,
    ///   `policy.rule`, `policy.type`, `policy.number`, `policy.cpv`, `policy.nature`, `policy.date`, `policy.twice`,
    ///   `policy.none`. A rule left out silently would make a lot look as if it followed the policy.
    public static func read(_ path: String) throws -> [LegalDuty] {
        var rules: [LegalDuty] = []
        try InputWalker().forEach([path], onProblem: { throw $0 }) { input in
            var columns: [Column?] = []
            try TableReader().read(
                input, onHeader: { columns = try self.columns($0, file: input.name) },
                { cells in
                    let row = Row(columns: columns, cells: cells.strings, file: input.name, line: cells.line)
                    let rule = try duty(row)
                    if rules.contains(where: { $0.id == rule.id && overlaps($0.basis, rule.basis) }) {
                        throw row.fault(
                            "policy.twice", .rule,
                            Phrase(
                                "la règle « \(rule.id) » est déjà donnée pour cette période ; changez son nom ou ses dates",
                                "the rule “\(rule.id)” is already given for that time; change its name or its dates"))
                    }
                    rules.append(rule)
                })
        }
        guard !rules.isEmpty else {
            throw Problem(
                "policy.none", at: Place(file: path),
                Phrase(
                    "aucune règle dans ce fichier ; il faut une ligne par règle",
                    "no rule in this file; write one a line"))
        }
        return rules
    }

    private enum Column: String, CaseIterable {
        case rule = "regle"
        case kind = "type"
        case title = "intitule"
        case titleEnglish = "intitule_en"
        case fromValue = "depuis_eur"
        case cpv
        case nature
        case target = "cible"
        case from = "du"
        case to = "au"
        case source

        /// The English name of the column.
        var english: String {
            switch self {
            case .rule: "rule"
            case .kind: "kind"
            case .title: "title"
            case .titleEnglish: "title_en"
            case .fromValue: "from_eur"
            case .cpv: "cpv"
            case .nature: "nature"
            case .target: "target"
            case .from: "valid_from"
            case .to: "valid_to"
            case .source: "source"
            }
        }

        init?(name: String) {
            let key = CSVReader.key(name)
            guard
                let column = Column.allCases.first(where: {
                    CSVReader.key($0.rawValue) == key || CSVReader.key($0.english) == key
                })
            else { return nil }
            self = column
        }
    }

    /// A line, its cells by column.
    private struct Row {
        let columns: [Column?]
        let cells: [String]
        let file: String
        let line: Int

        subscript(column: Column) -> String {
            guard let index = columns.firstIndex(of: column), index < cells.count else { return "" }
            return cells[index]
        }

        func fault(_ rule: String, _ column: Column, _ message: Phrase) -> Problem {
            Problem(
                rule, at: Place(file: file, line: line, path: column.rawValue), message,
                excerpt: cells.joined(separator: ";"))
        }
    }

    private static func columns(_ header: [String], file: String) throws -> [Column?] {
        let columns = header.map { Column(name: $0) }
        let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
        for (name, column) in zip(header, columns) where column == nil && !name.isEmpty {
            throw Problem(
                "policy.column", at: Place(file: file, line: 1, path: name),
                Phrase(
                    "colonne « \(name) » inconnue ; colonnes possibles : \(known)",
                    "unknown column “\(name)”; possible columns: \(known)"))
        }
        for needed in [Column.rule, .kind] where !columns.contains(needed) {
            throw Problem(
                "policy.column", at: Place(file: file, line: 1, path: needed.rawValue),
                Phrase(
                    "colonne « \(needed.rawValue) » absente ; colonnes possibles : \(known)",
                    "column “\(needed.rawValue)” missing; possible columns: \(known)"))
        }
        return columns
    }

    private static let kinds: [(words: [String], kind: LegalDuty.Kind)] = [
        (["clause sociale", "social clause"], .socialClause),
        (["clause environnementale", "environmental clause"], .environmentalClause),
        (["critère", "criterion"], .criterion), (["label"], .label), (["cible", "target"], .target),
        (["réservation", "reservation"], .reservation), (["allotissement", "lots"], .allotment),
    ]

    private static let natures: [(words: [String], nature: PurchaseNature)] = [
        (["travaux", "works"], .works), (["fournitures", "supplies"], .supplies), (["services"], .services),
    ]

    private static func duty(_ row: Row) throws -> LegalDuty {
        guard !row[.rule].isEmpty else {
            throw row.fault(
                "policy.rule", .rule,
                Phrase("règle sans nom ; donnez-lui un nom court", "rule without a name; give it a short one"))
        }
        let word = CSVReader.key(row[.kind])
        guard let kind = kinds.first(where: { $0.words.contains { CSVReader.key($0) == word } })?.kind else {
            let known = kinds.map { $0.words[0] }.joined(separator: ", ")
            throw row.fault(
                "policy.type", .kind,
                Phrase(
                    "type « \(row[.kind]) » inconnu ; écrivez l’un de : \(known)",
                    "unknown kind “\(row[.kind])”; write one of: "
                        + kinds.map { $0.words.last ?? "" }.joined(separator: ", ")))
        }
        let title = row[.title].isEmpty ? row[.rule] : row[.title]
        return LegalDuty(
            id: row[.rule], kind: kind,
            title: Phrase(title, row[.titleEnglish].isEmpty ? title : row[.titleEnglish]),
            natures: Set(try list(row[.nature]).map { try nature($0, row) }), fromValue: try amount(row),
            cpv: try list(row[.cpv]).map { try prefix($0, row) }, target: try share(row),
            basis: LawBasis(
                validFrom: try day(.from, row), validTo: try day(.to, row),
                source: row[.source].isEmpty ? row.file : row[.source], status: .read))
    }

    private static func list(_ cell: String) -> [String] {
        cell.split { $0 == "," || $0 == "|" || $0 == " " }.map(String.init)
    }

    private static func nature(_ word: String, _ row: Row) throws -> PurchaseNature {
        let key = CSVReader.key(word)
        guard let nature = natures.first(where: { $0.words.contains(key) })?.nature else {
            throw row.fault(
                "policy.nature", .nature,
                Phrase(
                    "nature « \(word) » inconnue ; écrivez travaux, fournitures ou services",
                    "unknown nature “\(word)”; write works, supplies or services"))
        }
        return nature
    }

    /// The beginning of a CPV code, 2 to 8 digits; the zeros that only fill a code up do not count.
    private static func prefix(_ word: String, _ row: Row) throws -> String {
        let digits = word.prefix { $0 != "-" }
        guard (2...8).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw row.fault(
                "policy.cpv", .cpv,
                Phrase(
                    "« \(word) » n’est pas le début d’un code CPV ; écrivez de 2 à 8 chiffres",
                    "“\(word)” is no beginning of a CPV code; write 2 to 8 digits"))
        }
        guard digits.count == 8 else { return String(digits) }
        var kept = digits
        while kept.count > 2, kept.last == "0" { kept = kept.dropLast() }
        return String(kept)
    }

    private static func amount(_ row: Row) throws -> Amount? {
        guard !row[.fromValue].isEmpty else { return nil }
        guard let amount = Amount(row[.fromValue].replacing("€", with: "")), amount >= .zero else {
            throw row.fault(
                "policy.number", .fromValue,
                Phrase(
                    "« \(row[.fromValue]) » n’est pas un montant ; écrivez par exemple 70000",
                    "“\(row[.fromValue])” is no amount; write for example 70000"))
        }
        return amount
    }

    /// « 30 % », « 30% » or « 0,3 », as 0–1.
    private static func share(_ row: Row) throws -> Double? {
        let text = row[.target]
        guard !text.isEmpty else { return nil }
        let digits = text.replacing(",", with: ".").filter { $0.isASCII && ($0.isNumber || $0 == ".") }
        let isPercent = text.contains("%")
        guard let number = Double(digits), isPercent ? number <= 100 : number <= 1 else {
            throw row.fault(
                "policy.number", .target,
                Phrase(
                    "« \(text) » n’est pas une cible ; écrivez par exemple 30 %",
                    "“\(text)” is no target; write for example 30%"))
        }
        return isPercent ? number / 100 : number
    }

    private static func day(_ column: Column, _ row: Row) throws -> Day? {
        let text = row[column]
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: "/").compactMap { Int($0) }
        let french = parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
        guard let day = Day(iso: text) ?? french else {
            throw row.fault(
                "policy.date", column,
                Phrase(
                    "« \(text) » n’est pas un jour ; écrivez par exemple 2026-01-01 ou 01/01/2026",
                    "“\(text)” is no day; write for example 2026-01-01 or 01/01/2026"))
        }
        return day
    }

    private static func overlaps(_ left: LawBasis, _ right: LawBasis) -> Bool {
        func starts(_ one: LawBasis, before other: LawBasis) -> Bool {
            guard let from = one.validFrom, let to = other.validTo else { return true }
            return from <= to
        }
        return starts(left, before: right) && starts(right, before: left)
    }
}
