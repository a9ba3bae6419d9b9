import Bytes
import Nomenclature

/// Builds contracts from what records say, field by field: the one place where the tolerance rules are, for every
/// syntax.
///
/// Of a field that stands twice, the first value that says something counts.
struct ContractAssembly {
    private var contract = Contract(id: "", buyer: "", format: .decp2019)
    private var words = ContractWords()

    // What the record says beside the fields of the contract.
    private var isConcession = false
    private var hasAuthority = false
    private var nature: ContractWords.Nature?

    // What is open.
    private var holder = Holder(id: "", idType: "")
    private var modification: Modification?
    private var subcontract: Subcontract?
    private var change = SubcontractChange()
    private var changes: [SubcontractChange] = []

    private struct SubcontractChange {
        var id = ""
        var date = ""
        var amount: Amount?
        var durationMonths: Int?
    }

    /// What a record turned out to be.
    enum Outcome {
        case contract(Contract)
        case concession
        /// Without number; it cannot be told from others.
        case noID
        case noBuyer
    }

    // MARK: Objects

    mutating func begin(_ field: ContractField) {
        switch field {
        case .holder: holder = Holder(id: "", idType: "")
        case .modification: modification = Modification(notificationText: "")
        case .subcontract:
            subcontract = Subcontract(holder: Holder(id: "", idType: ""), amount: nil, notificationText: "")
        case .subcontractChange: change = SubcontractChange()
        case .concession: isConcession = true
        default: break
        }
    }

    mutating func end(_ field: ContractField) {
        switch field {
        case .holder: closeHolder()
        case .modification:
            // A wrapper ends behind what it wraps.
            if let closed = modification, closed != Modification(notificationText: "") {
                contract.modifications.append(closed)
            }
            modification = nil
        case .subcontract:
            if let closed = subcontract, !closed.holder.id.isEmpty || !closed.holder.name.isEmpty {
                contract.subcontracts.append(closed)
            }
            subcontract = nil
        case .subcontractChange:
            if !change.id.isEmpty { changes.append(change) }
            change = SubcontractChange()
        default: break
        }
    }

    private mutating func closeHolder() {
        guard !holder.id.isEmpty || !holder.name.isEmpty else { return }
        // Rule 29.
        let digits = holder.id.utf8
        if holder.idType.isEmpty, digits.count == 14, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
            holder.idType = "SIRET"
        }
        if subcontract != nil {
            subcontract?.holder = holder
        } else if modification != nil {
            modification?.holders.append(holder)
        } else {
            contract.holders.append(holder)
        }
        holder = Holder(id: "", idType: "")
    }

    // MARK: Values

    mutating func value(_ field: ContractField, _ text: ByteText) {
        if field.isOf2022 { contract.format = .decp2022 }
        guard Markers.isInformed(text) else { return }
        switch field {
        case .id: if contract.id.isEmpty { contract.id = text.string }
        case .type: if text == "Contrat de concession" { isConcession = true }
        case .buyer: if contract.buyer.isEmpty { contract.buyer = Self.identifier(text) }
        case .buyerName: if contract.buyerName.isEmpty { contract.buyerName = TextRepair.line(text.string) }
        case .authority: hasAuthority = true
        case .nature: if nature == nil { nature = words.nature(text) }
        case .object: if contract.object.isEmpty { contract.object = Self.clean(text) }
        case .cpv: if contract.cpvText.isEmpty { contract.cpvText = text.string }
        case .procedure: if contract.procedure.isEmpty { contract.procedure = words.value(text) }
        case .technique: words.append(text, to: &contract.techniques)
        case .modality: words.append(text, to: &contract.modalities)
        case .priceType: words.append(text, to: &contract.priceTypes)
        case .frameworkID: if contract.frameworkID == nil { contract.frameworkID = text.string }
        case .placeCode: if contract.placeCode.isEmpty { contract.placeCode = text.string }
        case .placeType: if contract.placeType.isEmpty { contract.placeType = words.value(text) }
        case .duration: contract.durationMonths = contract.durationMonths ?? Markers.integer(text)
        case .notification: if contract.notificationText.isEmpty { contract.notificationText = text.string }
        case .publication: if contract.publicationText.isEmpty { contract.publicationText = text.string }
        case .amount: contract.initialAmount = contract.initialAmount ?? Self.amount(text)
        case .finalAmount: finalAmount(text)
        case .priceForm: if contract.priceForm.isEmpty { contract.priceForm = words.value(text) }
        case .innovative: contract.innovative = contract.innovative ?? words.flag(text)
        case .ccag: if contract.ccag.isEmpty { contract.ccag = words.value(text) }
        case .offers:
            if contract.offers == nil, let offers = Markers.integer(text), offers >= 1 { contract.offers = offers }
        case .advance: contract.advanceGranted = contract.advanceGranted ?? words.flag(text)
        case .advanceRate: contract.advanceRate = contract.advanceRate ?? words.share(text)
        case .groupType: if contract.groupType.isEmpty { contract.groupType = words.value(text) }
        case .subcontracting: contract.subcontractingDeclared = contract.subcontractingDeclared ?? words.flag(text)
        case .originEU: contract.originEU = contract.originEU ?? words.share(text)
        case .originFrance: contract.originFrance = contract.originFrance ?? words.share(text)
        case .social: contract.social.formUnion(words.consideration(text))
        case .environmental: contract.environmental.formUnion(words.consideration(text))
        case .holderID: holder.id = Self.identifier(text)
        case .holderType: holder.idType = words.idType(text)
        case .holderName: holder.name = TextRepair.line(text.string)
        default:
            if modification != nil { modificationValue(field, text) } else { subcontractValue(field, text) }
        }
    }

    private mutating func modificationValue(_ field: ContractField, _ text: ByteText) {
        switch field {
        case .modificationID: modification?.id = text.string
        case .modificationObject: modification?.object = Self.clean(text)
        case .modificationDate: modification?.notificationText = text.string
        case .modificationPublication: modification?.publicationText = text.string
        case .modificationAmount: modification?.amount = Self.amount(text)
        case .modificationDuration: modification?.durationMonths = Markers.integer(text)
        default: break
        }
    }

    private mutating func subcontractValue(_ field: ContractField, _ text: ByteText) {
        switch field {
        case .subcontractID: subcontract?.id = text.string
        case .subcontractDate: subcontract?.notificationText = text.string
        case .subcontractPublication: subcontract?.publicationText = text.string
        case .subcontractAmount: subcontract?.amount = Self.amount(text)
        case .subcontractDuration: subcontract?.durationMonths = Markers.integer(text)
        case .subcontractVariation: subcontract?.priceVariation = words.value(text)
        case .subcontractChangeID: change.id = text.string
        case .subcontractChangeDate: change.date = text.string
        case .subcontractChangeAmount: change.amount = Self.amount(text)
        case .subcontractChangeDuration: change.durationMonths = Markers.integer(text)
        default: break
        }
    }

    private mutating func finalAmount(_ text: ByteText) {
        guard let amount = Self.amount(text), amount != contract.initialAmount else { return }
        contract.modifications.append(Modification(notificationText: "", amount: amount))
    }

    /// Without white space inside or around.
    private static func identifier(_ text: ByteText) -> String {
        text.isPlain ? text.string : TextRepair.identifier(text.string)
    }

    /// Most texts need no repair, which their bytes tell.
    private static func clean(_ text: ByteText) -> String {
        text.contains(0xC2) || text.contains(UInt8(ascii: "&")) ? TextRepair.clean(text.string) : text.string
    }

    private static func amount(_ text: ByteText) -> Amount? {
        if let units = text.plainDecimal(decimals: 4) { return Amount(units: units) }
        return Amount(text.string)
    }

    // MARK: Closing

    /// What the record is; the next one may begin.
    mutating func finish() -> Outcome {
        defer { reset() }
        if isConcession || nature?.isConcession == true { return .concession }
        // Only a granting authority is named.
        if hasAuthority, contract.buyer.isEmpty { return .concession }
        if contract.id.isEmpty { return .noID }
        if contract.buyer.isEmpty { return .noBuyer }
        if let nature {
            contract.nature = nature.text
            if nature.isFramework { Self.add(SchemaValues.accordCadre, to: &contract.techniques) }
            if nature.isSubsequent { Self.add(SchemaValues.marchesSubsequents, to: &contract.modalities) }
        }
        if !changes.isEmpty { applySubcontractChanges() }
        return .contract(contract)
    }

    private static func add(_ value: String, to list: inout [String]) {
        if !list.contains(value) { list.append(value) }
    }

    /// In the order of their notification; each replaces what it carries. One whose act is not there has no holder to
    /// belong to and is left aside (rule 7).
    private mutating func applySubcontractChanges() {
        let ordered = changes.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
        for (_, change) in ordered {
            guard let index = contract.subcontracts.firstIndex(where: { $0.id == change.id }) else { continue }
            if let amount = change.amount { contract.subcontracts[index].amount = amount }
            if let months = change.durationMonths { contract.subcontracts[index].durationMonths = months }
        }
    }

    /// Forgets what was said: for a record that is abandoned.
    mutating func reset() {
        contract = Contract(id: "", buyer: "", format: .decp2019)
        isConcession = false
        hasAuthority = false
        nature = nil
        holder = Holder(id: "", idType: "")
        modification = nil
        subcontract = nil
        if !changes.isEmpty { changes = [] }
    }
}
