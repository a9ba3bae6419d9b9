/// The codes of TED and what they are in eForms. A code without a clear equivalent is kept as published.
enum TEDCodes {
    /// Elements of `PROCEDURE` and BT-105. A concession awarded after a prior notice says nothing of its stages.
    static let procedureTypes: [TEDField: String] = [
        .open: "open", .restricted: "restricted", .negotiated: "neg-w-call", .dialogue: "comp-dial",
        .innovation: "innovation", .withoutCall: "neg-wo-call", .competitiveTendering: "comp-tend",
        .priorPublication: "PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION",
    ]

    /// `PR_PROC/@CODE` and BT-105.
    static let codedProcedures: [String: String] = [
        "1": "open", "2": "restricted", "3": "restricted", "4": "neg-w-call", "6": "neg-w-call", "B": "neg-w-call",
        "C": "comp-dial", "G": "innovation", "T": "neg-wo-call", "V": "neg-wo-call", "F": "neg-wo-call",
    ]

    /// `@CTYPE` and BT-23.
    static let natures: [String: String] = ["WORKS": "works", "SUPPLIES": "supplies", "SERVICES": "services"]

    /// `NC_CONTRACT_NATURE/@CODE` and BT-23.
    static let codedNatures: [String: String] = ["1": "works", "2": "supplies", "4": "services"]

    /// `CA_TYPE/@VALUE` and BT-11. `REGIONAL_AUTHORITY` is « regional or local »: eForms tells them apart.
    static let buyerTypes: [String: String] = [
        "MINISTRY": "cga", "NATIONAL_AGENCY": "cga", "REGIONAL_AGENCY": "body-pl-ra", "BODY_PUBLIC": "body-pl",
        "EU_INSTITUTION": "eu-ins-bod-ag",
    ]

    /// `CA_ACTIVITY/@VALUE`, `CE_ACTIVITY/@VALUE` and BT-10, BT-610.
    static let activities: [String: String] = [
        "DEFENCE": "defence", "ECONOMIC_AND_FINANCIAL_AFFAIRS": "econ-aff", "EDUCATION": "education",
        "ENVIRONMENT": "env-pro", "GENERAL_PUBLIC_SERVICES": "gen-pub", "HEALTH": "health",
        "HOUSING_AND_COMMUNITY_AMENITIES": "hc-am", "PUBLIC_ORDER_AND_SAFETY": "pub-os",
        "RECREATION_CULTURE_AND_RELIGION": "rcr", "SOCIAL_PROTECTION": "soc-pro",
        "AIRPORT_RELATED_ACTIVITIES": "airport", "ELECTRICITY": "electricity",
        "EXPLORATION_EXTRACTION_COAL_OTHER_SOLID_FUEL": "solid-fuel", "EXPLORATION_EXTRACTION_GAS_OIL": "gas-oil",
        "PORT_RELATED_ACTIVITIES": "port", "POSTAL_SERVICES": "post",
        "PRODUCTION_TRANSPORT_DISTRIBUTION_GAS_HEAT": "gas-heat", "RAILWAY_SERVICES": "rail",
        "URBAN_RAILWAY_TRAMWAY_TROLLEYBUS_BUS_SERVICES": "urttb", "WATER": "water",
    ]

    /// `DIRECTIVE/@VALUE` and BT-01; `LEGAL_BASIS/@VALUE` is the code of eForms already.
    static let directives: [String: String] = [
        "2014/23/EU": "32014L0023", "2014/24/EU": "32014L0024", "2014/25/EU": "32014L0025",
        "2009/81/EC": "32009L0081", "2004/17/EC": "32004L0017", "2004/18/EC": "32004L0018",
    ]

    /// Numbers of tenders and BT-760.
    static let submissions: [TEDField: String] = [
        .tenders: "tenders", .tendersSmall: "t-sme", .tendersOtherEU: "t-oth-eea", .tendersNonEU: "t-no-eea",
        .tendersElectronic: "t-esubm",
    ]

    /// Elements of the criteria and BT-539; empty where the form does not say.
    static let criteria: [TEDField: String] = [
        .priceCriterion: "price", .costCriterion: "cost", .qualityCriterion: "quality", .plainCriterion: "",
    ]

    /// Languages of the Union, ISO 639-1 to the codes of eForms.
    static func language(_ code: String) -> String { languages[code] ?? code }

    /// Countries, ISO 3166-1: two letters to three. TED writes UK and EL (in NUTS codes) for GB and GR, 1A for Kosovo.
    static func country(_ code: String) -> String { countries[code] ?? code }

    private static let languages = pairs(
        """
        BG BUL CS CES DA DAN DE DEU EL ELL EN ENG ES SPA ET EST FI FIN FR FRA GA GLE HR HRV HU HUN IT ITA LT LIT LV LAV \
        MT MLT NL NLD PL POL PT POR RO RON SK SLK SL SLV SV SWE IS ISL NO NOR MK MKD SR SRP TR TUR
        """)

    private static let countries = pairs(
        """
        AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS AW ABW AX ALA \
        AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN BO BOL BQ BES \
        BR BRA BS BHS BT BTN BV BVT BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD CF CAF CG COG CH CHE CI CIV CK COK \
        CL CHL CM CMR CN CHN CO COL CR CRI CU CUB CV CPV CW CUW CX CXR CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA \
        DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH EL GRC ER ERI ES ESP ET ETH FI FIN FJ FJI FK FLK FM FSM FO FRO \
        FR FRA GA GAB GB GBR GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB GN GIN GP GLP GQ GNQ GR GRC \
        GS SGS GT GTM GU GUM GW GNB GY GUY HK HKG HM HMD HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IM IMN \
        IN IND IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM \
        KN KNA KP PRK KR KOR KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX \
        LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC MP MNP \
        MQ MTQ MR MRT MS MSR MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA \
        NI NIC NL NLD NO NOR NP NPL NR NRU NU NIU NZ NZL OM OMN PA PAN PE PER PF PYF PG PNG PH PHL PK PAK PL POL \
        PM SPM PN PCN PR PRI PS PSE PT PRT PW PLW PY PRY QA QAT RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB \
        SC SYC SD SDN SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP \
        SV SLV SX SXM SY SYR SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS TM TKM TN TUN TO TON \
        TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA UK GBR UM UMI US USA UY URY UZ UZB VA VAT VC VCT VE VEN \
        VG VGB VI VIR VN VNM VU VUT WF WLF WS WSM YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE 1A 1A0
        """)

    private static func pairs(_ text: String) -> [String: String] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        var pairs: [String: String] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) { pairs[words[index]] = words[index + 1] }
        return pairs
    }
}
