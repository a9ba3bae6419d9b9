import Catalog
import Matching
import Nomenclature
import Testing
import Wording

/// Suppliers and needs that tests write in one line.
enum Sample {
    static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    static func supplier(
        _ key: String, name: String = "", kinds: [StructureKind] = [], sectors: [String] = [], description: String = "",
        naf: String = "", commune: String = "40192", perimeter: String = "", employees: Int? = nil,
        turnover: Int? = nil,
        share: Double? = nil, legalCategory: String? = nil, ess: Bool? = nil, validTo: String? = nil
    ) -> Supplier {
        var supplier = Supplier(key: key)
        supplier.name = name.isEmpty ? "STRUCTURE " + key : name
        let evidence = Evidence(
            source: "asp-siae", place: Place(file: "liste.csv"), seen: Day(iso: "2024-01-15"),
            validTo: validTo.flatMap { Day(iso: $0) })
        supplier.kinds = kinds.map { HeldKind($0, evidence: [evidence]) }
        supplier.sectors = sectors
        supplier.description = description
        supplier.naf = NAF(naf)
        supplier.communeCode = commune
        supplier.perimeter = perimeter.isEmpty ? nil : Perimeter(perimeter)
        supplier.employees = employees
        supplier.turnover = turnover.map { Amount(euros: $0) }
        supplier.insertionShare = share
        supplier.legalCategory = legalCategory
        supplier.ess.belongs = ess
        return supplier
    }

    static func need(
        _ title: String, description: String = "", cpv: [String] = [], place: String = "", value: Int? = nil,
        months: Double? = nil, flags: [String] = []
    ) throws -> Need {
        var need = Need(
            text: title, cpv: cpv.compactMap { CPV($0) }, place: place, value: value.map { Amount(euros: $0) },
            day: try day("2024-03-01"))
        need.description = description
        need.months = months
        need.reservationFlags = flags
        return need
    }
}
