import Bytes
import Nomenclature
import Wording

/// The official list of ESAT drawn from FINESS: the managing body (EJ) and its establishments (ET), one row each.
struct ESATListImporter: SourceImporter {
    let table = FieldTable(
        source: .esat,
        rules: [
            .siret("ET-SIRET", optional: true),
            .finess("ET-N°FINESS"),
            .name("ET-Raison sociale"),
            .finessStatus("EJ-Statut juridique Code"),
            .text("EJ-Statut juridique Libellé", into: \.legalForm),
            .street("ET-Adresse"),
            .postcode("ET-Code Postal"),
            .communeCode("ET-Commune Code"),
            .text("ET-Commune Libellé", into: \.city),
            .count("Capacité autorisée agrégée", into: \.capacity),
        ])

    func recognises(_ shape: DocumentShape) -> Bool { shape.has(columns: "ET-N°FINESS", "ET-Raison sociale") }

    func read(
        _ input: Input, limits: Limits, seen: Day?, onProblem: (Problem) throws -> Void,
        _ body: (SupplierRecord) throws -> Void
    ) throws {
        try table.readCSV(input, limits: limits, seen: seen, onProblem: onProblem, body) { draft in
            draft.record.kinds = [KindClaim(.esat)]
            // The FINESS number identifies the establishment only for want of a SIRET.
            if draft.record.siret != nil { draft.record.otherIdentifier = nil }
        }
    }
}

extension FieldRule {
    /// The FINESS number of the establishment: nine characters, of which spreadsheets drop a leading zero.
    fileprivate static func finess(_ columns: String...) -> FieldRule {
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

    /// The legal status of the managing body, in the codes of FINESS.
    fileprivate static func finessStatus(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            draft.record.legalCategory = LegalForms.finess[String(cell.prefix { $0 != "." })]
        }
    }
}
