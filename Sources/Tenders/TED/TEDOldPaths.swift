// swift-format-ignore-file
// One line a field, so that the table can be held against the specification.

import Bytes

/// Where R2.0.7 and R2.0.8 keep their fields: CONTRACT, CONTRACT_AWARD, PRIOR_INFORMATION, their variants for utilities,
/// concessions and defence, and the defence forms that went on until 2024.
///
/// Every form has its own names for the containers (`FD_CONTRACT_DEFENCE`, `OBJECT_CONTRACT_INFORMATION_DEFENCE`,
/// `ADMINISTRATIVE_INFORMATION_CONTRACT_NOTICE_DEFENCE` …) around the same elements at the same depth: `*` stands for
/// the container. `$OLD` is `FORM_SECTION/CONTRACT/FD_CONTRACT` and the like.
enum TEDOldPaths {
    typealias Row = XMLPathTable<TEDField>.Row

    static func rows(organisation: (String) -> [Row]) -> [Row] {
        let buyer = "$OLD/*/*/CA_CE_CONCESSIONAIRE_PROFILE"
        return form + address(buyer, .buyer, organisation)
            + ["$OLD/*", "$OLD/*/*"].flatMap { object($0) + lots($0) } + conditions + procedure
            + ["$OLD/AWARD_OF_CONTRACT", "$OLD/AWARD_OF_CONTRACT_DEFENCE",
               "$OLD/AWARD_CONTRACT_CONTRACT_AWARD_UTILITIES/AWARD_AND_CONTRACT_VALUE"]
                .flatMap { award($0, organisation) }
    }

    /// R2.0.8
    static func structured(_ base: String) -> [Row] {
        [
            .group("\(base)/ORGANISATION", .organisation),
            .value("\(base)/ORGANISATION/OFFICIALNAME", .name),  // BT-500
            .value("\(base)/ORGANISATION/NATIONALID", .nationalID),  // BT-501
        ]
    }

    /// R2.0.7
    static func plain(_ base: String) -> [Row] { [.value("\(base)/ORGANISATION", .name)] }

    private static func address(_ base: String, _ field: TEDField, _ organisation: (String) -> [Row]) -> [Row] {
        [
            .group(base, field),
            .value("\(base)/TOWN", .town),  // BT-513
            .value("\(base)/POSTAL_CODE", .postcode),  // BT-512
            .group("\(base)/COUNTRY", .country),  // BT-514
        ] + organisation(base)
    }

    private static let form: [Row] = [
        .group("$OLD", .oldForm),  // @CTYPE: BT-23
        .group("$OLD/*/*/TYPE_AND_ACTIVITIES/TYPE_OF_CONTRACTING_AUTHORITY", .buyerType),  // BT-11
        .group("$OLD/*/*/TYPE_AND_ACTIVITIES/TYPE_OF_ACTIVITY", .buyerActivity),  // BT-10
        .group("$OLD/*/*/ACTIVITIES_OF_CONTRACTING_ENTITY/ACTIVITY_OF_CONTRACTING_ENTITY", .buyerActivity),  // BT-610
        // Notices without structure, as of the European Investment Bank.
        .group("/*/FORM_SECTION/OTH_NOT", .form),
        .value("/*/FORM_SECTION/OTH_NOT/FD_OTH_NOT/TI_DOC/P", .title),
    ]

    /// The object stands one level deeper in contract and award notices than in prior information notices.
    private static func object(_ base: String) -> [Row] {
        [
            .value("\(base)/TITLE_CONTRACT/P", .title),  // BT-21
            .value("\(base)/TITLE_DESIGN_CONTACT_NOTICE/P", .title),
            .value("\(base)/SHORT_CONTRACT_DESCRIPTION/P", .description),  // BT-24
            .value("\(base)/SHORT_DESCRIPTION_CONTRACT/P", .description),
            .value("\(base)/SHORT_DESCRIPTION/P", .description),
            .value("\(base)/DESCRIPTION_OF_CONTRACT/P", .description),
            .value("\(base)/TOTAL_QUANTITY_OR_SCOPE/P", .description),
            .group("\(base)/CPV/CPV_MAIN/CPV_CODE", .mainCPV),  // BT-262
            .group("\(base)/CPV/CPV_ADDITIONAL/CPV_CODE", .additionalCPV),  // BT-263
            .group("\(base)/LOCATION_NUTS/NUTS", .place),  // BT-5071
            .value("\(base)/LOCATION_NUTS/LOCATION/P", .site),  // BT-728
            .group("\(base)/SITE_OR_LOCATION/NUTS", .place),
            .value("\(base)/SITE_OR_LOCATION/LABEL/P", .site),
            .value("\(base)/QUANTITY_SCOPE/NATURE_QUANTITY_SCOPE/TOTAL_QUANTITY_OR_SCOPE/P", .description),
            .value("\(base)/QUANTITY_SCOPE/OPTIONS/OPTION_DESCRIPTION/P", .options),  // BT-54
            .group("\(base)/ACCEPTED_VARIANTS", .variantsSaid),  // BT-63
            .value("\(base)/ADDITIONAL_INFORMATION/P", .note),  // BT-300
        ]
            + amounts("\(base)/QUANTITY_SCOPE/NATURE_QUANTITY_SCOPE/COSTS_RANGE_AND_CURRENCY", .estimate)  // BT-27
            + amounts("\(base)/TOTAL_FINAL_VALUE/COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE", .total)  // BT-161
            + period("\(base)/PERIOD_WORK_DATE_STARTING")
            + ["F02", "F05", "F17"].flatMap { framework("\(base)/\($0)_FRAMEWORK") }
    }

    private static func framework(_ base: String) -> [Row] {
        [
            .group(base, .framework),  // BT-765
            .group("\(base)/SINGLE_OPERATOR", .singleOperator),
        ] + amounts("\(base)/TOTAL_ESTIMATED/COSTS_RANGE_AND_CURRENCY", .estimate)
    }

    /// The amount, or the upper end of a range; the currency stands on the container.
    private static func amounts(_ base: String, _ field: TEDField) -> [Row] {
        [
            .group(base, .amounts),
            .value("\(base)/VALUE_COST", field),
            .value("\(base)/RANGE_VALUE_COST/HIGH_VALUE", field),
            .group("\(base)/INCLUDING_VAT", .taxIncluded),
        ]
    }

    /// Annex B.
    private static func lots(_ base: String) -> [Row] {
        ["F01", "F02", "F05", "F16", "F17"].flatMap { lot("\(base)/\($0)_DIVISION_INTO_LOTS/\($0)_DIV_INTO_LOT_YES/*") }
    }

    private static func lot(_ base: String) -> [Row] {
        [
            .group(base, .lot),
            .value("\(base)/LOT_NUMBER", .lotNumber),  // BT-137
            .value("\(base)/LOT_TITLE", .lotTitle),  // BT-21
            .value("\(base)/LOT_DESCRIPTION/P", .lotDescription),  // BT-24
            .group("\(base)/CPV/CPV_MAIN/CPV_CODE", .lotMainCPV),  // BT-262
            .group("\(base)/CPV/CPV_ADDITIONAL/CPV_CODE", .lotAdditionalCPV),  // BT-263
            .value("\(base)/NATURE_QUANTITY_SCOPE/TOTAL_QUANTITY_OR_SCOPE/P", .lotDescription),
            .value("\(base)/ADDITIONAL_INFORMATION_ABOUT_LOTS/P", .lotNote),  // BT-300
        ]
            + amounts("\(base)/NATURE_QUANTITY_SCOPE/COSTS_RANGE_AND_CURRENCY", .lotEstimate)  // BT-27
            + period("\(base)/PERIOD_WORK_DATE_STARTING")
    }

    private static func period(_ base: String) -> [Row] {
        [
            .value("\(base)/MONTHS", .durationMonths),  // BT-36
            .value("\(base)/DAYS", .durationDays),
        ]
            + date("\(base)/INTERVAL_DATE/START_DATE", .startDate)  // BT-536
            + date("\(base)/INTERVAL_DATE/END_DATE", .endDate)  // BT-537
    }

    private static func date(_ base: String, _ field: TEDField) -> [Row] {
        [
            .group(base, field),
            .value("\(base)/DAY", .day),
            .value("\(base)/MONTH", .month),
            .value("\(base)/YEAR", .year),
            .value("\(base)/TIME", .time),
        ]
    }

    private static let conditions: [Row] = [
        .value("$OLD/*/CONTRACT_RELATING_CONDITIONS/EXISTENCE_OTHER_PARTICULAR_CONDITIONS/P", .conditions),  // BT-70
    ]
        + ["$OLD/*", "$OLD/*/*"].flatMap { base -> [Row] in
            [
                .group("\(base)/RESERVED_CONTRACTS/RESTRICTED_TO_SHELTERED_WORKSHOPS", .workshop),  // BT-71 res-ws
                .group("\(base)/RESERVED_CONTRACTS/RESTRICTED_TO_FRAMEWORK", .programme),  // BT-736
            ]
        }

    private static let procedure: [Row] = ["$OLD/*/*", "$OLD/*/*/*"].flatMap(procedureTypes) + [
        .value("$OLD/*/*/FILE_REFERENCE_NUMBER/P", .reference),  // BT-22
        .value("$OLD/*/*/*/*/*/NOTICE_NUMBER_OJ", .earlierNumber),
        .value("$OLD/*/*/*/*/*/*/NOTICE_NUMBER_OJ", .earlierNumber),
        .group("$OLD/*/*/*/LOWEST_PRICE", .priceCriterion),  // BT-539
    ]
        + date("$OLD/*/*/RECEIPT_LIMIT_DATE", .deadlineDate)  // BT-131
        + date("$OLD/*/*/TIME_LIMIT_CHP", .deadlineDate)
        + criterion("$OLD/*/*/*/MOST_ECONOMICALLY_ADVANTAGEOUS_TENDER/CRITERIA_STATED_BELOW/CRITERIA_DEFINITION")
        + criterion("$OLD/*/*/*/MOST_ECONOMICALLY_ADVANTAGEOUS_TENDER_SHORT/CRITERIA_DEFINITION")

    private static func criterion(_ base: String) -> [Row] {
        [
            .group(base, .plainCriterion),
            .value("\(base)/CRITERIA", .criterionName),  // BT-734
            .value("\(base)/WEIGHTING", .criterionWeight),  // BT-541
        ]
    }

    /// BT-105
    private static func procedureTypes(_ base: String) -> [Row] {
        [
            .group("\(base)/PT_OPEN", .open),
            .group("\(base)/PT_RESTRICTED", .restricted),
            .group("\(base)/PT_ACCELERATED_RESTRICTED", .restricted),
            .group("\(base)/PT_ACCELERATED_RESTRICTED_CHOICE", .restricted),
            .group("\(base)/PT_NEGOTIATED", .negotiated),
            .group("\(base)/PT_NEGOTIATED_CHOICE", .negotiated),
            .group("\(base)/PT_NEGOTIATED_WITH_COMPETITION", .negotiated),
            .group("\(base)/PT_NEGOTIATED_WITH_PUBLICATION_CONTRACT_NOTICE", .negotiated),
            .group("\(base)/PT_ACCELERATED_NEGOTIATED", .negotiated),
            .group("\(base)/F02_PT_ACCELERATED_NEGOTIATED", .negotiated),
            .group("\(base)/F17_PT_ACCELERATED_NEGOTIATED", .negotiated),
            .group("\(base)/PT_COMPETITIVE_DIALOGUE", .dialogue),
            .group("\(base)/PT_NEGOTIATED_WITHOUT_COMPETITION", .withoutCall),
            .group("\(base)/F03_PT_NEGOTIATED_WITHOUT_COMPETITION", .withoutCall),
            .group("\(base)/F06_PT_NEGOTIATED_WITHOUT_COMPETITION", .withoutCall),
            .group("\(base)/F18_PT_NEGOTIATED_WITHOUT_PUBLICATION_CN", .withoutCall),
            .group("\(base)/AWARD_WITHOUT_PRIOR_PUBLICATION", .withoutCall),
            .group("\(base)/F03_AWARD_WITHOUT_PRIOR_PUBLICATION", .withoutCall),
            .group("\(base)/F06_AWARD_WITHOUT_PRIOR_PUBLICATION", .withoutCall),
        ]
    }

    private static func award(_ base: String, _ organisation: (String) -> [Row]) -> [Row] {
        let value = "\(base)/CONTRACT_VALUE_INFORMATION"
        let costs = "\(value)/COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE"
        return [
            .group(base, .award),
            .value("\(base)/CONTRACT_NUMBER", .contractNumber),  // BT-150
            .value("\(base)/LOT_NUMBER", .awardLot),  // BT-13713
            .value("\(base)/CONTRACT_TITLE/P", .awardTitle),  // BT-721
            .value("\(base)/OFFERS_RECEIVED_NUMBER", .tenders),  // BT-759
            .value("\(base)/OFFERS_RECEIVED_NUMBER_MEANING", .tendersElectronic),
            .group(costs, .amounts),
            .value("\(costs)/VALUE_COST", .awardValue),  // BT-720
            .value("\(costs)/RANGE_VALUE_COST/LOW_VALUE", .awardLowest),  // BT-710
            .value("\(costs)/RANGE_VALUE_COST/HIGH_VALUE", .awardHighest),  // BT-711
            .group("\(costs)/INCLUDING_VAT", .taxIncluded),
        ]
            + date("\(base)/CONTRACT_AWARD_DATE", .awardDate)  // BT-1451
            + amounts("\(value)/INITIAL_ESTIMATED_TOTAL_VALUE_CONTRACT", .awardEstimate)  // BT-27
            + ["CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME", "CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME_CHP"].flatMap {
                address("\(base)/ECONOMIC_OPERATOR_NAME_ADDRESS/\($0)", .contractor, organisation)
            }
    }
}
