/// The fields of TED_EXPORT that Passerelle reads, numbered for the path tables of ``TEDPaths``.
enum TEDField: UInt16, Sendable {
    // Export and coded data
    case export, publicationNumber, earlierNumber, publicationDate, dispatchDate, documentType, buyerCountry
    case codedDirective, codedNature, codedProcedure, codedDeadline, codedCPV, codedPlace
    case translation, translatedTitle, translatedBuyer
    // Form
    case form, oldForm, uuid, noticeKind, legalBasis, directive
    // Organisations: buyer, contractor
    case buyer, contractor, organisation, name, nationalID, town, postcode, country, organisationPlace, small, notSmall
    case buyerType, buyerActivity
    // Object, of the notice
    case object, title, reference, mainCPV, additionalCPV, nature, description, estimate, total, note
    case place, site
    // Lot
    case lot, lotNumber, lotTitle, lotMainCPV, lotAdditionalCPV, lotPlace, lotSite, lotDescription, lotEstimate, lotNote
    case duration, durationMonths, durationDays, start, end, unlimited
    case renewal, options, variants, noVariants, variantsSaid
    case priceCriterion, costCriterion, qualityCriterion, plainCriterion, criterionName, criterionWeight
    case concessionCriterion, contestCriterion
    // Conditions
    case workshop, programme, serviceMission, conditions, participationRules, groupForm
    // Procedure
    case open, restricted, negotiated, dialogue, innovation, withoutCall, priorPublication, competitiveTendering
    case framework, singleOperator, dynamicPurchasing, otherPurchasers
    case tenderDate, tenderTime
    case lowest, highest
    // Awards
    case award, awardLot, contractNumber, awardTitle, awarded, prize, notAwarded, unsuccessful, discontinued
    case awardedToGroup, notToGroup, concluded, awardValue, awardLowest, awardHighest, awardEstimate
    case tenders, tendersSmall, tendersOtherEU, tendersNonEU, tendersElectronic
    // Amounts and dates of R2.0.7 and R2.0.8
    case amounts, taxIncluded
    case awardDate, deadlineDate, startDate, endDate, day, month, year, time
    // Corrigendum, modification
    case change, changedSection, changedLabel, oldValue, newValue, oldCode, newCode
    case modification, modifiedTotal
}
