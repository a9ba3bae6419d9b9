import Bytes
import FrenchText
import Nomenclature

/// The fields that a record of the API has beside `donnees` and `gestion`: they fill what those leave open.
struct BOAMPRecordFields {
    private let record: JSONValue

    init(_ record: JSONValue) { self.record = record }

    func complete(_ notice: inout Notice) {
        var index = notice.index ?? NoticeIndex()
        completeIndex(&index)
        notice.index = index
        if notice.noticeType.isEmpty { notice.noticeType = text("famille") }
        if notice.subtype.isEmpty { notice.subtype = text("perimetre") }
        let nature = code(.nature, "nature")
        if notice.formType.isEmpty { notice.formType = nature?.meaning ?? "" }
        completeDates(&notice)
        completeLinks(&notice, isChange: nature?.meaning == "change" || code(.status, "etat")?.meaning == "change")
        if notice.buyers.isEmpty, !text("nomacheteur").isEmpty {
            notice.buyers = [Organisation(name: text("nomacheteur"), country: "FRA")]
        }
        if notice.procedure.type.isEmpty { notice.procedure.type = code(.procedure, "type_procedure")?.meaning ?? "" }
        if notice.procedure.nature.isEmpty {
            notice.procedure.nature = code(.works, "type_marche")?.meaning ?? ""
            for index in notice.lots.indices where notice.lots[index].nature.isEmpty {
                notice.lots[index].nature = notice.procedure.nature
            }
        }
        if notice.procedure.title == nil {
            notice.procedure.title = BOAMPScope.text(text("objet"))
            if notice.lots.count == 1, notice.lots[0].title == nil { notice.lots[0].title = notice.procedure.title }
        }
        completeHolders(&notice)
    }

    private func completeIndex(_ index: inout NoticeIndex) {
        if index.departements.isEmpty { index.departements = texts("code_departement").map(BOAMPHead.departement) }
        if index.performanceDepartements.isEmpty {
            index.performanceDepartements = texts("code_departement_prestation").map(BOAMPHead.departement)
        }
        if index.descriptors.isEmpty {
            let codes = texts("descripteur_code")
            let labels = texts("descripteur_libelle")
            index.descriptors = (0..<max(codes.count, labels.count)).map {
                NoticeIndex.Descriptor(
                    code: $0 < codes.count ? codes[$0] : "", label: $0 < labels.count ? labels[$0] : "")
            }
        }
        for criterion in texts("criteres").map({ Folding.fold($0) }) {
            if criterion.contains("social") || criterion.contains("sociaux") { index.hasSocialCriteria = true }
            if criterion.contains("environnement") { index.hasEnvironmentalCriteria = true }
        }
        index.displayedUntil = index.displayedUntil ?? Day(iso: text("datefindiffusion"))
        if code(.status, "etat")?.meaning == "cancelled" || code(.nature, "nature")?.name == "ANNULATION" {
            index.isCancelled = true
        }
        let url = text("url_avis")
        if !url.isEmpty { index.url = url }
    }

    private func completeDates(_ notice: inout Notice) {
        let published = text("dateparution")
        if notice.publicationDate == nil, !published.isEmpty { notice.publicationDate = published }
        if notice.issueDate == nil {
            notice.issueDate = Day(iso: published)
            notice.issueDateText = published
        }
        guard !notice.isOver, notice.lots.allSatisfy({ $0.deadline == nil }),
            let deadline = Deadline(kind: .tenders, timestamp: text("datelimitereponse"))
        else { return }
        for index in notice.lots.indices { notice.lots[index].deadline = deadline }
    }

    private func completeLinks(_ notice: inout Notice, isChange: Bool) {
        let own = notice.index?.idweb ?? ""
        let hadLinks = !notice.earlierPublications.isEmpty
        var known = Set(notice.earlierPublications + [own])
        for number in texts("annonce_lie") + texts("annonces_anterieures") {
            // Some records give a link as JSON text or with the date; the number is what counts.
            guard let idweb = Self.idweb(in: number), known.insert(idweb).inserted else { continue }
            // `annonce_lie` names later notices too; only an earlier one is a predecessor.
            if BOAMPHead.first(of: [idweb, own]) == idweb { notice.earlierPublications.append(idweb) }
        }
        if notice.procedureID.isEmpty || notice.procedureID == own {
            let folder = text("contractfolderid")
            notice.procedureID =
                !folder.isEmpty && notice.noticeType == "JOUE"
                ? folder : BOAMPHead.first(of: notice.earlierPublications + [own]) ?? own
        }
        if isChange, notice.change == nil || !hadLinks {
            var change = notice.change ?? NoticeChange()
            if change.previous.isEmpty { change.previous = BOAMPHead.last(of: notice.earlierPublications) ?? "" }
            notice.change = change
        }
    }

    private func completeHolders(_ notice: inout Notice) {
        let names = texts("titulaire")
        guard !names.isEmpty, notice.lots.count == 1, notice.lots[0].result?.winners.isEmpty ?? true else { return }
        var result = notice.lots[0].result ?? LotResult()
        result.winners = names.map { name in
            var winner = Winner()
            winner.holders = [Organisation(name: name)]
            return winner
        }
        result.status = "selec-w"
        notice.lots[0].result = result
    }

    /// `26-88069`, wherever it stands in the text.
    private static func idweb(in text: String) -> String? {
        text.split { !$0.isNumber && $0 != "-" }.map(String.init).first { part in
            let parts = part.split(separator: "-", omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0].count == 2 && (1...7).contains(parts[1].count)
        }
    }

    // MARK: Values

    private func text(_ key: String) -> String { texts(key).first ?? "" }

    private func texts(_ key: String) -> [String] {
        (record[key]?.list ?? []).compactMap { $0.text.map { TextRepair.trimmed(TextRepair.clean($0)) } }.filter {
            !$0.isEmpty
        }
    }

    private func code(_ list: BOAMPCode.List, _ key: String) -> BOAMPCode? {
        BOAMPCode.find(list, text(key))
    }
}
