import Bytes
import Nomenclature

/// The structures of the ASP flow (`fluxIAE_Structure`): every SIAE under convention, one row a structure, with bars.
///
/// The kind (EI, ACI …) is in another file of the flow, one of conventions: these records give addresses and activities
/// to structures whose kind another list tells. Of the two addresses, the administrative one is read: it has the INSEE
/// code.
struct ASPFlowImporter: SourceImporter {
    let table = FieldTable(source: .aspSIAE, rules: rules)

    private static let rules: [FieldRule] = [
        .siret("structure_siret_actualise"),
        .name("structure_denomination"),
        .legalCategory("structure_categorie_juridique_code"),
        .naf("structure_code_naf"),
        .street("structure_adresse_admin_numero"),
        .street("structure_adresse_admin_cplt_num_voie"),
        .street("structure_adresse_admin_type_voie"),
        .street("structure_adresse_admin_nom_voie"),
        .postcode("structure_adresse_admin_cp"),
        .communeCode("structure_adresse_admin_code_insee"),
        .text("structure_adresse_admin_commune", into: \.city),
    ]

    func recognises(_ shape: DocumentShape) -> Bool {
        shape.has(columns: "structure_siret_actualise", "structure_denomination")
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        // Whatever the first column, it is where the mark of the end stands.
        let first = FieldTable.header(of: input, limits: limits).prefix(1).map { FieldRule.endMark($0) }
        try FieldTable(source: .aspSIAE, rules: first + Self.rules).readCSV(input, limits: limits, seen: seen, to: sink)
    }
}

extension FieldRule {
    /// The last line of a file of the flow, `FIN***20250831***`, is no record.
    fileprivate static func endMark(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            if cell.hasPrefix("FIN***") { draft.passOver() }
        }
    }
}
