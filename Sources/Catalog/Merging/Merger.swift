import FrenchText
import Nomenclature
import Wording

/// Makes one supplier of what several sources, or several rows of one, say of it.
///
/// The result does not depend on the order of the records. Where they differ:
/// - **order of preference**: the newest ``SupplierRecord/seen`` (none is the oldest), then the most official source,
///   then a comparison of their contents, so that ties fall the same way everywhere;
/// - **single values**: the first in that order that is not empty. Values that only make sense together come from one
///   record: the address, the legal category and its wording, the headcount and the share of integration;
/// - **description**: the longest, because search lives on words; of equals, the first in the order;
/// - **lists**: united, without accents and case making a difference, in the order of preference;
/// - **kinds** and ESUS approvals: united, each with the newest evidence of every source.
public enum Merger {
    /// The supplier that `records`, which share one ``SupplierRecord/key``, speak of; without records, an empty one.
    public static func merge(_ records: [SupplierRecord]) -> Supplier {
        let records = Preference.sorted(records)
        var supplier = Supplier(key: records.first?.key ?? "")
        func first<Value>(_ value: (SupplierRecord) -> Value?) -> Value? {
            for record in records { if let found = value(record) { return found } }
            return nil
        }
        func text(_ field: KeyPath<SupplierRecord, String>) -> String {
            first { $0[keyPath: field].isEmpty ? nil : $0[keyPath: field] } ?? ""
        }
        supplier.siret = first(\.siret)
        supplier.name = text(\.name)
        supplier.brand = text(\.brand)
        supplier.website = text(\.website)
        supplier.naf = first(\.naf)
        supplier.perimeter = first(\.perimeter)
        supplier.turnover = first(\.turnover)
        supplier.capacity = first(\.capacity)

        let legal = records.first { $0.legalCategory != nil } ?? records.first { !$0.legalForm.isEmpty }
        supplier.legalCategory = legal?.legalCategory
        supplier.legalForm = legal?.legalForm ?? ""

        let workforce = records.first { $0.employees != nil }
        supplier.employees = workforce?.employees
        supplier.insertionShare = workforce?.insertionShare ?? first(\.insertionShare)

        Placing.place(&supplier, records)

        supplier.description = records.map(\.description).reduce("") { $1.count > $0.count ? $1 : $0 }
        supplier.offers = united(records, \.offers)
        supplier.sectors = united(records, \.sectors)
        supplier.networks = united(records, \.networks)
        supplier.labels = united(records, \.labels)
        supplier.supplyForms = united(records, \.supplyForms)
        supplier.repairs = distinct(records.flatMap(\.repairs))
        supplier.sources = distinct(records.map(\.source))
            .sorted { (SourceRank.of($1), $0) < (SourceRank.of($0), $1) }

        supplier.kinds = Claims.kinds(records, legalCategory: supplier.legalCategory)
        supplier.esus = Claims.esus(records)
        supplier.ess = ESSDecision.status(of: supplier, records)
        return supplier
    }

    private static func united(_ records: [SupplierRecord], _ field: KeyPath<SupplierRecord, [String]>) -> [String] {
        var seen: Set<String> = []
        return records.flatMap { $0[keyPath: field] }.filter { seen.insert(Folding.fold($0)).inserted }
    }

    private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}

/// How official a source is, by its identifier; sources unknown to this version come last.
enum SourceRank {
    private static let ranks = Dictionary(
        SupplierSource.all.map { ($0.id, $0.rank) }, uniquingKeysWith: { first, _ in first })

    static func of(_ source: String) -> Int { ranks[source] ?? 0 }
}
