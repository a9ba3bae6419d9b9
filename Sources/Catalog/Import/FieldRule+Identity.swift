import Nomenclature
import Wording

// Identifiers, kinds and legal form.
extension FieldRule {
    /// The SIRET. A record whose SIRET is wrong is refused; an empty one only when `optional` is false.
    static func siret(_ columns: String..., optional: Bool = false) -> FieldRule {
        FieldRule(columns, required: !optional) { cell, draft in
            do throws(IdentifierFault) {
                draft.record.siret = try Siret(cell)
            } catch {
                if let repaired = withLeadingZeros(cell, error) {
                    draft.trace(Phrase("SIRET", "SIRET"), from: cell, to: repaired.text)
                    draft.record.siret = repaired
                    return
                }
                throw draft.fault(rule(of: error), error.phrase("SIRET", raw: cell))
            }
        }
    }

    /// Spreadsheets drop leading zeros. One or two are given back, and only when both keys then hold: with more, a
    /// SIREN in the wrong column could pass for a SIRET.
    private static func withLeadingZeros(_ cell: String, _ fault: IdentifierFault) -> Siret? {
        guard case .length(let count) = fault, count == 12 || count == 13 else { return nil }
        let digits = cell.filter(\.isNumber)
        return try? Siret(String(repeating: "0", count: 14 - count) + digits)
    }

    private static func rule(of fault: IdentifierFault) -> String {
        switch fault {
        case .empty: "siret.missing"
        case .length: "siret.length"
        case .notDigits: "siret.notDigits"
        case .key: "siret.luhn"
        }
    }

    /// The SIREN beside the SIRET, read only to be compared with it. Stands after the rule of the SIRET.
    static func sirenCheck(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let siret = draft.record.siret else { return }
            let digits = cell.filter(\.isNumber)
            let padded = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
            if padded != siret.siren.text {
                draft.remark(
                    "siren.mismatch",
                    Phrase(
                        "le SIREN « \(cell) » n’est pas celui du SIRET \(siret.text), qui est retenu ; vérifiez la ligne",
                        "the SIREN “\(cell)” is not that of the SIRET \(siret.text), which is kept; check the row"))
            }
        }
    }

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

    /// NAF rév. 2, with or without its dot.
    static func naf(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let naf = NAF(cell) else {
                draft.remark(
                    "naf.malformed",
                    Phrase(
                        "« \(cell) » n’est pas un code NAF et n’est pas retenu ; attendu : 81.30Z",
                        "“\(cell)” is no NAF code and is left out; expected: 81.30Z"))
                return
            }
            draft.record.naf = naf
        }
    }

    /// The INSEE code of the legal category (level III), `9220` or, from a spreadsheet, `9220.0`.
    static func legalCategory(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let code = String(cell.prefix { $0 != "." })
            guard let category = LegalForms.category(code: code) else {
                draft.remark(
                    "legalCategory.unknown",
                    Phrase(
                        "catégorie juridique « \(cell) » inconnue de l’INSEE, non retenue ; attendu : quatre chiffres, par exemple 9220",
                        "legal category “\(cell)” unknown to INSEE, left out; expected: four digits, for instance 9220")
                )
                return
            }
            if category.code != cell {
                draft.trace(Phrase("catégorie juridique", "legal category"), from: cell, to: category.code)
            }
            draft.record.legalCategory = category.code
            if draft.record.legalForm.isEmpty { draft.record.legalForm = category.label }
        }
    }

    /// The legal form in words; gives the legal category where the words leave no doubt.
    static func legalForm(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            draft.record.legalForm = cell
            if let category = LegalForms.category(named: cell) { draft.record.legalCategory = category.code }
        }
    }
}
