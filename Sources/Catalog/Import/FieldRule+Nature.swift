import Nomenclature
import Wording

// What the structure is and does, in codes and in words.
extension FieldRule {
    /// One kind or several, separated by `|`, as codes or in words.
    static func kinds(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            for word in cell.split(separator: "|").map(\.trimmed) where !word.isEmpty {
                guard let kind = KindWords.kind(word) else {
                    draft.remark("kind.unknown", KindWords.unknown(word))
                    continue
                }
                if !draft.record.kinds.contains(where: { $0.kind == kind }) {
                    draft.record.kinds.append(KindClaim(kind))
                }
            }
        }
    }

    /// NAF rév. 2, with or without its dot. Not read where the row names an older nomenclature.
    static func naf(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            let naf = NAF(cell)
            return { draft in
                if draft.hasOldActivityCode { return }
                if let naf { draft.record.naf = naf } else { draft.remarkActivity(cell, "81.30Z") }
            }
        }
    }

    /// The nomenclature that the activity code is of: `NAFRev2`, or an older one. Stands before the rule of the code.
    static func nomenclature(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            let isOld = cell != "NAFRev2"
            return { draft in draft.hasOldActivityCode = isOld }
        }
    }

    /// NAF 2025, with or without its dot.
    static func naf2025(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            let naf = NAF2025(cell)
            return { draft in
                if let naf { draft.record.naf2025 = naf } else { draft.remarkActivity(cell, "81.30Y") }
            }
        }
    }

    /// The INSEE code of the legal category (level III), `9220` or, from a spreadsheet, `9220.0`.
    static func legalCategory(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { LegalForms.action(code: $0) }
    }

    /// The legal form in words; gives the legal category where the words leave no doubt.
    static func legalForm(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            draft.record.legalForm = cell
            if let category = LegalForms.category(named: cell) { draft.record.legalCategory = category.code }
        }
    }
}

extension LegalForms {
    /// What a code of a legal category does to a record.
    static func action(code cell: String) -> FieldRule.Action {
        let code = String(cell.prefix { $0 != "." })
        guard let category = category(code: code) else {
            return { draft in
                draft.remark(
                    "legalCategory.unknown",
                    Phrase(
                        "catégorie juridique « \(cell) » inconnue de l’INSEE, non retenue ; attendu : quatre chiffres, par exemple 9220",
                        "legal category “\(cell)” unknown to INSEE, left out; expected: four digits, for instance 9220")
                )
            }
        }
        // A decimal tail is how spreadsheets write the code, and changes nothing; another code does.
        let isRepaired = category.code != code
        return { draft in
            if isRepaired {
                draft.trace(Phrase("catégorie juridique", "legal category"), from: cell, to: category.code)
            }
            draft.record.legalCategory = category.code
            if draft.record.legalForm.isEmpty { draft.record.legalForm = category.label }
        }
    }
}

extension Draft {
    fileprivate mutating func remarkActivity(_ cell: String, _ example: String) {
        remark(
            "naf.malformed",
            Phrase(
                "« \(cell) » n’est pas un code NAF et n’est pas retenu ; attendu : \(example)",
                "“\(cell)” is no NAF code and is left out; expected: \(example)"))
    }
}
