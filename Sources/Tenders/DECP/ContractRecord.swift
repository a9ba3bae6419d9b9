import Bytes
import Nomenclature

/// One DECP record as a contract. Keys of both formats are looked for: publishers mix them.
struct ContractRecord {
    let value: JSONValue
    let isV2: Bool

    var contract: Contract {
        var contract = Contract(
            id: Markers.informed(value["id"]?.text) ?? "", buyer: Self.buyer(of: value),
            format: isV2 ? .decp2022 : .decp2019)
        contract.buyerName = TextRepair.line(Markers.informed(value["acheteur"]?["nom"]?.text) ?? "")
        contract.nature = text("nature")
        contract.object = TextRepair.clean(text("objet"))
        contract.cpvText = text("codeCPV")
        contract.procedure = text("procedure")
        contract.techniques = texts("techniques", "technique")
        contract.modalities = texts("modalitesExecution", "modaliteExecution")
        contract.frameworkID = Markers.informed(value["idAccordCadre"]?.text)
        contract.placeCode = Markers.informed(value["lieuExecution"]?["code"]?.text) ?? ""
        contract.placeType = Markers.informed(value["lieuExecution"]?["typeCode"]?.text) ?? ""
        contract.durationMonths = Markers.integer(value["dureeMois"]?.text)
        contract.notificationText = text("dateNotification")
        contract.publicationText = text("datePublicationDonnees")
        contract.initialAmount = Self.amount(value["montant"])
        contract.holders = Self.holders(value["titulaires"])
        contract.social = Self.consideration(texts("considerationsSociales", "considerationSociale"))
        contract.environmental = Self.consideration(
            texts("considerationsEnvironnementales", "considerationEnvironnementale"))
        contract.innovative = Markers.flag(value["marcheInnovant"]?.text)
        contract.offers = Markers.integer(value["offresRecues"]?.text).flatMap { $0 >= 1 ? $0 : nil }
        contract.groupType = text("typeGroupementOperateurs")
        contract.subcontractingDeclared = Markers.flag(value["sousTraitanceDeclaree"]?.text)
        contract.advanceGranted = Markers.flag(value["attributionAvance"]?.text)
        contract.priceForm = text("formePrix")
        contract.subcontracts = Self.objects(value["actesSousTraitance"], "acteSousTraitance").compactMap { act in
            Self.holders(act["sousTraitant"]).first.map {
                Subcontract(
                    holder: $0, amount: Self.amount(act["montant"]),
                    notificationText: Markers.informed(act["dateNotification"]?.text) ?? "")
            }
        }
        contract.modifications = Self.objects(value["modifications"], "modification").map { modification in
            Modification(
                notificationText: Markers.informed(modification["dateNotificationModification"]?.text) ?? "",
                amount: Self.amount(modification["montant"]),
                durationMonths: Markers.integer(modification["dureeMois"]?.text),
                holders: Self.holders(modification["titulaires"]))
        }
        // v1 said in the nature what v2 says in techniques and modalities.
        switch Markers.fold(contract.nature) {
        case "accord-cadre": contract.techniques.append("Accord-cadre")
        case "marche subsequent": contract.modalities.append("Marchés subséquents")
        default: break
        }
        return contract
    }

    /// Buyer's identifier without blanks: `acheteur.id` nested, flat, or the granting authority's place.
    static func buyer(of value: JSONValue) -> String {
        let text = Markers.informed(value["acheteur"]?["id"]?.text) ?? Markers.informed(value["acheteur.id"]?.text)
        return TextRepair.identifier(text ?? "")
    }

    private func text(_ key: String) -> String { Markers.informed(value[key]?.text) ?? "" }

    /// The strings of a list under `key`, whether or not it is wrapped in `item`.
    private func texts(_ key: String, _ item: String) -> [String] {
        Self.leaves(value[key], item).compactMap { Markers.informed($0.text) }
    }

    private static func amount(_ value: JSONValue?) -> Amount? { Markers.informed(value?.text).flatMap { Amount($0) } }

    /// Holders of `[{titulaire: {…}}]`, `[[…]]`, `{titulaire: […]}` and flat lists alike.
    static func holders(_ value: JSONValue?) -> [Holder] {
        objects(value, "titulaire").compactMap { holder in
            let id = Markers.informed(holder["id"]?.text).map { TextRepair.identifier($0) } ?? ""
            let name = TextRepair.line(Markers.informed(holder["denominationSociale"]?.text) ?? "")
            guard !id.isEmpty || !name.isEmpty else { return nil }
            return Holder(
                id: id, idType: idType(Markers.informed(holder["typeIdentifiant"]?.text) ?? "", id), name: name)
        }
    }

    /// Repairs of the identifier type that the Ministry's own tooling makes.
    private static func idType(_ type: String, _ id: String) -> String {
        switch type.uppercased() {
        case "": id.utf8.count == 14 && id.allSatisfy(\.isNumber) ? "SIRET" : ""
        case "FRW": "FRWF"
        case "HORS_UE": "HORS-UE"
        case "TVA-INTRACOMMUNAUTAIRE", "UE": "TVA"
        case let known: known
        }
    }

    /// Values told by the beginning of the word: some publishers destroy the accents (U+FFFD).
    private static func consideration(_ values: [String]) -> ConsiderationField {
        var field = ConsiderationField()
        for value in values {
            let text = Markers.fold(value)
            if text.hasPrefix("clause") {
                field.clause = true
            } else if text.hasPrefix("crit") {
                field.criterion = true
            } else if text.hasPrefix("march") || text.hasPrefix("concession") {
                field.reserved = true
            } else if text.hasPrefix("pas de consid") {
                field.none = true
            }
        }
        return field
    }

    // MARK: Lists as they come

    private static func objects(_ value: JSONValue?, _ item: String) -> [JSONValue] {
        leaves(value, item).filter(\.isObject)
    }

    /// What a list holds, at any nesting, wrappers named `item` opened.
    private static func leaves(_ value: JSONValue?, _ item: String) -> [JSONValue] {
        guard let value, !value.isNull else { return [] }
        if value.isArray { return value.list.flatMap { leaves($0, item) } }
        if value.isObject, let wrapped = value[item] { return leaves(wrapped, item) }
        return [value]
    }
}
