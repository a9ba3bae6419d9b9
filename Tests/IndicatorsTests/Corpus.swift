import Catalog
import Foundation
import Indicators
import Nomenclature
import Tenders
import Wording

/// The sample files of `data/decp`, read with as little as possible: the reader under test elsewhere is not used,
/// so that the figures are checked apart from it.
struct Corpus {
    var root: URL

    /// `nil`, with the reason printed, when the folder is not there.
    static func located() -> Corpus? {
        let path = ProcessInfo.processInfo.environment["PASSERELLE_CORPUS"] ?? "../shared/data"
        let root = URL(fileURLWithPath: path)
        guard FileManager.default.fileExists(atPath: root.appendingPathComponent("decp/expectations.json").path) else {
            print("skipped: no corpus at \(root.path); set PASSERELLE_CORPUS to the folder that holds decp/")
            return nil
        }
        return Corpus(root: root)
    }

    func json(_ path: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(contentsOf: root.appendingPathComponent(path)))
    }

    func expectations(_ file: String) throws -> [String: Any] {
        let all = try json("decp/expectations.json") as? [String: Any]
        return all?[file] as? [String: Any] ?? [:]
    }

    /// Contracts of a file: concessions left out, the latest publication of each uid kept.
    func contracts(_ file: String) throws -> [CountedContract] {
        let content = try json("decp/" + file) as? [String: Any]
        let records =
            (content?["marches"] as? [String: Any])?["marche"] as? [[String: Any]]
            ?? content?["marches"] as? [[String: Any]] ?? []
        var kept: [String: CountedContract] = [:]
        for (index, record) in records.enumerated() {
            let nature = text(record["nature"]).lowercased()
            if text(record["_type"]) == "Contrat de concession" || nature.contains("concession")
                || nature.contains("délégation")
            {
                continue
            }
            let contract = contract(record)
            if let other = kept[contract.uid]?.contract, other.publicationText > contract.publicationText { continue }
            kept[contract.uid] = CountedContract(
                contract: contract, source: Place(file: file, record: index + 1))
        }
        return Array(kept.values)
    }

    func suppliers() throws -> [Supplier] {
        let content = try String(
            contentsOf: root.appendingPathComponent("decp/derived/suppliers-synthetic.csv"), encoding: .utf8)
        return try content.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let kinds: [StructureKind] =
                switch cells[2] {
                case "SIAE": [.ei]
                case "EA": [.ea]
                case "ESAT": [.esat]
                case "COOP": [.scop]
                default: StructureKind(source: cells[2]).map { [$0] } ?? []
                }
            var supplier = try Samples.supplier(cells[0], kinds, ess: true)
            if cells[3] == "1" { supplier.esus = [Samples.evidence(to: Day(iso: cells[4]))] }
            return supplier
        }
    }

    private func contract(_ record: [String: Any]) -> Contract {
        let buyer = text((record["acheteur"] as? [String: Any])?["id"]).filter { !$0.isWhitespace }
        let isNew = record["considerationsSociales"] != nil || record["techniques"] != nil
        var contract = Contract(id: text(record["id"]), buyer: buyer, format: isNew ? .decp2022 : .decp2019)
        contract.nature = text(record["nature"])
        contract.object = text(record["objet"])
        contract.cpvText = text(record["codeCPV"])
        contract.procedure = text(record["procedure"])
        contract.techniques = texts(record["techniques"])
        contract.modalities = texts(record["modalitesExecution"])
        contract.frameworkID = record["idAccordCadre"].map(text)
        contract.durationMonths = record["dureeMois"] as? Int
        contract.notificationText = text(record["dateNotification"])
        contract.publicationText = text(record["datePublicationDonnees"])
        contract.initialAmount = amount(record["montant"])
        contract.holders = holders(record["titulaires"])
        contract.innovative = record["marcheInnovant"] as? Bool
        contract.offers = record["offresRecues"] as? Int
        contract.groupType = text(record["typeGroupementOperateurs"])
        contract.subcontractingDeclared = record["sousTraitanceDeclaree"] as? Bool
        contract.advanceGranted = record["attributionAvance"] as? Bool
        contract.social = field(texts(record["considerationsSociales"]))
        contract.environmental = field(texts(record["considerationsEnvironnementales"]))
        contract.modifications = (record["modifications"] as? [[String: Any]] ?? []).map { item in
            let value = item["modification"] as? [String: Any] ?? item
            return Modification(
                notificationText: text(value["dateNotificationModification"]), amount: amount(value["montant"]),
                holders: holders(value["titulaires"]))
        }
        return contract
    }

    private func text(_ value: Any?) -> String {
        if let text = value as? String { return text }
        if let number = value as? NSNumber { return number.stringValue }
        return ""
    }

    private func texts(_ value: Any?) -> [String] {
        (value as? [String: Any])?.values.first as? [String] ?? []
    }

    private func amount(_ value: Any?) -> Amount? {
        value is NSNull || value == nil ? nil : Amount(text(value))
    }

    private func holders(_ value: Any?) -> [Holder] {
        (value as? [[String: Any]] ?? []).map { item in
            let holder = item["titulaire"] as? [String: Any] ?? item
            return Holder(id: text(holder["id"]), idType: text(holder["typeIdentifiant"]))
        }
    }

    private func field(_ values: [String]) -> ConsiderationField {
        var field = ConsiderationField()
        for value in values {
            if value.hasPrefix("Clause") { field.clause = true }
            if value.hasPrefix("Critère") { field.criterion = true }
            if value == "Marché réservé" { field.reserved = true }
            if value.hasPrefix("Pas de") { field.none = true }
        }
        return field
    }
}
