import Nomenclature
import Wording

// Identifiers.
extension FieldRule {
    /// The SIRET. A record whose SIRET is wrong is refused; an empty one only when `optional` is false.
    ///
    /// - Parameter substitutes: columns that identify a record for want of a SIRET: then neither the column nor its
    ///   value is required.
    static func siret(_ columns: String..., optional: Bool = false, unless substitutes: [String] = []) -> FieldRule {
        FieldRule(columns, required: !optional, unless: substitutes) { cell, draft in
            if cell.isEmpty, !substitutes.isEmpty { return }
            // « NC » and « néant » are no numbers: where another identifier may do, they are as good as nothing.
            if optional || !substitutes.isEmpty, !cell.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return }
            let cell = wholeNumber(cell)
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

    /// The SIREN. Beside a SIRET it is only compared with it; alone it makes a record of the enterprise, refused when it
    /// is wrong. Stands after the rule of the SIRET.
    ///
    /// - Parameter unpadded: whether the source as a whole writes SIRENs as numbers: their zeros are then given back
    ///   without a trace on each of a million records.
    static func siren(_ columns: String..., required: Bool = false, unpadded: Bool = false) -> FieldRule {
        FieldRule(columns, required: required) { cell, draft in
            let cell = wholeNumber(cell)
            do throws(IdentifierFault) {
                draft.setOrCompare(try Siren(cell), cell)
            } catch {
                if let repaired = withLeadingZeros(cell, error, upTo: unpadded ? 4 : 2) {
                    if !unpadded, draft.record.siret == nil {
                        draft.trace(Phrase("SIREN", "SIREN"), from: cell, to: repaired.text)
                    }
                    return draft.setOrCompare(repaired, cell)
                }
                if draft.record.siret != nil { return draft.remarkMismatch(cell) }
                throw draft.fault(sirenRule(of: error), error.phrase("SIREN", raw: cell))
            }
        }
    }

    private static func withLeadingZeros(_ cell: String, _ fault: IdentifierFault, upTo zeros: Int) -> Siren? {
        guard case .length(let count) = fault, count < 9, 9 - count <= zeros else { return nil }
        return try? Siren(String(repeating: "0", count: 9 - count) + cell.filter(\.isNumber))
    }

    /// A spreadsheet that took the number for a decimal one leaves « .0 » behind, which would read as a digit more.
    private static func wholeNumber(_ cell: String) -> String {
        let bytes = cell.utf8
        guard bytes.last == UInt8(ascii: "0"), bytes.dropLast().last == UInt8(ascii: ".") else { return cell }
        return String(cell.dropLast(2))
    }

    private static func sirenRule(of fault: IdentifierFault) -> String {
        switch fault {
        case .empty: "siren.missing"
        case .length: "siren.length"
        case .notDigits: "siren.notDigits"
        case .key: "siren.luhn"
        }
    }

    /// The FINESS number of the establishment: nine characters, of which spreadsheets drop a leading zero.
    static func finess(_ columns: String...) -> FieldRule {
        FieldRule(columns, required: true) { cell, draft in
            let number = cell.count == 8 ? "0" + cell : cell
            guard number.count == 9, number.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) }) else {
                if draft.record.siret != nil { return }
                throw draft.fault(
                    "finess.malformed",
                    Phrase(
                        "numéro FINESS « \(cell) » : 9 caractères attendus ; complétez-le, ou donnez le SIRET",
                        "FINESS number “\(cell)”: 9 characters expected; complete it, or give the SIRET"))
            }
            if number != cell { draft.trace(Phrase("numéro FINESS", "FINESS number"), from: cell, to: number) }
            draft.record.otherIdentifier = "finess:" + number
        }
    }

    /// The number of an association in the national register: `W` and nine characters. Anything else, « NC » or « néant »,
    /// would make one structure of all that have it: it is left out, and refused where nothing else tells who it is.
    static func rna(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let number = cell.uppercased()
            guard ValueShape.rna.fits(number) else {
                if draft.record.key != nil { return }
                throw draft.fault(
                    "rna.malformed",
                    Phrase(
                        "numéro RNA « \(cell) » : W et neuf chiffres attendus ; corrigez-le, ou donnez le SIRET",
                        "RNA number “\(cell)”: W and nine digits expected; correct it, or give the SIRET"))
            }
            draft.record.otherIdentifier = "rna:" + number
        }
    }
}

extension Draft {
    fileprivate mutating func setOrCompare(_ siren: Siren, _ cell: String) {
        guard let siret = record.siret else {
            record.siren = siren
            return
        }
        if siret.siren != siren { remarkMismatch(cell) }
    }

    fileprivate mutating func remarkMismatch(_ cell: String) {
        guard let siret = record.siret else { return }
        remark(
            "siren.mismatch",
            Phrase(
                "le SIREN « \(cell) » n’est pas celui du SIRET \(siret.text), qui est retenu ; vérifiez la ligne",
                "the SIREN “\(cell)” is not that of the SIRET \(siret.text), which is kept; check the row"))
    }
}
