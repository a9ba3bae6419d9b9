import Bytes

extension TEDAssembly {
    /// Elements of an award that speak by being there.
    mutating func award(_ field: TEDField) {
        switch field {
        case .award: award = TEDAward()
        case .awarded: award.isAwarded = true
        case .prize:
            // Each prize of a design contest has its own winner.
            award.isAwarded = true
            award.isSeparate = true
        case .notAwarded: award.isAwarded = false
        // « No tender, or all rejected »: eForms tells them apart.
        case .unsuccessful: award.reason = "PROCUREMENT_UNSUCCESSFUL"
        case .discontinued: award.reason = "other"
        case .notToGroup: award.isSeparate = true
        default: award.isSeparate = false
        }
    }

    /// False when the field is none of an award.
    mutating func awardValue(_ event: XMLEvent<TEDField>) -> Bool {
        switch event.field {
        case .awardLot: award.lot = TEDText.line(event.text)
        case .contractNumber: award.contract = TEDText.line(event.text)
        case .awardTitle: award.title.add(paragraph(event), separator: " ")
        case .concluded: award.concluded = event.text
        default:
            guard let code = TEDCodes.submissions[event.field] else { return false }
            if let count = Int(event.text) { award.statistics.append(SubmissionCount(code: code, count: count)) }
        }
        return true
    }
}
