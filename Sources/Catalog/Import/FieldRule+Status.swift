import Nomenclature
import Wording

// Dates, approvals, flags and the state of the structure.
extension FieldRule {
    /// Whether the structure holds an ESUS approval: `1`, `oui`, `true` … or `0`, `non`, `false`.
    static func esus(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            let answer = YesNo.read(cell)
            return { draft in
                switch answer {
                case true?: draft.record.esus = draft.record.esus ?? Approval()
                case false?: break
                case nil:
                    draft.remark(
                        "esus.malformed",
                        Phrase(
                            "agrément ESUS « \(cell) » illisible, non retenu ; attendu : 1 ou 0",
                            "ESUS approval “\(cell)” unreadable, left out; expected: 1 or 0"))
                }
            }
        }
    }

    /// First day of the ESUS approval.
    static func esusStart(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let day = draft.day(cell) else { return }
            draft.record.esus = Approval(validFrom: day, validTo: draft.record.esus?.validTo)
        }
    }

    /// Last day of the ESUS approval, `2028-03-31` or `31/03/2028`.
    static func esusEnd(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let day = draft.day(cell) else { return }
            draft.record.esus = Approval(validFrom: draft.record.esus?.validFrom, validTo: day)
        }
    }

    /// A yes or a no: `O`, `oui`, `1`, `true` … and their contraries.
    static func yesNo(_ columns: String..., into field: Field<Bool?>) -> FieldRule {
        answer(columns) { answer, draft in draft.record[keyPath: field] = answer }
    }

    private static func answer(
        _ columns: [String], _ take: @escaping @Sendable (_ answer: Bool, _ draft: inout Draft) -> Void
    ) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            let answer = YesNo.read(cell)
            return { draft in
                guard let answer else {
                    return draft.remark(
                        "flag.malformed",
                        Phrase(
                            "« \(cell) » n’est ni oui ni non, non retenu ; attendu : O ou N",
                            "“\(cell)” is neither yes nor no, left out; expected: O or N"))
                }
                take(answer, &draft)
            }
        }
    }

    /// The administrative state of SIRENE: `A` active, `C` (enterprise) or `F` (establishment) closed.
    static func state(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            { draft in
                switch cell {
                case "A": draft.record.isClosed = false
                case "C", "F": draft.record.isClosed = true
                default:
                    draft.remark(
                        "state.unknown",
                        Phrase(
                            "état administratif « \(cell) » inconnu, non retenu ; attendu : A, C ou F",
                            "administrative state “\(cell)” unknown, left out; expected: A, C or F"))
                }
            }
        }
    }

    /// Whether the structure is active, in lists that say it so.
    static func isActive(_ columns: String...) -> FieldRule {
        answer(columns) { answer, draft in draft.record.isClosed = !answer }
    }

    /// A workforce band of SIRENE, by its code; `01` may have lost its zero.
    static func workforceBand(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            let code = WorkforceWords.code(cell)
            return { draft in
                guard let code else {
                    return draft.remark(
                        "workforceBand.unknown",
                        Phrase(
                            "tranche d’effectifs « \(cell) » inconnue de l’INSEE, non retenue ; attendu : un code, par exemple 11",
                            "workforce band “\(cell)” unknown to INSEE, left out; expected: a code, for instance 11"))
                }
                draft.record.workforceBand = code
            }
        }
    }

    /// A day, `2028-03-31` or `31/03/2028`.
    static func day(_ columns: String..., into field: Field<Day?>) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if let day = draft.day(cell) { draft.record[keyPath: field] = day }
        }
    }

    /// The day of creation. SIRENE writes 1 January 1900 for a day that it does not know.
    static func createdOn(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if cell != "1900-01-01", let day = draft.day(cell) { draft.record.createdOn = day }
        }
    }

    /// The day of the information, a date or a date-time; the import's day stays when there is none.
    static func seen(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if let day = draft.day(cell) { draft.record.seen = day }
        }
    }
}

/// The ways in which the lists write yes and no.
enum YesNo {
    /// `nil` for anything else.
    static func read(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "1.0", "oui", "true", "vrai", "yes", "o", "x": true
        case "0", "0.0", "non", "false", "faux", "no", "n": false
        default: nil
        }
    }
}

extension Draft {
    /// The day that `cell` is; left out with a remark when it is none.
    mutating func day(_ cell: String) -> Day? {
        if let day = Day(written: cell) { return day }
        remark(
            "date.malformed",
            Phrase(
                "date « \(cell) » illisible, non retenue ; attendu : 2028-03-31 ou 31/03/2028",
                "date “\(cell)” unreadable, left out; expected: 2028-03-31 or 31/03/2028"))
        return nil
    }
}
