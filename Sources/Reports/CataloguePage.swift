import Indicators
import Nomenclature
import Wording

/// The page of a panorama: key figures, the map, the tables of a roadmap, what is missing, and how it was counted.
public struct CataloguePage: Sendable {
    public var panorama: CataloguePanorama
    public var language: Language
    /// Printed in the footer when given: pages are otherwise the same every day.
    public var generatedOn: Day?

    public init(_ panorama: CataloguePanorama, language: Language, generatedOn: Day? = nil) {
        self.panorama = panorama
        self.language = language
        self.generatedOn = generatedOn
    }

    /// The whole document.
    public var html: String {
        HTMLReport(language: language, title: title, body: body, footer: footer).html
    }

    private var body: String {
        [head, cards, notices, map, charts, places, kinds, sectors, quality, method].joined(separator: "\n")
    }

    var title: String {
        say("Panorama de l’offre de l’ESS – ", "Panorama of the ESS offer – ")
            + CatalogueWords.territory(panorama)[language]
    }

    func say(_ french: String, _ english: String) -> String { Phrase(french, english)[language] }
    func safe(_ french: String, _ english: String) -> String { HTML.escape(say(french, english)) }
    func count(_ value: Int) -> String { NumberFormat.integer(value, language) }
    /// « 1 structure », « 2 structures »; in French zero is singular.
    func structureCount(_ value: Int) -> String {
        count(value) + " " + say(value < 2 ? "structure" : "structures", value == 1 ? "structure" : "structures")
    }
    private func establishmentCount(_ value: Int) -> String {
        count(value) + " "
            + say(value < 2 ? "établissement" : "établissements", value == 1 ? "establishment" : "establishments")
    }
    private func enterpriseCount(_ value: Int) -> String {
        count(value) + " " + say(value < 2 ? "entreprise" : "entreprises", value == 1 ? "enterprise" : "enterprises")
    }
    var isEmpty: Bool { panorama.total.structures == 0 }

    private var head: String {
        """
        <header><p class="eyebrow">\(safe(
            "Panorama de l’offre de l’économie sociale et solidaire",
            "Panorama of the offer of the social and solidarity economy"))</p>
        <h1>\(HTML.escape(CatalogueWords.territory(panorama)[language]))</h1>
        <p class="lead">\(HTML.escape(
            say("Structures du catalogue ouvertes au ", "Open structures of the catalogue on ")
                + panorama.day.text(language)))</p></header>
        """
    }

    private var cards: String {
        let total = panorama.total
        let esus = panorama.esus
        var items = [
            card(
                "", count(total.structures), say("structures", "structures"),
                establishmentCount(total.establishments) + ", " + enterpriseCount(total.enterprises)),
            card(
                "",
                // Nothing counted is not nobody.
                total.workforce.unknown > 0 && total.workforce.minimum == 0
                    ? "–" : CatalogueWords.workforce(total.workforce, language),
                total.workforce.unknown > 0
                    ? say("personnes employées, au moins", "people employed, at least")
                    : say("personnes employées", "people employed"),
                workforceNote(total.workforce)),
            familyCard(.insertion, "social"), familyCard(.disability, "disability"),
            card(
                "ess", count(panorama.ess.structures), say("de l’ESS", "of the ESS"),
                enterpriseCount(panorama.ess.enterprises) + " · " + employed(panorama.ess.workforce)),
            card(
                "", count(esus.structures), say("agréées ESUS", "approved as ESUS"),
                esus.structures == 0
                    ? ""
                    : enterpriseCount(esus.enterprises) + " · "
                        + say(
                            "\(count(panorama.row(.esus, "validWithoutEnd")?.all.structures ?? 0)) sans date de fin connue",
                            "\(count(panorama.row(.esus, "validWithoutEnd")?.all.structures ?? 0)) without a known end")
            ),
        ]
        if let share = panorama.share, let source = panorama.totalsSource {
            if let part = share.establishments, let all = share.total.establishments {
                items.append(
                    card(
                        "ess", CatalogueWords.percent(part, language),
                        say("des établissements du territoire", "of the territory’s establishments"),
                        say(
                            "\(count(panorama.ess.establishments)) de l’ESS sur \(count(all)) (\(source))",
                            "\(count(panorama.ess.establishments)) of the ESS of \(count(all)) (\(source))")))
            }
            if let all = share.total.workforce {
                items.append(
                    card(
                        "ess", CatalogueWords.workforceShare(share, language),
                        say("des effectifs du territoire", "of the territory’s workforce"),
                        say("sur \(count(all)) (\(source))", "of \(count(all)) (\(source))")))
            }
        }
        return """
            <section aria-label="\(safe("Chiffres clés", "Key figures"))"><ul class="cards">
            \(items.joined(separator: "\n"))
            </ul></section>
            """
    }

    private func familyCard(_ family: OfferFamily, _ style: String) -> String {
        let tally = panorama.row(.family, family.rawValue)?.all ?? PanoramaTally()
        return card(
            style, count(tally.structures), family.name[language],
            enterpriseCount(tally.enterprises) + " · " + employed(tally.workforce))
    }

    private func employed(_ workforce: PanoramaWorkforce) -> String {
        workforce.known == 0
            ? say("effectif inconnu", "workforce unknown")
            : say("effectif ", "workforce ") + CatalogueWords.workforce(workforce, language)
    }

    private func card(_ style: String, _ value: String, _ label: String, _ note: String) -> String {
        """
        <li\(style.isEmpty ? "" : " class=\"\(style)\"")><b>\(HTML.escape(value))</b>\
        <span class="label">\(HTML.escape(label))</span><span class="note">\(HTML.escape(note))</span></li>
        """
    }

    private func workforceNote(_ workforce: PanoramaWorkforce) -> String {
        say(
            "exact pour \(count(workforce.counted)), par tranche pour \(count(workforce.banded)), inconnu pour \(count(workforce.unknown))",
            "exact for \(count(workforce.counted)), by band for \(count(workforce.banded)), unknown for \(count(workforce.unknown))"
        )
    }

    /// What a reader must know before quoting a figure.
    private var notices: String {
        var lines: [String] = []
        let workforce = panorama.total.workforce
        let sites = workforce.known + workforce.unknown
        if isEmpty {
            lines.append(
                safe(
                    "Le catalogue ne connaît aucune structure ouverte ici : vérifiez le territoire demandé et les listes importées.",
                    "The catalogue knows no open structure here: check the territory asked for and the lists imported.")
            )
        } else if workforce.unknown * 10 > sites {
            // Worth a warning only when silence could change the picture: one establishment in ten.
            lines.append(
                safe(
                    "L’effectif n’est pas connu pour \(count(workforce.unknown)) des \(count(sites)) établissements (structures sans SIRET comprises) : les sommes d’effectifs sont un minimum, et les parts aussi.",
                    "The workforce is not known for \(count(workforce.unknown)) of \(count(sites)) establishments (structures without a SIRET included): sums of workforce are a minimum, and so are shares."
                ))
        }
        if panorama.undecided > 0 {
            lines.append(
                safe(
                    "\(structureCount(panorama.undecided)) à l’adresse trop vague pour dire si elles sont du territoire : elles ne sont pas comptées.",
                    "\(structureCount(panorama.undecided)) too vaguely placed to say whether they are of the territory: they are not counted."
                ))
        }
        let impossible = impossibleShares
        if !impossible.isEmpty {
            lines.append(
                safe(
                    "Le catalogue compte plus que le total donné pour : \(impossible.joined(separator: ", ")). Vérifiez ce total et sa date.",
                    "The catalogue counts more than the total given for: \(impossible.joined(separator: ", ")). Check that total and its date."
                ))
        }
        return lines.map { "<p class=\"notice\">\($0)</p>" }.joined(separator: "\n")
    }

    private var impossibleShares: [String] {
        let whole = panorama.share?.isImpossible == true ? [CatalogueWords.territory(panorama)[language]] : []
        let rows = panorama.breakdowns.filter(\.dimension.isPlace).flatMap(\.rows)
            .filter { $0.share?.isImpossible == true }.map { $0.label[language] }
        var seen: Set<String> = []
        return (whole + rows).filter { seen.insert($0).inserted }
    }

    private var footer: String {
        let made = generatedOn.map { say("Établi le ", "Made on ") + $0.text(language) + ". " } ?? ""
        return "<p>"
            + HTML.escape(
                made
                    + say(
                        "Passerelle, d’après le catalogue de structures importé (voir « Sources »). Communes, intercommunalités et codes : INSEE, La Poste et IGN, Licence Ouverte 2.0.",
                        "Passerelle, from the catalogue of structures imported (see “Sources”). Communes, intercommunalities and codes: INSEE, La Poste and IGN, Licence Ouverte 2.0."
                    )) + "</p>"
    }
}
