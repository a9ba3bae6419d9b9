import Catalog
import Nomenclature
import Wording

/// How a row is named and where it stands among the others.
struct RowLabel {
    var label: Phrase
    /// Rows of a lower order come first.
    var order: Int
    var note: Phrase?

    init(_ label: Phrase, order: Int = 0, note: Phrase? = nil) {
        self.label = label
        self.order = order
        self.note = note
    }
}

/// A row being counted.
struct RowCount {
    let label: RowLabel
    var tally = TallyCount()
    var expired = 0
    /// Establishments of several structures counted in this row.
    private var sites: Set<UInt64> = []

    init(_ label: RowLabel) { self.label = label }

    /// - Parameter shared: the SIRET, when other structures bear it too and the row has to find out whether it counted it.
    mutating func add(_ facts: StructureFacts, shared: UInt64?, isNewSite: Bool, withEnterprise: Bool) {
        let isNew = isNewSite && (shared.map { sites.insert($0).inserted } ?? true)
        tally.add(facts, isNewSite: isNew, withEnterprise: withEnterprise)
    }
}

/// Structures of one commune, or of a département and no commune.
struct SpotCount {
    let commune: Commune?
    let departement: String?
    var all = TallyCount()
    var ess = TallyCount()
    var families: [OfferFamily: Int] = [:]

    init(commune: Commune?, departement: String?) {
        self.commune = commune
        self.departement = departement
    }

    mutating func add(_ facts: StructureFacts, isNewSite: Bool) {
        all.add(facts, isNewSite: isNewSite, withEnterprise: true)
        if facts.isESS == true { ess.add(facts, isNewSite: isNewSite, withEnterprise: false) }
        families[facts.family, default: 0] += 1
    }
}

/// One row of a cross table being counted.
struct CrossCount {
    var counts: [String: Int] = [:]
    var total = 0

    mutating func add(_ columns: [String]) {
        total += 1
        for column in columns { counts[column, default: 0] += 1 }
    }
}

/// Whether a structure belongs to the ESS, in the words of a row.
enum Belonging: String, CaseIterable {
    case yes, no, unknown

    init(_ belongs: Bool?) { self = belongs.map { $0 ? .yes : .no } ?? .unknown }

    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    var name: Phrase {
        switch self {
        case .yes: Phrase("De l’ESS", "Of the ESS")
        case .no: Phrase("Hors de l’ESS", "Outside the ESS")
        case .unknown: Phrase("Non établie", "Not established")
        }
    }
}

/// The row of a way of placing.
struct PlacingRow {
    var key: String
    var label: Phrase
    var order: Int

    init(_ facts: StructureFacts, _ placing: PlacingConfidence?) {
        let count = PlacingConfidence.allCases.count
        if facts.commune != nil {
            key = placing?.rawValue ?? "unstated"
            label =
                placing.map { Phrase("Commune : " + $0.phrase.fr, "Commune: " + $0.phrase.en) }
                ?? Phrase("Commune : manière non précisée", "Commune: manner not stated")
            order = placing.flatMap { PlacingConfidence.allCases.firstIndex(of: $0) } ?? count
        } else if facts.departement != nil {
            key = "departement"
            label = Phrase("Département seul", "Département alone")
            order = count + 1
        } else {
            key = PanoramaBreakdown.unknown
            label = Phrase("Lieu inconnu", "Place unknown")
            order = count + 2
        }
    }
}

extension SectorKey.Origin {
    var name: Phrase {
        switch self {
        case .declared: Phrase("déclaré", "declared")
        case .naf: Phrase("NAF", "NAF")
        case .unknown: Phrase("–", "–")
        }
    }
}

extension StructureKind {
    /// « EI – entreprise d’insertion »; kinds that are words bear the word alone.
    var label: Phrase {
        switch self {
        case .association, .mutuelle, .fondation, .essCompany, .sep: name.capitalised
        default:
            Phrase(rawValue + " – " + name.fr, name.en)
        }
    }
}

extension Phrase {
    var capitalised: Phrase {
        Phrase(fr.prefix(1).uppercased() + fr.dropFirst(), en.prefix(1).uppercased() + en.dropFirst())
    }

    /// The title of belonging to the ESS without the day that ends it (« agrément ESUS jusqu’au 2026-03-31 »): one row for
    /// all approvals, not one a day.
    var withoutDay: Phrase { Phrase(Self.withoutDay(fr), Self.withoutDay(en)) }

    private static func withoutDay(_ text: String) -> String {
        guard text.utf8.last.map({ (0x30...0x39).contains($0) }) ?? false, text.utf8.count > 10,
            Day(iso: text.suffix(10)) != nil, let day = text.lastIndex(of: " ")
        else { return text }
        let before = text[..<day]
        return String(before[..<(before.lastIndex(of: " ") ?? before.startIndex)])
    }
}
