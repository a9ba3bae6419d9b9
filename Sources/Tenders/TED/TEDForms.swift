/// What each TED form is in the vocabulary of eForms.
enum TEDForms {
    struct Kind: Sendable, Hashable {
        /// eForms BT-03.
        var formType: String
        /// eForms BT-02.
        var noticeType: String
    }

    /// The kind of a form, else that of the document type; empty when both are unknown.
    static func kind(form: String, notice: String, documentType: String) -> Kind {
        kinds["\(form)/\(notice)"] ?? kinds[form] ?? documentTypes[documentType] ?? Kind(formType: "", noticeType: "")
    }

    /// How a form is named: forms of R2.0.7 and R2.0.8 carry a bare number, and one without structure carries none.
    static func name(_ form: String) -> String { form.isEmpty ? "OTH_NOT" : oldNames[form] ?? form }

    /// By form, and by form and `NOTICE/@TYPE` where the form serves several purposes. `change` and `corr` are codes of
    /// TED: eForms has no notice that only lists corrections.
    private static let kinds = table(
        """
        F01                           planning      pin-only
        F01/PRI_ONLY                  planning      pin-only
        F01/PRI_REDUCING_TIME_LIMITS  planning      pin-rtl
        F01/PRI_CALL_COMPETITION      competition   pin-cfc-standard
        F02                           competition   cn-standard
        F03                           result        can-standard
        F04                           planning      pin-only
        F04/PER_ONLY                  planning      pin-only
        F04/PER_REDUCING_TIME_LIMITS  planning      pin-rtl
        F04/PER_CALL_COMPETITION      competition   pin-cfc-standard
        F05                           competition   cn-standard
        F06                           result        can-standard
        F07                           competition   qu-sy
        F08                           planning      pin-buyer
        F12                           competition   cn-desg
        F13                           result        can-desg
        F14                           change        corr
        F15                           dir-awa-pre   veat
        F20                           cont-modif    can-modif
        F21/PRI_ONLY                  planning      pin-only
        F21/PRI_CALL_COMPETITION      competition   pin-cfc-social
        F21/CONTRACT                  competition   cn-social
        F21/AWARD_CONTRACT            result        can-social
        F22/PER_ONLY                  planning      pin-only
        F22/PER_CALL_COMPETITION      competition   pin-cfc-social
        F22/QSU_ONLY                  competition   qu-sy
        F22/QSU_CALL_COMPETITION      competition   qu-sy
        F22/CONTRACT                  competition   cn-social
        F22/AWARD_CONTRACT            result        can-social
        F23/PRI                       competition   pin-cfc-social
        F23/CONCESSION_AWARD_CONTRACT result        can-social
        F24                           competition   cn-standard
        F25                           result        can-standard
        T01                           planning      pin-tran
        T02                           result        can-tran
        1                             planning      pin-only
        2                             competition   cn-standard
        3                             result        can-standard
        4                             planning      pin-only
        5                             competition   cn-standard
        6                             result        can-standard
        7                             competition   qu-sy
        8                             planning      pin-buyer
        9                             competition   cn-standard
        10                            competition   cn-standard
        11                            competition   cn-standard
        12                            competition   cn-desg
        13                            result        can-desg
        14                            change        corr
        15                            dir-awa-pre   veat
        16                            planning      pin-only
        17                            competition   cn-standard
        18                            result        can-standard
        19                            competition   subco
        """)

    /// `TD_DOCUMENT_TYPE/@CODE`, for forms that the table above does not know.
    private static let documentTypes = table(
        """
        0  planning     pin-only
        2  change       corr
        3  competition  cn-standard
        5  competition  cn-standard
        7  result       can-standard
        A  competition  pin-cfc-standard
        B  planning     pin-buyer
        C  competition  cn-standard
        D  competition  cn-desg
        H  competition  cn-standard
        I  competition  pin-cfc-standard
        J  result       can-standard
        K  cont-modif   can-modif
        M  competition  pin-cfc-standard
        O  competition  qu-sy
        P  planning     pin-only
        Q  competition  qu-sy
        R  result       can-desg
        V  dir-awa-pre  veat
        Y  competition  cn-standard
        """)

    private static let oldNames: [String: String] = [
        "1": "PRIOR_INFORMATION", "2": "CONTRACT", "3": "CONTRACT_AWARD", "4": "PERIODIC_INDICATIVE_UTILITIES",
        "5": "CONTRACT_UTILITIES", "6": "CONTRACT_AWARD_UTILITIES", "7": "QUALIFICATION_SYSTEM_UTILITIES",
        "8": "BUYER_PROFILE", "9": "SIMPLIFIED_CONTRACT", "10": "CONCESSION", "11": "CONTRACT_CONCESSIONAIRE",
        "12": "DESIGN_CONTEST", "13": "RESULT_DESIGN_CONTEST", "14": "ADDITIONAL_INFORMATION_CORRIGENDUM",
        "15": "VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE", "16": "PRIOR_INFORMATION_DEFENCE", "17": "CONTRACT_DEFENCE",
        "18": "CONTRACT_AWARD_DEFENCE", "19": "CONTRACT_CONCESSIONAIRE_DEFENCE",
    ]

    private static func table(_ text: String) -> [String: Kind] {
        var kinds: [String: Kind] = [:]
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: " ")
            kinds[String(cells[0])] = Kind(formType: String(cells[1]), noticeType: String(cells[2]))
        }
        return kinds
    }
}
