import Nomenclature
import Wording

/// Whether an enterprise belongs to the ESS (law 2014-856, art. 1): the first of these that decides.
///
/// 1. SIRENE, the list of ESS France or the Annuaire says so in what it said last: one of them is enough, whatever the
///    legal category;
/// 2. its legal form belongs by itself (association, cooperative, foundation, mutual society);
/// 3. it is a public body (legal categories 4xxx and 7xxx): never;
/// 4. another source says so, and none more believed says otherwise;
/// 5. it holds an ESUS approval, which only enterprises of the ESS receive; one that ended still shows it;
/// 6. it holds a kind that is a legal form of the ESS (SCOP, SCIC …), which the legal category hides when the company is
///    an SAS;
/// 7. a source says that it does not; else it is not established.
enum ESSDecision {
    /// - Parameters:
    ///   - enterprise: with its legal category, approvals and kinds.
    ///   - records: all of the enterprise, most believed first.
    static func status(of enterprise: Enterprise, _ records: [Reading]) -> ESSStatus {
        let said = lastStatements(records)
        let official = said.first {
            $0.record.ess == true && SourceRank.of($0.record.source) >= SupplierSource.annuaire.rank
        }
        if let official { return affirmed(by: official) }
        let legal = enterprise.legalCategory.flatMap { code in records.first { $0.record.legalCategory == code } }
        let legalEvidence = legal.map { Claims.evidence($0, .enterprise) }
        let category = enterprise.legalCategory.flatMap { LegalCategory.of($0) }
        if let category, category.status == .byForm {
            let family = familyName(category.family)
            return ESSStatus(
                belongs: true,
                title: Phrase(
                    "\(family.fr) (forme juridique \(category.code), \(category.label))",
                    "\(family.en) (legal category \(category.code), \(category.label))"),
                source: legal?.record.source ?? "", evidence: legalEvidence)
        }
        if let code = enterprise.legalCategory, LegalCategory.isPublicBody(code) {
            let label = category.map { ", " + $0.label } ?? ""
            return ESSStatus(
                belongs: false,
                title: Phrase(
                    "personne publique (forme juridique \(code)\(label)) : jamais de l’ESS",
                    "public body (legal category \(code)\(label)): never part of the ESS"),
                source: legal?.record.source ?? "", evidence: legalEvidence)
        }
        if let first = said.first, first.record.ess == true { return affirmed(by: first) }
        if let approval = enterprise.esus.first {
            let until =
                approval.validTo.map { Phrase(" jusqu’au \($0.text(.french))", " until \($0.text(.english))") }
                ?? Phrase("", "")
            return ESSStatus(
                belongs: true,
                title: Phrase("agrément ESUS\(until.fr)", "ESUS approval\(until.en)"), source: approval.source,
                evidence: approval)
        }
        if let held = enterprise.kinds.first(where: { $0.kind.isESSByForm }) {
            return ESSStatus(
                belongs: true, title: held.kind.name, source: held.evidence.first?.source ?? "",
                evidence: held.evidence.first)
        }
        if let reading = records.first(where: { $0.record.ess == false }) {
            let name = sourceName(reading.record.source)
            return ESSStatus(
                belongs: false,
                title: Phrase(
                    "hors de l’ESS selon la source « \(name.fr) »", "outside the ESS according to “\(name.en)”"),
                source: reading.record.source, evidence: Claims.evidence(reading, .enterprise))
        }
        return unknown
    }

    /// What each source said last, the most believed first: an older edition no longer counts.
    private static func lastStatements(_ records: [Reading]) -> [Reading] {
        var heard: Set<String> = []
        return records.filter { $0.record.ess != nil && heard.insert($0.record.source).inserted }
    }

    private static func affirmed(by reading: Reading) -> ESSStatus {
        let name = sourceName(reading.record.source)
        return ESSStatus(
            belongs: true,
            title: Phrase(
                "entreprise de l’ESS selon la source « \(name.fr) »", "ESS enterprise according to “\(name.en)”"),
            source: reading.record.source, evidence: Claims.evidence(reading, .enterprise))
    }

    static let unknown = ESSStatus(belongs: nil, title: Phrase("non établi", "not established"), source: "")

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
