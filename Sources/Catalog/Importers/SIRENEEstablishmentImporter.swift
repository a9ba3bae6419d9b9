import Bytes
import FrenchText
import Nomenclature
import Wording

/// The stock of establishments of SIRENE (INSEE, `StockEtablissement_utf8.csv`): one row an establishment, without the
/// name of its enterprise, which is in the stock of enterprises.
///
/// The file does not say which establishments are a sole trader's. Of the columns that may then lead to the person:
/// - signs and usual names are kept, being the trade names that the public reads on the door, unless they begin with a
///   title (« Mme Durand »); an establishment whose diffusion is partial (`P`) has them masked, and none is read;
/// - the complement of the address (« chez M. Durand ») and the second address are not read.
///
/// The merging shows an establishment only under an enterprise that the catalogue knows, and natural persons are none.
struct SIRENEEstablishmentImporter: SourceImporter {
    let table = FieldTable(
        source: .sireneEstablishments,
        rules: [
            .siret("siret"),
            .yesNo("etablissementSiege", into: \.isHeadOffice),
            .sign(
                "enseigne1Etablissement", "enseigne2Etablissement", "enseigne3Etablissement",
                "denominationUsuelleEtablissement"),
            .createdOn("dateCreationEtablissement"),
            .state("etatAdministratifEtablissement"),
            .closing("dateDebut"),
            .nomenclature("nomenclatureActivitePrincipaleEtablissement"),
            .naf("activitePrincipaleEtablissement"),
            .naf2025("activitePrincipaleNAF25Etablissement"),
            .street("numeroVoieEtablissement"),
            .street("indiceRepetitionEtablissement"),
            .street("typeVoieEtablissement"),
            .street("libelleVoieEtablissement"),
            .street("distributionSpecialeEtablissement"),
            .postcode("codePostalEtablissement"),
            .communeCode("codeCommuneEtablissement"),
            .text("libelleCommuneEtablissement", into: \.city),
            .text("libelleCommuneEtrangerEtablissement", into: \.city),
            .country("libellePaysEtrangerEtablissement"),
            .lambertX("coordonneeLambertAbscisseEtablissement"),
            .lambertY("coordonneeLambertOrdonneeEtablissement"),
            .workforceBand("trancheEffectifsEtablissement"),
        ], masks: SIRENE.masks)

    func recognises(_ shape: DocumentShape) -> Bool {
        shape.has(columns: "siret", "etatAdministratifEtablissement", "codeCommuneEtablissement")
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        try table.readCSV(input, limits: limits, seen: seen, to: sink)
    }
}

extension FieldRule {
    /// The sign of an establishment, unless it names a person with a title.
    fileprivate static func sign(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            let first = cell.prefix { !$0.isWhitespace && $0 != "." }
            if !titles.contains(first.utf8.count <= 8 ? Folding.fold(first) : "") {
                draft.record.brand = ContactDetails.removed(from: cell)
            }
        }
    }

    private static let titles: Set<String> = [
        "m", "mr", "monsieur", "mme", "madame", "mlle", "dr", "docteur", "me", "maitre",
    ]

    /// The country of an address abroad, put behind the city so that it is taken for no French commune.
    fileprivate static func country(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            draft.record.city = draft.record.city.isEmpty ? "(\(cell))" : "\(draft.record.city) (\(cell))"
        }
    }

    /// Metres east. Stands before the rule of the other coordinate.
    fileprivate static func lambertX(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in draft.lambertX = Double(cell) }
    }

    /// Metres north. Overseas, INSEE writes other projections in the same columns: the commune then gives the place.
    fileprivate static func lambertY(_ columns: String...) -> FieldRule {
        FieldRule(columns) { cell, draft in
            guard let x = draft.lambertX, let y = Double(cell) else { return }
            draft.record.coordinates = Lambert93.coordinates(x: x, y: y)
        }
    }
}
