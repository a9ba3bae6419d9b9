import Bytes
import Nomenclature
import Wording

/// The list of ESS enterprises that the CRESS keep and ESS France publishes (law 2014-856, art. 6; decree 2015-1732):
/// one row a SIREN, without SIRET or activity.
///
/// The whole list is written with numbers for SIRENs and postcodes: their leading zeros are missing from a sixth of the
/// million rows. That is its form, so they are given back without a trace on each record.
struct ESSFranceImporter: SourceImporter {
    let table = FieldTable(
        source: .essFrance,
        rules: [
            .siren("SIREN", required: true, unpadded: true),
            .officialName("Nom ou raison sociale de l'entreprise"),
            .family(columnOfFamily),
            .postcode("Code postal", unpadded: true),
            .text("Libellé de la commune de l'établissement", into: \.city),
        ])

    private static let columnOfFamily = "Famille juridique de l'entreprise"

    func recognises(_ shape: DocumentShape) -> Bool { shape.has(columns: "SIREN", Self.columnOfFamily) }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        try table.readCSV(input, limits: limits, seen: seen, to: sink) { $0.record.ess = true }
    }
}

extension FieldRule {
    /// The legal family of the ESS. A cooperative is of many legal forms and of no kind by itself.
    fileprivate static func family(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            let kind: StructureKind? =
                switch cell {
                case "Associations": .association
                case "Fondations": .fondation
                case "Mutuelles": .mutuelle
                default: nil
                }
            return { draft in
                if let kind {
                    draft.record.kinds = [KindClaim(kind)]
                } else if cell == "Coopératives" {
                    draft.record.legalForm = "Coopérative"
                } else {
                    draft.remark(
                        "family.unknown",
                        Phrase(
                            "famille juridique « \(cell) » inconnue, non retenue ; attendu : Associations, Coopératives, Fondations ou Mutuelles",
                            "legal family “\(cell)” unknown, left out; expected: Associations, Coopératives, Fondations or Mutuelles"
                        ))
                }
            }
        }
    }
}
