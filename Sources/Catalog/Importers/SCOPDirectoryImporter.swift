import Bytes
import FrenchText
import Nomenclature

/// A directory of SCOP and SCIC drawn from that of their confederation (les-scop.coop).
///
/// Few rows have a SIREN: the page of the cooperative in the directory identifies the others, and else its name. The
/// column of regions says where the cooperative is, not how far it works, and is not read as a perimeter.
struct SCOPDirectoryImporter: SourceImporter {
    let table = FieldTable(
        source: .scop,
        rules: [
            .siren("Numéro SIREN"),
            .directoryPage("Fiche URSCOP"),
            .name("Nom"),
            .kinds("Statut juridique"),
            .text("Présentation", into: \.description),
            .list("Domaine(s)", separator: ",", into: \.sectors),
            .address("Adresse"),
            .latitude("Latitude"),
            .longitude("Longitude"),
        ])

    func recognises(_ shape: DocumentShape) -> Bool { shape.has(columns: "Nom", "Statut juridique", "Fiche URSCOP") }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        try table.readCSV(input, limits: limits, seen: seen, to: sink) { draft in
            guard draft.record.key == nil else { return }
            let words = Folding.fold(draft.record.name).split { !$0.isLetter && !$0.isNumber }
            if !words.isEmpty { draft.record.otherIdentifier = "scop:" + words.joined(separator: "-") }
        }
    }
}

extension FieldRule {
    /// `https://www.les-scop.coop/24eme?field_code_naf=…` is the page `les-scop:24eme`; the rest is how it was searched.
    fileprivate static func directoryPage(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let path = cell.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
            if path.count > 2, let page = path.last { draft.record.otherIdentifier = "les-scop:" + page.lowercased() }
        }
    }
}
