/// What the end of a group does to the notice.
extension EFormsAssembly {
    mutating func closeAdditionalType() {
        guard lot != nil, !additionalCode.code.isEmpty else { return }
        switch additionalCode.list {
        case "strategic-procurement":
            lot?.strategic.append(additionalCode.code)
            if let additionalText { lot?.strategicDescription = additionalText }
        case "social-objective": lot?.social.append(additionalCode.code)
        case "environmental-impact": lot?.environmental.append(additionalCode.code)
        case "innovative-acquisition": lot?.innovation.append(additionalCode.code)
        case "gpp-criteria": lot?.greenCriteria.append(additionalCode.code)
        case "accessibility": lot?.accessibility.append(additionalCode.code)
        default: break
        }
    }

    mutating func closeProcedureProject() {
        guard lot == nil, notice.procedure.title == nil, notice.lots.isEmpty, notice.parts.isEmpty,
            notice.lotGroups.isEmpty
        else { return }
        notice.procedure.title = project.title
        notice.procedure.description = project.description
        notice.procedure.note = project.note
        notice.procedure.nature = project.nature
        notice.procedure.mainCPV = project.mainCPV
        notice.procedure.additionalCPV = project.additionalCPV
        notice.procedure.places = project.places
        notice.procedure.value = project.value
        notice.procedure.frameworkMaximum = project.frameworkMaximum
    }

    mutating func closeLot() {
        guard var closed = lot else { return }
        closed.reference = project.reference
        closed.title = project.title
        closed.description = project.description
        closed.note = project.note
        closed.nature = project.nature
        closed.mainCPV = project.mainCPV
        closed.additionalCPV = project.additionalCPV
        closed.places = project.places
        closed.value = project.value
        closed.frameworkMaximum = project.frameworkMaximum ?? closed.frameworkMaximum
        if !groupFormIsRequired { closed.groupForm = nil }
        switch lotScheme {
        case "LotsGroup": notice.lotGroups.append(closed)
        case "Part": notice.parts.append(closed)
        default: notice.lots.append(closed)
        }
        lot = nil
        project = Project()
    }

    /// Resolves references once the whole document is read.
    mutating func finish() {
        closeProcedureProject()
        for index in notice.lotGroups.indices {
            notice.lotGroups[index].members = groupMembers[notice.lotGroups[index].id] ?? []
        }
        notice.buyers = buyerReferences.compactMap { organisations[$0] }
        results.apply(to: &notice, organisations: organisations)
    }
}
