import Nomenclature
import Wording

/// Whether a structure belongs to the ESS (law 2014-856, art. 1): the first of these that decides.
///
/// 1. a source says that it does;
/// 2. its legal form belongs by itself (association, cooperative, foundation, mutual society);
/// 3. it is a public body (legal categories 4xxx and 7xxx): never;
/// 4. it holds an ESUS approval, which only enterprises of the ESS receive; one that ended still shows it;
/// 5. it holds a kind that is a legal form of the ESS (SCOP, SCIC …), which the legal category hides when the company is
///    an SAS;
/// 6. a source says that it does not; else it is not established.
enum ESSDecision {
    static func status(of supplier: Supplier, _ records: [SupplierRecord]) -> ESSStatus {
        if let record = records.first(where: { $0.ess == true }) {
            let name = sourceName(record.source)
            return ESSStatus(
                belongs: true,
                title: Phrase(
                    "entreprise de l’ESS selon la source « \(name.fr) »", "ESS enterprise according to “\(name.en)”"),
                source: record.source)
        }
        let category = supplier.legalCategory.flatMap { LegalCategory.of($0) }
        let legalSource = records.first { $0.legalCategory == supplier.legalCategory }?.source ?? ""
        if let category, category.status == .byForm {
            let family = familyName(category.family)
            return ESSStatus(
                belongs: true,
                title: Phrase(
                    "\(family.fr) (forme juridique \(category.code), \(category.label))",
                    "\(family.en) (legal category \(category.code), \(category.label))"),
                source: legalSource)
        }
        if let code = supplier.legalCategory, code.hasPrefix("4") || code.hasPrefix("7") {
            let label = category.map { ", " + $0.label } ?? ""
            return ESSStatus(
                belongs: false,
                title: Phrase(
                    "personne publique (forme juridique \(code)\(label)) : jamais de l’ESS",
                    "public body (legal category \(code)\(label)): never part of the ESS"),
                source: legalSource)
        }
        if let approval = supplier.esus.first {
            let until = approval.validTo.map { Phrase(" jusqu’au \($0.iso)", " until \($0.iso)") } ?? Phrase("", "")
            return ESSStatus(
                belongs: true,
                title: Phrase("agrément ESUS\(until.fr)", "ESUS approval\(until.en)"), source: approval.source)
        }
        if let held = supplier.kinds.first(where: { $0.kind.isESSByForm }) {
            return ESSStatus(
                belongs: true, title: held.kind.name, source: held.evidence.first?.source ?? "")
        }
        if let record = records.first(where: { $0.ess == false }) {
            let name = sourceName(record.source)
            return ESSStatus(
                belongs: false,
                title: Phrase(
                    "hors de l’ESS selon la source « \(name.fr) »", "outside the ESS according to “\(name.en)”"),
                source: record.source)
        }
        return Supplier(key: supplier.key).ess
    }

    private static func sourceName(_ id: String) -> Phrase { SupplierSource.named(id)?.name ?? Phrase(verbatim: id) }

    private static func familyName(_ family: ESSFamily?) -> Phrase {
        switch family {
        case .association: Phrase("association", "association")
        case .cooperative: Phrase("coopérative", "cooperative")
        case .fondation: Phrase("fondation", "foundation")
        case .mutuelle: Phrase("mutuelle", "mutual society")
        case .societeCommerciale, nil: Phrase("forme juridique de l’ESS", "legal form of the ESS")
        }
    }
}
