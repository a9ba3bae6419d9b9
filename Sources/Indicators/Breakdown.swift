import Nomenclature
import Wording

/// The contracts of a report cut along one dimension.
public struct Breakdown: Sendable, Hashable {
    public enum Dimension: String, Sendable, Codable, CaseIterable {
        case year, month, division, procedure, supplierKind

        public var name: Phrase {
            switch self {
            case .year: Phrase("année de notification", "year of notification")
            case .month: Phrase("mois de notification", "month of notification")
            case .division: Phrase("division CPV", "CPV division")
            case .procedure: Phrase("procédure", "procedure")
            case .supplierKind: Phrase("type de structure titulaire", "kind of supplier")
            }
        }
    }

    public var dimension: Dimension
    /// In the order to show: time ascending, else the code, `unknown` last.
    public var rows: [Row]

    public struct Row: Sendable, Hashable {
        /// `2024`, `2024-03`, `45`, name of the procedure in the data, name of the kind; `unknown`.
        public var key: String
        public var label: Phrase
        public var all = Cut()
        public var social = Cut()
        public var environmental = Cut()
        public var ess = Cut()
        public var inclusive = Cut()
    }

    /// A number of contracts and their usable amount, EUR HT.
    public struct Cut: Sendable, Hashable {
        public var count = 0
        public var amount = Amount.zero

        public init() {}

        mutating func add(_ amount: Amount) {
            count += 1
            self.amount += amount
        }
    }

    public static let unknown = "unknown"
    static let unknownLabel = Phrase("inconnu", "unknown")
}

extension Breakdown {
    /// Cuts `population` by a small number; a contract without goes to `unknown`. Numbers are told apart before they
    /// are named, once each.
    private static func of(
        _ population: Population, by dimension: Dimension, code: (ContractFacts) -> Int?,
        row: (Int) -> (key: String, label: Phrase)
    ) -> Breakdown {
        var rows: [Int: Row] = [:]
        var unnamed = Row(key: unknown, label: unknownLabel)
        for fact in population.facts {
            guard let code = code(fact) else {
                unnamed.add(fact)
                continue
            }
            rows[code, default: Row(key: "", label: unknownLabel)].add(fact)
        }
        var named = rows.map { code, cut in
            var cut = cut
            (cut.key, cut.label) = row(code)
            return cut
        }.sorted { $0.key < $1.key }
        if unnamed.all.count > 0 { named.append(unnamed) }
        return Breakdown(dimension: dimension, rows: named)
    }

    static func years(_ population: Population) -> Breakdown {
        of(population, by: .year) {
            $0.day?.year
        } row: {
            (String($0), Phrase(verbatim: String($0)))
        }
    }

    static func months(_ population: Population) -> Breakdown {
        of(population, by: .month) { fact in
            fact.day.map { $0.year * 12 + $0.month - 1 }
        } row: { code in
            let (year, month) = code.quotientAndRemainder(dividingBy: 12)
            return ("\(year)-" + (month < 9 ? "0" : "") + "\(month + 1)", Month.label(month, of: year))
        }
    }

    static func divisions(_ population: Population) -> Breakdown {
        of(population, by: .division) {
            $0.division.map(Int.init)
        } row: { division in
            let key = (division < 10 ? "0" : "") + String(division)
            return (key, CPVTable.shared.label(CPV(number: UInt32(division) * 1_000_000)) ?? Phrase(verbatim: key))
        }
    }

    static func procedures(_ population: Population) -> Breakdown {
        let all = ProcedureName.allCases
        return of(population, by: .procedure) { fact in
            fact.procedure.flatMap { all.firstIndex(of: $0) }
        } row: {
            (all[$0].rawValue, all[$0].name)
        }
    }

    /// Kinds overlap: an association can be a SIAE, and a group can hold several kinds.
    static func supplierKinds(_ population: Population) -> Breakdown {
        let kinds: [(key: String, label: Phrase, selection: Selection)] = [
            ("SIAE", Phrase("SIAE", "SIAE"), Selection(with: .siae)),
            ("EA", Phrase("entreprises adaptées", "adapted enterprises"), Selection(with: .ea)),
            ("ESAT", Phrase("ESAT", "ESAT"), Selection(with: .esat)),
            ("ESUS", Phrase("ESUS", "ESUS"), Selection(with: .esus)),
            ("association", Phrase("associations", "associations"), Selection(with: [.ess, .association])),
            ("cooperative", Phrase("coopératives", "cooperatives"), Selection(with: [.ess, .cooperative])),
            ("mutual", Phrase("mutuelles", "mutual societies"), Selection(with: [.ess, .mutual])),
            ("foundation", Phrase("fondations", "foundations"), Selection(with: [.ess, .foundation])),
            ("company", Phrase("sociétés de l’ESS", "ESS companies"), Selection(with: [.ess, .essCompany])),
            (
                "other", Phrase("ni ESS, ni inclusif, ou inconnu", "neither ESS nor inclusive, or unknown"),
                Selection(without: [.ess, .inclusive])
            ),
        ]
        let rows = kinds.map { kind in
            var row = Row(key: kind.key, label: kind.label)
            for fact in population.facts where kind.selection.contains(fact.flags) { row.add(fact) }
            return row
        }
        return Breakdown(dimension: .supplierKind, rows: rows)
    }
}

extension Breakdown.Row {
    fileprivate mutating func add(_ fact: ContractFacts) {
        all.add(fact.amount)
        if fact.flags.contains(.social) { social.add(fact.amount) }
        if fact.flags.contains(.environmental) { environmental.add(fact.amount) }
        if fact.flags.contains(.ess) { ess.add(fact.amount) }
        if fact.flags.contains(.inclusive) { inclusive.add(fact.amount) }
    }
}

/// Names of months, short.
enum Month {
    private static let names: [Phrase] = [
        Phrase("janv.", "Jan"), Phrase("févr.", "Feb"), Phrase("mars", "Mar"), Phrase("avr.", "Apr"),
        Phrase("mai", "May"), Phrase("juin", "Jun"), Phrase("juil.", "Jul"), Phrase("août", "Aug"),
        Phrase("sept.", "Sep"), Phrase("oct.", "Oct"), Phrase("nov.", "Nov"), Phrase("déc.", "Dec"),
    ]

    /// - Parameter month: 0–11.
    static func label(_ month: Int, of year: Int) -> Phrase {
        let name = names[month % names.count]
        return Phrase("\(name.fr) \(year)", "\(name.en) \(year)")
    }
}
