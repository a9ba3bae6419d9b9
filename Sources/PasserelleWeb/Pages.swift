import Foundation
import HTTPTypes
import Indicators
import Matching
import Nomenclature
import Passerelle
import Reports
import Tenders
import Wording
import Workspace

extension Site {
    func homePage() throws -> String {
        let status = try application.workspace.status()
        let years = try application.workspace.buyers().prefix(20)
        func count(_ value: Int) -> String { NumberFormat.integer(value, language) }
        let buyers = years.map { buyer in
            let links = buyer.years.reversed().map { year in
                "<a href=\"/spaser?acheteur=\(Self.parameter(buyer.id))&amp;annee=\(year)\">\(year)</a>"
            }.joined(separator: " · ")
            return
                "<li>\(HTML.escape(buyer.name.isEmpty ? buyer.id : buyer.name)) (\(count(buyer.contracts))) : \(links)</li>"
        }.joined()
        let body = """
            <main>
            <h1>Passerelle</h1>
            <p>\(word("Des marchés publics à l’économie sociale et solidaire.", "From public tenders to the social economy."))</p>
            <h2>\(word("Un besoin, quelles structures ?", "A need: which suppliers?"))</h2>
            <form action="/besoin" method="get">
            <p><label for="texte">\(word("Besoin, en quelques mots", "Need, in a few words"))</label><br>
            <input id="texte" name="texte" required size="50"></p>
            <p><label for="lieu">\(word("Lieu (commune, code postal ou département)", "Place (town, postcode or département)"))</label><br>
            <input id="lieu" name="lieu" size="30"></p>
            <p><button type="submit">\(word("Chercher", "Search"))</button></p>
            </form>
            <h2>\(word("Une structure, que sait-on d’elle ?", "A supplier: what is known of it?"))</h2>
            <form action="/structure" method="get">
            <p><label for="q">\(word("SIRET, SIREN ou nom", "SIRET, SIREN or name"))</label><br>
            <input id="q" name="q" required size="30"></p>
            <p><button type="submit">\(word("Chercher", "Search"))</button></p>
            </form>
            <h2>\(word("Une structure, quels lots ouverts ?", "A supplier: which open lots?"))</h2>
            <form action="/opportunites" method="get">
            <p><label for="structure">SIRET, SIREN</label><br>
            <input id="structure" name="structure" required size="30"></p>
            <p><button type="submit">\(word("Chercher", "Search"))</button></p>
            </form>
            <h2>\(word("L’offre d’un territoire", "The offer of a territory"))</h2>
            <form action="/catalogue" method="get">
            <p><label for="departement">\(word("Département (toute la France sans rien)", "Département (all of France when empty)"))</label><br>
            <input id="departement" name="departement" size="8"></p>
            <p><button type="submit">\(word("Panorama", "Panorama"))</button></p>
            </form>
            <h2>\(word("Les lots", "Lots"))</h2>
            <p><a href="/lots">\(word("\(count(status.lots)) lots des avis lus", "\(count(status.lots)) lots of the notices read"))</a></p>
            <h2>SPASER</h2>
            \(buyers.isEmpty ? "<p>\(word("Aucun marché attribué dans l’espace de travail.", "No contract awarded in the workspace."))</p>" : "<ul>\(buyers)</ul>")
            <h2>\(word("L’espace de travail", "The workspace"))</h2>
            <p>\(word(
                "\(count(status.notices)) avis, \(count(status.catalogue.structures)) fournisseurs, \(count(status.contracts)) marchés attribués, \(count(status.rejects)) enregistrements rejetés.",
                "\(count(status.notices)) notices, \(count(status.catalogue.structures)) suppliers, \(count(status.contracts)) contracts awarded, \(count(status.rejects)) rejected records."))</p>
            </main>
            """
        return page("Passerelle", body)
    }

    func lotsPage() throws -> String {
        let rows = try application.lots().map { view in
            """
            <tr><td><a href="/lots/\(Self.parameter(view.notice.id))/\(Self.parameter(view.lot.id))">\(HTML.escape(view.title))</a></td>\
            <td>\(HTML.escape(view.buyer?.name ?? ""))</td><td>\(HTML.escape(view.lot.deadline?.day?.text(language) ?? ""))</td></tr>
            """
        }.joined(separator: "\n")
        let title = word("Lots", "Lots")
        let body = """
            <main><p><a href="/">Passerelle</a></p><h1>\(title)</h1>
            <table><thead><tr><th scope="col">\(word("Lot", "Lot"))</th><th scope="col">\(word("Acheteur", "Buyer"))</th>\
            <th scope="col">\(word("Date limite", "Deadline"))</th></tr></thead><tbody>
            \(rows)
            </tbody></table></main>
            """
        return page(title, body)
    }

    func lotPage(_ name: String) throws -> String {
        let matcher = try searching()
        let sheets = try application.lots(named: name).map {
            matcher.sheet(for: $0, options: MatchOptions(), language: language)
        }
        return MatchPage(sheets, language: language).html
    }

    func needPage(_ text: String, place: String) throws -> String {
        guard text.contains(where: \.isLetter) else {
            throw Problem(
                "need.empty", at: Place(file: word("Besoin", "Need")),
                Phrase("écrivez le besoin en quelques mots", "write the need in a few words"))
        }
        let need = Need(text: text, cpv: [], place: place, value: nil, day: application.today)
        return MatchPage(
            [try searching().sheet(for: need, options: MatchOptions(), language: language)], language: language
        ).html
    }

    /// The dossier of a structure or enterprise, or the list of those that the words may mean.
    func supplierPage(_ asked: String) throws -> String {
        if let dossier = try application.dossier(asked) {
            return DossierContent(dossier, on: application.today, language: language).page(language)
        }
        let found = try application.suppliers(named: asked)
        let rows = found.map { match in
            """
            <tr><td><a href="/structure?q=\(Self.parameter(match.key))">\(HTML.escape(match.key))</a></td>\
            <td>\(HTML.escape(match.name))</td><td>\(HTML.escape(match.city))</td></tr>
            """
        }.joined(separator: "\n")
        let title = word("Structures", "Suppliers")
        return page(
            title,
            """
            <main><p><a href="/">Passerelle</a></p><h1>\(title)</h1>
            <table><thead><tr><th scope="col">SIRET</th><th scope="col">\(word("Nom", "Name"))</th>\
            <th scope="col">\(word("Ville", "City"))</th></tr></thead><tbody>
            \(rows)
            </tbody></table></main>
            """)
    }

    /// The open lots of a supplier of the catalogue. A number only: the name of a file is none of the server's business.
    func opportunitiesPage(_ asked: String) throws -> String {
        let number = asked.filter { !$0.isWhitespace }
        guard !number.isEmpty else {
            throw Problem(
                "supplier.empty", at: Place(file: word("Structure", "Supplier")),
                Phrase("donnez le SIRET ou le SIREN de la structure", "give the SIRET or SIREN of the supplier"))
        }
        let found = try application.opportunities(
            of: .listed(number), options: OpportunityOptions(), matcher: try searching())
        return OpportunityPage(found.sheet, language: language).html
    }

    /// The panorama of a département, or of the whole country.
    func cataloguePage(_ departement: String) throws -> String {
        let code = Geography.departementCode(departement)
        guard departement.isEmpty || Geography.shared.departement(code) != nil else {
            throw Problem(
                "territory.unknown", at: Place(file: word("Département", "Département")),
                Phrase(
                    "département « \(departement) » inconnu ; donnez son numéro, par exemple 40",
                    "unknown département “\(departement)”; give its number, for instance 40"))
        }
        let territory = departement.isEmpty ? nil : try Territory(departements: [code])
        return CataloguePage(try application.panorama(territory: territory, listLimit: 100), language: language).html
    }

    func spaserPage(buyer: String, year: Int?) throws -> String {
        SPASERPage(try application.spaser(buyer: buyer.isEmpty ? nil : buyer, year: year), language: language).html
    }

    func problemPage(_ problem: Problem) -> String {
        let title = word("Page introuvable", "Page not found")
        return page(
            title,
            "<main><p><a href=\"/\">Passerelle</a></p><h1>\(title)</h1><p>\(HTML.escape(problem.sentence(language)))</p></main>"
        )
    }

    // MARK: Parts

    private func searching() throws -> Matcher {
        guard let matcher else {
            // Says what to do, in the words of the use case.
            return try application.matcher()
        }
        return matcher
    }

    private func word(_ fr: String, _ en: String) -> String { Phrase(fr, en)[language] }

    private func page(_ title: String, _ body: String) -> String {
        HTMLReport(language: language, title: title, body: body, footer: "").html
    }

    private static func parameter(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._"))) ?? ""
    }
}
