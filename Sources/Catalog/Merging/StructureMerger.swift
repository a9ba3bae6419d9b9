import FrenchText
import Nomenclature
import Wording

/// One structure of the catalogue, of what is said of its establishment and of its enterprise.
enum StructureMerger {
    /// - Parameter records: all of the enterprise, most believed first.
    static func supplier(
        _ structure: Establishments.Structure, of enterprise: Enterprise, _ records: [Reading]
    ) -> Supplier {
        // What is said of the establishment itself is believed before what is said of its enterprise.
        let about = structure.shared.isEmpty ? structure.own : structure.own + structure.shared
        var supplier = Supplier(key: structure.key)
        func first<Value>(_ value: (Reading) -> Value?) -> Value? {
            for reading in about { if let found = value(reading) { return found } }
            return nil
        }
        func text(_ field: (Reading) -> String) -> String {
            for reading in about {
                let text = field(reading)
                if !text.isEmpty { return text }
            }
            return ""
        }
        supplier.siren = enterprise.siren
        supplier.siret = structure.siret
        supplier.name = text { $0.record.name }
        if supplier.name.isEmpty { supplier.name = enterprise.name }
        if enterprise.name != supplier.name, Folding.fold(enterprise.name) != Folding.fold(supplier.name) {
            supplier.enterpriseName = enterprise.name
        }
        supplier.brand = text { $0.record.brand }
        supplier.acronym = text { $0.record.acronym }
        supplier.website = text { $0.record.website }
        supplier.naf = first { $0.record.naf }
        supplier.naf2025 = first { $0.record.naf2025 }
        supplier.perimeter = first { $0.record.perimeter }
        supplier.turnover = first { $0.record.turnover }
        supplier.capacity = first { $0.record.capacity }
        supplier.createdOn = first { $0.record.createdOn } ?? enterprise.createdOn
        supplier.isHeadOffice = first { $0.record.isHeadOffice } ?? enterprise.headOffice.map { $0 == structure.siret }

        supplier.legalCategory = enterprise.legalCategory
        supplier.legalForm = enterprise.legalForm
        supplier.isMissionCompany = enterprise.isMissionCompany
        takeState(&supplier, structure.own, enterprise, records)

        // What SIRENE says of the whole enterprise is not said of one of its establishments.
        takeWorkforce(&supplier, structure.isAlone && structure.own.isEmpty ? about : structure.own)
        // Nor is the address of an enterprise that of the one establishment known, unless it is the head office.
        let isThere = structure.siret != nil && structure.siret == enterprise.headOffice ? structure.shared : []
        Placing.place(&supplier, structure.own + isThere)

        supplier.description = about.map { $0.record.description }.reduce("") { $1.count > $0.count ? $1 : $0 }
        supplier.offers = united(about) { $0.record.offers }
        supplier.cpv = united(about) { $0.record.cpv.map(\.code) }.compactMap { CPV($0) }
        supplier.sectors = united(about) { $0.record.sectors }
        supplier.networks = united(about) { $0.record.networks }
        supplier.labels = united(about) { $0.record.labels }
        supplier.supplyForms = united(about) { $0.record.supplyForms }
        supplier.repairs = distinct(about.flatMap { $0.record.repairs })
        supplier.lastSeen = about.lazy.compactMap { $0.record.seen }.max()
        supplier.otherIdentifiers = distinct(about.compactMap { $0.record.otherIdentifier }).sorted()
        let ofEnterprise = records.filter(\.isOfEnterprise)
        supplier.sources = distinct((about + ofEnterprise).map { $0.record.source })
            .sorted { (SourceRank.of($1), $0) < (SourceRank.of($0), $1) }

        if about.count > 1 {
            supplier.conflicts = FactFields.ofStructure.lazy.filter { $0.differs(about) }.map(\.name)
        }
        supplier.kinds = (Claims.kinds(about, level: .establishment) + enterprise.kinds).sorted { $0.kind < $1.kind }
        supplier.esus = enterprise.esus
        supplier.ess = enterprise.ess
        return supplier
    }

    /// Closed with its enterprise, unless a source has seen it open since.
    private static func takeState(
        _ supplier: inout Supplier, _ own: [Reading], _ enterprise: Enterprise, _ records: [Reading]
    ) {
        let site = own.first { $0.record.isClosed != nil }
        let whole = records.first { $0.isOfEnterprise && $0.record.isClosed != nil }
        if let site, let whole, site !== whole, site.record.isClosed == false, let seen = site.record.seen,
            whole.record.seen.map({ $0 < seen }) ?? true
        {
            return
        }
        supplier.isClosed = enterprise.isClosed || site?.record.isClosed == true
        guard supplier.isClosed else { return }
        let own = site?.record.isClosed == true ? site?.record.closedOn : nil
        supplier.closedOn = own ?? enterprise.closedOn
    }

    /// A headcount and the share of integration come from one record. The band of SIRENE stands in for a headcount, by
    /// its low end.
    private static func takeWorkforce(_ supplier: inout Supplier, _ about: [Reading]) {
        let counted = about.first { $0.record.employees != nil }
        supplier.workforceBand = about.lazy.compactMap { $0.record.workforceBand }.first
        let low = supplier.workforceBand.flatMap { WorkforceBand.of($0)?.minimum }
        supplier.employees = counted?.record.employees ?? low
        supplier.isHeadcountOfBand = counted == nil && low != nil
        supplier.insertionShare =
            counted?.record.insertionShare ?? about.lazy.compactMap { $0.record.insertionShare }.first
    }

    private static func united(_ records: [Reading], _ field: (Reading) -> [String]) -> [String] {
        guard records.contains(where: { !field($0).isEmpty }) else { return [] }
        var seen: Set<String> = []
        return records.flatMap(field).filter { seen.insert(Folding.fold($0)).inserted }
    }

    private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        guard elements.count > 1 else { return elements }
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
