// swift-format-ignore-file
// One line a field, so that the table can be held against the specification.

import Bytes

/// Where R2.0.9 (S01 to S05) keeps its fields, one line a field, the number of the eForms business term beside it.
///
/// The form is any child of `FORM_SECTION`: the forms F01 to F25 and MOVE share one vocabulary. The vocabulary of
/// R2.0.7 and R2.0.8 is ``TEDOldPaths``.
enum TEDPaths {
    typealias Row = XMLPathTable<TEDField>.Row

    /// Organisations of R2.0.8 have their name in a child of `ORGANISATION`.
    static let table = table(old: TEDOldPaths.rows(organisation: TEDOldPaths.structured))
    /// In R2.0.7 `ORGANISATION` is the name.
    static let tableOfPlainNames = table(old: TEDOldPaths.rows(organisation: TEDOldPaths.plain))

    private static func table(old: [Row]) -> XMLPathTable<TEDField> {
        XMLPathTable(
            abbreviations: [
                "$CODED": "/*/CODED_DATA_SECTION",
                "$FORM": "/*/FORM_SECTION/*",
                "$LOT": "$FORM/OBJECT_CONTRACT/OBJECT_DESCR",
                "$AWARDED": "$FORM/AWARD_CONTRACT/AWARDED_CONTRACT",
                "$OLD": "$FORM/*",
            ],
            coded + form + object + lot + conditions + procedure + awards + contest + corrections + old)
    }

    private static let coded: [Row] = [
        .group("/*", .export),  // @DOC_ID, @VERSION
        .value("$CODED/NOTICE_DATA/NO_DOC_OJS", .publicationNumber),  // OPP-010
        .value("$CODED/NOTICE_DATA/REF_NOTICE/NO_DOC_OJS", .earlierNumber),
        .value("$CODED/REF_OJS/DATE_PUB", .publicationDate),  // OPP-012
        .value("$CODED/CODIF_DATA/DS_DATE_DISPATCH", .dispatchDate),  // BT-05
        .group("$CODED/CODIF_DATA/TD_DOCUMENT_TYPE", .documentType),  // BT-02, BT-03
        .group("$CODED/NOTICE_DATA/ISO_COUNTRY", .buyerCountry),
        // What the publisher drew from the form: read where the form itself gives nothing.
        .group("$CODED/CODIF_DATA/DIRECTIVE", .codedDirective),  // BT-01
        .group("$CODED/CODIF_DATA/NC_CONTRACT_NATURE", .codedNature),  // BT-23
        .group("$CODED/CODIF_DATA/PR_PROC", .codedProcedure),  // BT-105
        .value("$CODED/CODIF_DATA/DT_DATE_FOR_SUBMISSION", .codedDeadline),  // BT-131
        .group("$CODED/NOTICE_DATA/ORIGINAL_CPV", .codedCPV),  // BT-262
        .group("$CODED/NOTICE_DATA/PERFORMANCE_NUTS", .codedPlace),  // BT-5071
        .group("$CODED/NOTICE_DATA/ORIGINAL_NUTS", .codedPlace),  // BT-5071, S01 and before
        .group("/*/TRANSLATION_SECTION/ML_TITLES/ML_TI_DOC", .translation),
        .value("/*/TRANSLATION_SECTION/ML_TITLES/ML_TI_DOC/TI_TEXT", .translatedTitle),  // BT-21
        .value("/*/TRANSLATION_SECTION/ML_AA_NAMES/AA_NAME", .translatedBuyer),  // BT-500
    ]

    private static let form: [Row] = [
        .value("/*/FORM_SECTION/NOTICE_UUID", .uuid),
        .group("$FORM", .form),  // @FORM, @LG, @CATEGORY, @VERSION
        .group("$FORM/NOTICE", .noticeKind),  // BT-02, BT-03
        .group("$FORM/LEGAL_BASIS", .legalBasis),  // BT-01
        .group("$FORM/DIRECTIVE", .directive),  // BT-01
        .group("$FORM/CONTRACTING_BODY/ADDRESS_CONTRACTING_BODY", .buyer),
        .group("$FORM/CONTRACTING_BODY/ADDRESS_CONTRACTING_BODY_ADDITIONAL", .buyer),
        .group("$FORM/CONTRACTING_BODY/CA_TYPE", .buyerType),  // BT-11
        .group("$FORM/CONTRACTING_BODY/CA_ACTIVITY", .buyerActivity),  // BT-10
        .group("$FORM/CONTRACTING_BODY/CE_ACTIVITY", .buyerActivity),  // BT-610
        .value("$FORM/COMPLEMENTARY_INFO/INFO_ADD/P", .note),  // BT-300
        .value("$FORM/COMPLEMENTARY_INFO/NOTICE_NUMBER_OJ", .earlierNumber),  // BT-758
    ]
        + address("$FORM/CONTRACTING_BODY/ADDRESS_CONTRACTING_BODY")
        + address("$FORM/CONTRACTING_BODY/ADDRESS_CONTRACTING_BODY_ADDITIONAL")

    private static func address(_ base: String) -> [Row] {
        [
            .value("\(base)/OFFICIALNAME", .name),  // BT-500
            .value("\(base)/NATIONALID", .nationalID),  // BT-501
            .value("\(base)/TOWN", .town),  // BT-513
            .value("\(base)/POSTAL_CODE", .postcode),  // BT-512
            .group("\(base)/COUNTRY", .country),  // BT-514
            .group("\(base)/NUTS", .organisationPlace),  // BT-507
        ]
    }

    private static let object: [Row] = [
        .group("$FORM/OBJECT_CONTRACT", .object),
        .value("$FORM/OBJECT_CONTRACT/TITLE/P", .title),  // BT-21
        .value("$FORM/OBJECT_CONTRACT/REFERENCE_NUMBER", .reference),  // BT-22
        .group("$FORM/OBJECT_CONTRACT/CPV_MAIN/CPV_CODE", .mainCPV),  // BT-262
        .group("$FORM/OBJECT_CONTRACT/TYPE_CONTRACT", .nature),  // BT-23
        .value("$FORM/OBJECT_CONTRACT/SHORT_DESCR/P", .description),  // BT-24
        .value("$FORM/OBJECT_CONTRACT/VAL_ESTIMATED_TOTAL", .estimate),  // BT-27
        .value("$FORM/OBJECT_CONTRACT/VAL_TOTAL", .total),  // BT-161
        .group("$FORM/OBJECT_CONTRACT/VAL_RANGE_TOTAL", .amounts),
        .value("$FORM/OBJECT_CONTRACT/VAL_RANGE_TOTAL/LOW", .lowest),  // BT-710
        .value("$FORM/OBJECT_CONTRACT/VAL_RANGE_TOTAL/HIGH", .highest),  // BT-711
    ]

    private static let lot: [Row] = [
        .group("$LOT", .lot),
        .value("$LOT/LOT_NO", .lotNumber),  // BT-137
        .value("$LOT/TITLE/P", .lotTitle),  // BT-21
        .group("$LOT/CPV_ADDITIONAL/CPV_CODE", .lotAdditionalCPV),  // BT-263
        .group("$LOT/NUTS", .lotPlace),  // BT-5071
        .value("$LOT/MAIN_SITE/P", .lotSite),  // BT-728
        .value("$LOT/SHORT_DESCR/P", .lotDescription),  // BT-24
        .value("$LOT/VAL_OBJECT", .lotEstimate),  // BT-27
        .value("$LOT/DURATION", .duration),  // BT-36
        .value("$LOT/DATE_START", .start),  // BT-536
        .value("$LOT/DATE_END", .end),  // BT-537
        .group("$LOT/INDEFINITE_DURATION", .unlimited),  // BT-538
        .value("$LOT/RENEWAL_DESCR/P", .renewal),  // BT-57
        .value("$LOT/OPTIONS_DESCR/P", .options),  // BT-54
        .group("$LOT/ACCEPTED_VARIANTS", .variants),  // BT-63
        .group("$LOT/NO_ACCEPTED_VARIANTS", .noVariants),  // BT-63
        .value("$LOT/INFO_ADD/P", .lotNote),  // BT-300
    ]
        // S01 has no AC; F15 puts it under the directive.
        + ["$LOT", "$LOT/AC", "$LOT/*", "$LOT/*/AC"].flatMap(criteria)

    private static func criteria(_ base: String) -> [Row] {
        [
            .group("\(base)/AC_QUALITY", .qualityCriterion),  // BT-539
            .value("\(base)/AC_QUALITY/AC_CRITERION", .criterionName),  // BT-734
            .value("\(base)/AC_QUALITY/AC_WEIGHTING", .criterionWeight),  // BT-541
            .group("\(base)/AC_COST", .costCriterion),
            .value("\(base)/AC_COST/AC_CRITERION", .criterionName),
            .value("\(base)/AC_COST/AC_WEIGHTING", .criterionWeight),
            .group("\(base)/AC_PRICE", .priceCriterion),
            .value("\(base)/AC_PRICE/AC_WEIGHTING", .criterionWeight),
            .group("\(base)/AC_CRITERIA", .plainCriterion),  // directive 2009/81/EC
            .value("\(base)/AC_CRITERIA/AC_CRITERION", .criterionName),
            .value("\(base)/AC_CRITERIA/AC_WEIGHTING", .criterionWeight),
            .value("\(base)/AC_CRITERION", .concessionCriterion),  // F24, F25
        ]
    }

    private static let conditions: [Row] = [
        .group("$FORM/LEFTI/RESTRICTED_SHELTERED_WORKSHOP", .workshop),  // BT-71 res-ws
        .group("$FORM/LEFTI/RESTRICTED_SHELTERED_PROGRAM", .programme),  // BT-736
        .group("$FORM/LEFTI/RESERVED_ORGANISATIONS_SERVICE_MISSION", .serviceMission),  // BT-71 res-pub-ser
        .value("$FORM/LEFTI/PERFORMANCE_CONDITIONS/P", .conditions),  // BT-70
        .value("$FORM/LEFTI/RULES_CRITERIA/P", .participationRules),  // BT-750: light regime, qualification systems
        .value("$FORM/LEFTI/CRITERIA_SELECTION/P", .participationRules),  // BT-750: contests
        .value("$FORM/LEFTI/SUITABILITY/P", .participationRules),  // BT-750
        .value("$FORM/LEFTI/QUALIFICATION/CONDITIONS/P", .participationRules),  // BT-750, F07
        .value("$FORM/LEFTI/LEGAL_FORM/P", .groupForm),  // BT-76
    ]

    private static let procedure: [Row] = [
        .group("$FORM/PROCEDURE/FRAMEWORK", .framework),  // BT-765
        .group("$FORM/PROCEDURE/FRAMEWORK/SINGLE_OPERATOR", .singleOperator),
        .group("$FORM/PROCEDURE/DPS", .dynamicPurchasing),  // BT-766
        .group("$FORM/PROCEDURE/DPS_ADDITIONAL_PURCHASERS", .otherPurchasers),
        .value("$FORM/PROCEDURE/DATE_RECEIPT_TENDERS", .tenderDate),  // BT-131(d), BT-1311(d), BT-630(d)
        .value("$FORM/PROCEDURE/TIME_RECEIPT_TENDERS", .tenderTime),  // BT-131(t), BT-1311(t), BT-630(t)
        .value("$FORM/PROCEDURE/NOTICE_NUMBER_OJ", .earlierNumber),
        .value("$FORM/PROCEDURE/CRITERIA_EVALUATION/P", .contestCriterion),  // BT-540, F12
    ]
        // F15 puts it under the directive.
        + ["$FORM/PROCEDURE", "$FORM/PROCEDURE/*"].flatMap(procedureTypes)

    /// BT-105
    private static func procedureTypes(_ base: String) -> [Row] {
        [
            .group("\(base)/PT_OPEN", .open),
            .group("\(base)/PT_RESTRICTED", .restricted),
            .group("\(base)/PT_COMPETITIVE_NEGOTIATION", .negotiated),
            .group("\(base)/PT_NEGOTIATED_WITH_PRIOR_CALL", .negotiated),
            .group("\(base)/PT_INVOLVING_NEGOTIATION", .negotiated),  // F21, F22
            .group("\(base)/PT_COMPETITIVE_DIALOGUE", .dialogue),
            .group("\(base)/PT_INNOVATION_PARTNERSHIP", .innovation),
            .group("\(base)/PT_AWARD_CONTRACT_WITHOUT_CALL", .withoutCall),
            .group("\(base)/PT_AWARD_CONTRACT_WITHOUT_PUBLICATION", .withoutCall),  // F23, F25
            .group("\(base)/PT_NEGOTIATED_WITHOUT_PUBLICATION", .withoutCall),  // F15
            .group("\(base)/PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION", .priorPublication),  // F23, F25
            .group("\(base)/PT_COMPETITIVE_TENDERING", .competitiveTendering),  // MOVE
        ]
    }

    private static let awards: [Row] = [
        .group("$FORM/AWARD_CONTRACT", .award),
        .value("$FORM/AWARD_CONTRACT/LOT_NO", .awardLot),  // BT-13713
        .value("$FORM/AWARD_CONTRACT/CONTRACT_NO", .contractNumber),  // BT-150
        .value("$FORM/AWARD_CONTRACT/TITLE/P", .awardTitle),  // BT-721
        .group("$AWARDED", .awarded),  // BT-142 selec-w
        .group("$FORM/AWARD_CONTRACT/NO_AWARDED_CONTRACT", .notAwarded),  // BT-142 clos-nw
        .group("$FORM/AWARD_CONTRACT/NO_AWARDED_CONTRACT/PROCUREMENT_UNSUCCESSFUL", .unsuccessful),  // BT-144
        .group("$FORM/AWARD_CONTRACT/NO_AWARDED_CONTRACT/PROCUREMENT_DISCONTINUED", .discontinued),  // BT-144
        .value("$AWARDED/DATE_CONCLUSION_CONTRACT", .concluded),  // BT-145
    ]
        // S01 has no TENDERS, CONTRACTORS, VALUES; some forms of S02 and S03 write VALUE.
        + ["$AWARDED", "$AWARDED/TENDERS"].flatMap(tenders)
        + ["$AWARDED", "$AWARDED/CONTRACTORS"].flatMap(contractors)
        + ["$AWARDED", "$AWARDED/VALUES", "$AWARDED/VALUE"].flatMap(values)

    private static func tenders(_ base: String) -> [Row] {
        [
            .value("\(base)/NB_TENDERS_RECEIVED", .tenders),  // BT-759, BT-760 tenders
            .value("\(base)/NB_TENDERS_RECEIVED_SME", .tendersSmall),  // t-sme
            .value("\(base)/NB_TENDERS_RECEIVED_OTHER_EU", .tendersOtherEU),  // t-oth-eea
            .value("\(base)/NB_TENDERS_RECEIVED_NON_EU", .tendersNonEU),  // t-no-eea
            .value("\(base)/NB_TENDERS_RECEIVED_EMEANS", .tendersElectronic),  // t-esubm
        ]
    }

    private static func contractors(_ base: String) -> [Row] {
        [
            .group("\(base)/AWARDED_TO_GROUP", .awardedToGroup),
            .group("\(base)/NO_AWARDED_TO_GROUP", .notToGroup),
            .group("\(base)/CONTRACTOR", .contractor),
            .group("\(base)/CONTRACTOR/SME", .small),  // BT-165
            .group("\(base)/CONTRACTOR/NO_SME", .notSmall),  // BT-165
        ] + address("\(base)/CONTRACTOR/ADDRESS_CONTRACTOR")
    }

    private static func values(_ base: String) -> [Row] {
        [
            .value("\(base)/VAL_ESTIMATED_TOTAL", .awardEstimate),  // BT-27
            .value("\(base)/VAL_TOTAL", .awardValue),  // BT-720
            .group("\(base)/VAL_RANGE_TOTAL", .amounts),
            .value("\(base)/VAL_RANGE_TOTAL/LOW", .awardLowest),  // BT-710
            .value("\(base)/VAL_RANGE_TOTAL/HIGH", .awardHighest),  // BT-711
        ]
    }

    /// F13: the prizes of a design contest.
    private static let contest: [Row] = [
        .group("$FORM/RESULTS", .award),
        .group("$FORM/RESULTS/AWARDED_PRIZE", .prize),  // BT-142 selec-w
        .group("$FORM/RESULTS/NO_AWARDED_PRIZE", .notAwarded),  // BT-142 clos-nw
        .group("$FORM/RESULTS/NO_AWARDED_PRIZE/PROCUREMENT_UNSUCCESSFUL", .unsuccessful),
        .group("$FORM/RESULTS/NO_AWARDED_PRIZE/PROCUREMENT_DISCONTINUED", .discontinued),
        .value("$FORM/RESULTS/AWARDED_PRIZE/DATE_DECISION_JURY", .concluded),
    ]
        + ["$FORM/RESULTS/AWARDED_PRIZE", "$FORM/RESULTS/AWARDED_PRIZE/PARTICIPANTS"].flatMap(participants)
        + ["$FORM/RESULTS/AWARDED_PRIZE", "$FORM/RESULTS/AWARDED_PRIZE/WINNERS"].flatMap(prizeWinners)

    private static func participants(_ base: String) -> [Row] {
        [
            .value("\(base)/NB_PARTICIPANTS", .tenders),
            .value("\(base)/NB_PARTICIPANTS_SME", .tendersSmall),
            .value("\(base)/NB_PARTICIPANTS_OTHER_EU", .tendersOtherEU),
            .value("\(base)/NB_PARTICIPANTS_NON_EU", .tendersNonEU),
        ]
    }

    private static func prizeWinners(_ base: String) -> [Row] {
        [
            .group("\(base)/WINNER", .contractor),
            .group("\(base)/WINNER/SME", .small),
            .group("\(base)/WINNER/NO_SME", .notSmall),
        ] + address("\(base)/WINNER/ADDRESS_WINNER")
    }

    /// F14 corrects a notice, F20 tells the modification of a contract.
    private static let corrections: [Row] = [
        .group("$FORM/CHANGES/CHANGE", .change),
        .value("$FORM/CHANGES/CHANGE/WHERE/SECTION", .changedSection),  // BT-13716
        .value("$FORM/CHANGES/CHANGE/WHERE/LOT_NO", .changedLabel),
        .value("$FORM/CHANGES/CHANGE/WHERE/LABEL", .changedLabel),
        .value("$FORM/CHANGES/CHANGE/OLD_VALUE/TEXT/P", .oldValue),  // BT-141
        .value("$FORM/CHANGES/CHANGE/OLD_VALUE/DATE", .oldValue),
        .value("$FORM/CHANGES/CHANGE/OLD_VALUE/TIME", .oldValue),
        .group("$FORM/CHANGES/CHANGE/OLD_VALUE/CPV_MAIN/CPV_CODE", .oldCode),
        .group("$FORM/CHANGES/CHANGE/OLD_VALUE/CPV_ADDITIONAL/CPV_CODE", .oldCode),
        .value("$FORM/CHANGES/CHANGE/NEW_VALUE/TEXT/P", .newValue),
        .value("$FORM/CHANGES/CHANGE/NEW_VALUE/DATE", .newValue),
        .value("$FORM/CHANGES/CHANGE/NEW_VALUE/TIME", .newValue),
        .group("$FORM/CHANGES/CHANGE/NEW_VALUE/CPV_MAIN/CPV_CODE", .newCode),
        .group("$FORM/CHANGES/CHANGE/NEW_VALUE/CPV_ADDITIONAL/CPV_CODE", .newCode),
        .value("$FORM/CHANGES/INFO_ADD/P", .newValue),  // BT-762
        .value("$FORM/MODIFICATIONS_CONTRACT/INFO_MODIFICATIONS/SHORT_DESCR/P", .modification),  // BT-202
        .value("$FORM/MODIFICATIONS_CONTRACT/INFO_MODIFICATIONS/ADDITIONAL_NEED/P", .modification),  // BT-201
        .value("$FORM/MODIFICATIONS_CONTRACT/INFO_MODIFICATIONS/UNFORESEEN_CIRCUMSTANCE/P", .modification),  // BT-201
        .value("$FORM/MODIFICATIONS_CONTRACT/INFO_MODIFICATIONS/VAL_TOTAL_AFTER", .modifiedTotal),  // BT-161
        .value("$FORM/MODIFICATIONS_CONTRACT/INFO_MODIFICATIONS/VALUES/VAL_TOTAL_AFTER", .modifiedTotal),  // BT-161
    ]
}
