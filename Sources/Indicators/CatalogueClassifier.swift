import Catalog
import Nomenclature
import Tenders

/// Classes of holders by the catalogue of suppliers.
///
/// SIAE, EA and ESAT belong to an establishment and are looked up by SIRET: a sister establishment is not one, it is
/// only marked ``HolderClasses/otherEstablishment``. ESS and ESUS belong to the enterprise and are looked up by SIREN.
public struct CatalogueClassifier: HolderClassifier {
    /// A class with the time that it holds for.
    private struct Dated: Sendable {
        var classes: HolderClasses
        var from: Day?
        var to: Day?

        func holds(on day: Day?) -> Bool {
            guard let day else { return to == nil }
            return Approval(validFrom: from, validTo: to).isValid(on: day)
        }
    }

    private struct Enterprise: Sendable {
        var constant: HolderClasses = .isKnown
        /// ESUS approvals.
        var approvals: [Dated] = []
        /// SIAE, EA and ESAT classes of all its establishments.
        var sites: [Dated] = []
    }

    private var establishments: [String: [Dated]] = [:]
    private var enterprises: [String: Enterprise] = [:]

    /// - Parameter known: each enterprise with its structures in the catalogue: none for one that a registry knows and
    ///   that is not of the ESS, whose holders are known all the same.
    public init(_ known: [(enterprise: Catalog.Enterprise, suppliers: [Supplier])]) {
        for (enterprise, suppliers) in known {
            guard let siren = enterprise.siren else { continue }
            enterprises[siren.text] = enterprises[siren.text] ?? Enterprise()
            add(suppliers)
        }
    }

    public init(suppliers: [Supplier]) { add(suppliers) }

    private mutating func add(_ suppliers: [Supplier]) {
        for supplier in suppliers {
            guard let siren = supplier.siren else { continue }
            let sites = supplier.kinds.flatMap { held in
                Self.siteClass(held.kind).map { classes in
                    held.evidence.map { Dated(classes: classes, from: $0.validFrom, to: $0.validTo) }
                } ?? []
            }
            if !sites.isEmpty, let siret = supplier.siret { establishments[siret.text, default: []] += sites }
            var enterprise = enterprises[siren.text] ?? Enterprise()
            enterprise.constant.formUnion(Self.essClasses(supplier))
            enterprise.approvals += supplier.esus.map {
                Dated(classes: .esus, from: $0.validFrom, to: $0.validTo)
            }
            enterprise.sites += sites
            enterprises[siren.text] = enterprise
        }
    }

    public func classes(of holder: Holder, on day: Day?) -> HolderClasses {
        guard let siret = Self.digits(of: holder), let enterprise = enterprises[String(siret.prefix(9))] else {
            return []
        }
        var classes = enterprise.constant
        for approval in enterprise.approvals where approval.holds(on: day) { classes.formUnion(.esus) }
        for site in establishments[siret] ?? [] where site.holds(on: day) { classes.formUnion(site.classes) }
        if !classes.isInclusive, enterprise.sites.contains(where: { $0.holds(on: day) }) {
            classes.insert(.otherEstablishment)
        }
        return classes
    }

    /// The fourteen digits, spaces dropped. Keys are not checked again: the catalogue only holds valid ones.
    private static func digits(of holder: Holder) -> String? {
        guard holder.idType == "SIRET" else { return nil }
        if holder.id.utf8.count == 14 { return holder.id }
        return holder.siret?.text
    }

    private static func siteClass(_ kind: StructureKind) -> HolderClasses? {
        switch kind {
        case .ei, .aci, .ai, .etti, .eiti: .siae
        case .ea, .eatt: .ea
        case .esat: .esat
        default: nil
        }
    }

    /// ESS and legal form. An ESUS approval is only given to enterprises of the ESS, so it shows membership when no
    /// source speaks of it.
    private static func essClasses(_ supplier: Supplier) -> HolderClasses {
        let byForm = supplier.kinds.contains { $0.kind.isESSByForm }
        guard supplier.ess.belongs ?? (byForm || !supplier.esus.isEmpty) else { return [] }
        var classes: HolderClasses = .ess
        // A SCOP or SCIC is a cooperative under whatever form: the category of an SAS hides it.
        let hidden = supplier.kinds.map { form($0.kind) }.filter { $0 == .cooperative }
        if hidden.isEmpty, let family = supplier.legalCategory.flatMap({ LegalCategory.of($0) })?.family {
            classes.formUnion(form(family))
        } else {
            for held in supplier.kinds { classes.formUnion(form(held.kind)) }
        }
        return classes
    }

    private static func form(_ family: ESSFamily) -> HolderClasses {
        switch family {
        case .association: .association
        case .cooperative: .cooperative
        case .mutuelle: .mutual
        case .fondation: .foundation
        case .societeCommerciale: .essCompany
        }
    }

    private static func form(_ kind: StructureKind) -> HolderClasses {
        switch kind {
        case .association: .association
        case .scop, .scic, .cae: .cooperative
        case .mutuelle: .mutual
        case .fondation: .foundation
        case .essCompany: .essCompany
        default: []
        }
    }
}
