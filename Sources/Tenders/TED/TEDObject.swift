import Bytes

/// One object of a notice (`OBJECT_CONTRACT`): prior information notices may have several.
struct TEDObject {
    var title = TEDText()
    var description = TEDText()
    var reference = ""
    var nature = ""
    var mainCPV: String?
    var additionalCPV: [String] = []
    var estimate: Money?

    mutating func read(_ event: XMLEvent<TEDField>) {
        switch event.field {
        case .mainCPV: mainCPV = mainCPV ?? event.attribute(.code)
        case .additionalCPV: if let code = event.attribute(.code) { additionalCPV.append(code) }
        default:
            if nature.isEmpty, let type = event.attribute(.contractType) { nature = TEDCodes.natures[type] ?? type }
        }
    }
}
