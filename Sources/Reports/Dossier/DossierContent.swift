import Catalog
import Nomenclature
import Wording

/// What is said of a dossier, by the terminal and the page alike: titled blocks of labelled lines.
public struct DossierContent: Sendable {
    public var title: String
    public var blocks: [Block]

    public struct Block: Sendable {
        public var title: String
        public var rows: [Row]
    }

    public struct Row: Sendable {
        public var label: String
        public var lines: [String]
        /// Whether sources differ on it.
        public var isConflict = false
    }

    private let language: Language
    private let day: Day

    /// - Parameter day: the day for which validity is told.
    public init(_ dossier: Dossier, on day: Day, language: Language) {
        self.language = language
        self.day = day
        title = dossier.structures.first?.supplier.displayName ?? dossier.enterprise.name
        blocks = []
        for sheet in dossier.structures { blocks.append(structure(sheet)) }
        blocks.append(enterprise(dossier))
        if !dossier.sisters.isEmpty { blocks.append(sisters(dossier.sisters)) }
        blocks.append(sources(dossier.records))
        blocks = blocks.filter { !$0.rows.isEmpty }
    }

    private func say(_ french: String, _ english: String) -> String { Phrase(french, english)[language] }

    // MARK: The structure

    private func structure(_ sheet: Dossier.Sheet) -> Block {
        let supplier = sheet.supplier
        var rows: [Row] = []
        func add(_ fr: String, _ en: String, _ lines: [String]) {
            let lines = lines.filter { !$0.isEmpty }
            if !lines.isEmpty { rows.append(Row(label: say(fr, en), lines: lines)) }
        }
        add(
            "identifiants", "identifiers",
            [supplier.siret.map { "SIRET " + $0.text } ?? supplier.key] + supplier.otherIdentifiers)
        if supplier.isClosed(on: day) {
            let end = supplier.closedOn.map { say(" depuis le ", " since ") + $0.text(language) } ?? ""
            add("état", "state", [say("fermé", "closed") + end])
        }
        add("types", "kinds", supplier.kinds.flatMap { held in held.evidence.map { kind(held.kind, $0) } })
        add("lieu", "place", place(supplier))
        add("intervient", "works in", [perimeter(supplier.perimeter)])
        add("activité", "activity", activity(supplier))
        add("taille", "size", size(supplier))
        add("réseaux", "networks", [supplier.networks.joined(separator: ", ")])
        add("labels", "labels", [supplier.labels.joined(separator: ", ")])
        add("site web", "web site", [supplier.website])
        rows += sheet.facts.filter(\.isConflict).map(conflict)
        add("réparations", "repairs", supplier.repairs.map { $0[language] })
        return Block(title: supplier.displayName, rows: rows)
    }

    private func kind(_ kind: StructureKind, _ evidence: Evidence) -> String {
        let level =
            evidence.level == .enterprise
            ? say("l’entreprise", "the enterprise") : say("l’établissement", "the establishment")
        return "\(kind.rawValue) (\(level))" + say(" : ", ": ") + self.evidence(evidence)
    }

    private func place(_ supplier: Supplier) -> [String] {
        let address = [
            supplier.street, [supplier.postcode, supplier.city].filter { !$0.isEmpty }.joined(separator: " "),
        ]
        .filter { !$0.isEmpty }.joined(separator: ", ")
        guard let code = supplier.communeCode, let commune = Geography.shared.commune(code: code) else {
            return [address, address.isEmpty ? "" : say("commune non trouvée", "commune not found")]
        }
        var line = "\(commune.name) (\(code))"
        if let departement = Geography.shared.departement(commune.departement) { line += ", \(departement.name)" }
        if let placing = supplier.placing {
            line += say(" ; trouvée par : ", "; found by: ") + placing.phrase[language]
        }
        return [address, line]
    }

    private func perimeter(_ perimeter: Perimeter?) -> String {
        switch perimeter {
        case nil: say("périmètre inconnu", "perimeter not known")
        case .france: say("toute la France", "all of France")
        case .radius(let km): say("à moins de ", "within ") + NumberFormat.decimal(km, decimals: 0, language) + " km"
        case .zones(let departements, let regions):
            (departements.compactMap { Geography.shared.departement($0)?.name ?? $0 }
                + regions.map { code in
                    Geography.shared.departements.first { $0.region == code }?.regionName ?? code
                }).joined(separator: ", ")
        }
    }

    private func activity(_ supplier: Supplier) -> [String] {
        var lines: [String] = []
        if let naf = supplier.naf {
            var line = "NAF \(naf.code) " + (NAFTable.shared.label(naf) ?? "")
            if CPVAffinity.uninformative.contains(naf.code) {
                line += say(" (ne dit rien du métier)", " (says nothing of the trade)")
            }
            lines.append(line)
        }
        if let naf = supplier.naf2025 {
            lines.append("NAF 2025 \(naf.code) " + (NAF2025Table.shared.label(naf) ?? ""))
        }
        lines += [supplier.sectors.joined(separator: ", "), supplier.description] + supplier.offers
        lines = lines.filter { !$0.isEmpty }
        return lines.isEmpty ? [say("inconnue", "not known")] : lines
    }

    private func size(_ supplier: Supplier) -> [String] {
        var lines: [String] = []
        if let band = supplier.workforceBand.flatMap({ WorkforceBand.of($0) }) {
            lines.append(say("tranche SIRENE : ", "SIRENE band: ") + band.phrase[language])
        }
        if let employees = supplier.employees, !supplier.isHeadcountOfBand {
            lines.append(NumberFormat.integer(employees, language) + say(" salariés", " employees"))
        }
        if let share = supplier.insertionShare {
            lines.append(
                say("dont en insertion : ", "of whom in integration: ") + NumberFormat.percent(share, language))
        }
        if let turnover = supplier.turnover {
            lines.append(
                say("chiffre d’affaires : ", "turnover: ") + turnover.text(language) + say(" HT", " excl. tax"))
        }
        if let capacity = supplier.capacity {
            lines.append(NumberFormat.integer(capacity, language) + say(" places autorisées", " authorised places"))
        }
        return lines
    }

    private func conflict(_ fact: Dossier.Fact) -> Row {
        let lines = fact.values.map { value in
            (value.isRetained ? say("retenu : ", "kept: ") : say("écarté : ", "set aside: ")) + value.text[language]
                + " – "
                + value.evidence.prefix(3).map { evidence($0) }.joined(separator: " ; ")
        }
        return Row(label: fact.name[language], lines: lines, isConflict: true)
    }

    // MARK: The enterprise

    private func enterprise(_ dossier: Dossier) -> Block {
        let enterprise = dossier.enterprise
        var rows: [Row] = []
        func add(_ fr: String, _ en: String, _ lines: [String]) {
            let lines = lines.filter { !$0.isEmpty }
            if !lines.isEmpty { rows.append(Row(label: say(fr, en), lines: lines)) }
        }
        guard let siren = enterprise.siren else { return Block(title: "", rows: []) }
        add("au", "on", [day.text(language)])
        add("SIREN", "SIREN", [siren.text])
        add("nom", "name", [[enterprise.name, enterprise.acronym].filter { !$0.isEmpty }.joined(separator: ", ")])
        let belongs =
            switch enterprise.ess.belongs {
            case true: say("oui : ", "yes: ")
            case false: say("non : ", "no: ")
            case nil: ""
            }
        add(
            "ESS", "ESS",
            [belongs + enterprise.ess.title[language], enterprise.ess.evidence.map { evidence($0) } ?? ""])
        add("ESUS", "ESUS", esus(enterprise.esus))
        add(
            "types", "kinds",
            enterprise.unplacedKinds.flatMap { held in
                held.evidence.map {
                    "\(held.kind.rawValue) (" + say("établissement non précisé", "establishment not told") + ")"
                        + say(" : ", ": ") + evidence($0)
                }
            })
        if let code = enterprise.legalCategory {
            add("forme juridique", "legal form", [code + " " + (LegalCategory.of(code)?.label ?? enterprise.legalForm)])
        } else {
            add("forme juridique", "legal form", [enterprise.legalForm])
        }
        if enterprise.isMissionCompany == true {
            add("statut", "status", [say("société à mission", "mission company")])
        }
        add("création", "creation", [enterprise.createdOn.map { $0.text(language) } ?? ""])
        if enterprise.isClosed, enterprise.closedOn.map({ $0 <= day }) ?? true {
            add(
                "état", "state",
                [
                    say("cessée", "closed")
                        + (enterprise.closedOn.map { say(" depuis le ", " since ") + $0.text(language) } ?? "")
                ])
        }
        let conflicts = dossier.facts.filter { $0.isConflict || $0.values.contains { !$0.isRetained } }
        rows += conflicts.map(conflict)
        return Block(title: say("Entreprise", "Enterprise"), rows: rows)
    }

    private func esus(_ approvals: [Evidence]) -> [String] {
        guard !approvals.isEmpty else { return [say("aucun agrément connu", "no approval known")] }
        return approvals.map { approval in
            let state =
                approval.isValid(on: day)
                ? approval.validTo == nil
                    ? say("agréée, échéance inconnue", "approved, end not known") : say("agréée", "approved")
                : approval.validFrom.map { day < $0 } ?? false
                    ? say("agrément pas encore valable", "approval not yet valid")
                    : say("agrément expiré", "approval expired")
            return state + say(" : ", ": ") + evidence(approval)
        }
    }

    private func sisters(_ sisters: [Supplier]) -> Block {
        let shown = sisters.prefix(20).map { sister in
            let kinds = sister.kinds.filter { held in held.evidence.contains { $0.level == .establishment } }
            return Row(
                label: sister.siret?.text ?? sister.key,
                lines: [
                    sister.displayName,
                    [
                        kinds.map(\.kind.rawValue).joined(separator: ", "), sister.city,
                        sister.isClosed(on: day) ? say("fermé", "closed") : "",
                    ].filter { !$0.isEmpty }
                        .joined(separator: " · "),
                ].filter { !$0.isEmpty })
        }
        let title = say("Autres établissements de l’entreprise", "Other establishments of the enterprise")
        return Block(title: "\(title) (\(NumberFormat.integer(sisters.count, language)))", rows: Array(shown))
    }

    // MARK: The sources

    private func sources(_ records: [SupplierRecord]) -> Block {
        let rows = records.prefix(40).map { record in
            let evidence = Evidence(
                source: record.source, place: record.place, seen: record.seen, firstSeen: record.firstSeen)
            let what = record.siret?.text ?? record.siren?.text ?? record.otherIdentifier ?? ""
            return Row(label: what, lines: [self.evidence(evidence), place(record.place)])
        }
        let title = say("Fiches lues", "Records read")
        return Block(title: "\(title) (\(NumberFormat.integer(records.count, language)))", rows: Array(rows))
    }

    private func place(_ place: Place) -> String {
        [place.file, place.inside(language)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// « liste des SIAE de l’ASP, vu le 01/07/2019, valable du … au … ».
    private func evidence(_ evidence: Evidence) -> String {
        var text = SupplierSource.named(evidence.source)?.name[language] ?? evidence.source
        switch (evidence.firstSeen, evidence.seen) {
        case (let first?, let last?):
            text += say(", vu du ", ", seen from ") + first.text(language) + say(" au ", " to ") + last.text(language)
        case (_, let last?): text += say(", vu le ", ", seen ") + last.text(language)
        case (_, nil): break
        }
        if let from = evidence.validFrom { text += say(", valable depuis le ", ", valid from ") + from.text(language) }
        if let end = evidence.validTo {
            text += say(", jusqu’au ", ", until ") + end.text(language)
            if end < day { text += say(" (expiré)", " (expired)") }
        }
        return text
    }
}
