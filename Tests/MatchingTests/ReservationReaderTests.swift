import Matching
import Testing

@Suite struct ReservationReaderTests {
    @Test(arguments: [
        (
            "Conformément aux articles L 2113-12 et L 2113-13 du Code de la commande publique, les lots sont réservés à des Entreprises Adaptées (EA)",
            ["L2113-12", "L2113-13"]
        ),
        (
            "la réponse à cette consultation est réservée aux entreprises qui répondent aux conditions de l'article L. 2113-12",
            ["L2113-12"]
        ),
        (
            "marché réservé à des structures d'insertion par l'activité économique en application de l'article L. 2113-13",
            ["L2113-13"]
        ),
        ("marché réservé en application de l’article L.2113-14 du code de la commande publique", ["L2113-14"]),
        ("lot réservé, articles L2113-12 et 13", ["L2113-12", "L2113-13"]),
        ("Marché réservé au titre de l'article L2113-13-1", ["L2113-13-1"]),
        (
            "marché réservé aux entreprises adaptées, à des établissements et services d'aide par le travail ou à des structures équivalentes",
            ["L2113-12"]
        ),
        ("Le marché est reservé à une entreprise adaptée", ["L2113-12"]),
        ("lots réservés aux E.S.A.T.", ["L2113-12"]),
        ("sont réservés au secteur adapté", ["L2113-12"]),
        ("Paris 10e – réservé insertion", ["L2113-13"]),
        ("lot réservé aux SIAE", ["L2113-13"]),
        ("réservé aux ateliers et chantiers d’insertion", ["L2113-13"]),
        ("marché réservé aux EA, aux ESAT et aux structures d’insertion", ["L2113-14"]),
        ("marché réservé aux entreprises de l’économie sociale et solidaire, article L. 2113-15", ["L2113-15"]),
    ])
    func reads(text: String, articles: [String]) throws {
        let reservation = try #require(ReservationReader.read(try Sample.need("Lot 1", description: text)))
        #expect(reservation.articles == articles)
        #expect(reservation.origin == .text)
        #expect(reservation.isCertain)
        #expect(!reservation.quote.isEmpty)
    }

    /// Traps of the notes on notice formats, section 6.3.
    @Test(arguments: [
        "Marché réservé à la profession d'architecte en application de la loi n o 77-2",
        "La participation est réservée à une profession particulière",
        "réservée aux seuls titulaires de la carte professionnelle mentionnée à l'article 3 de la loi nº 70-9",
        "réservée aux entreprises exerçant des activités de sécurité privée",
        "les lots 6 et 7 sont réservés aux «nouveaux entrants»",
        "masques réservés à des usages non médicaux",
        "La partie ouest du site est réservée pour un projet paysager",
        "Le pouvoir adjudicateur se réserve la possibilité de négocier avec les structures d’insertion",
        "Nettoyage du réservoir de l'ESAT",
        "Marché non réservé",
        "La consultation prévoit une réservation de tout ou partie du marché : Non",
        "ce marché n'est pas réservé aux entreprises adaptées",
        "obligation d'emploi des travailleurs handicapés, articles L. 5212-1 et suivants du code du travail",
        "articles R. 2113-12 et R. 2113-13",
        "insertion paysagère de la construction d'un ESAT",
        "Marché de services d'insertion professionnelle auprès des demandeurs d'emploi",
        "Performance sociale (15 points)",
        "prestations sont réservées à une profession particulière, entreprises ou associations pratiquant la réalisation de prestations d'entretien d'espaces verts",
    ])
    func doesNotFire(text: String) throws {
        #expect(ReservationReader.read(try Sample.need("Lot 1", description: text)) == nil)
    }

    /// Something is reserved, and perhaps not the lot: nobody may be set aside for it.
    @Test(arguments: [
        "Tonte des abords. Un parking est réservé au personnel de l'ESAT",
        "L'accès au site est réservé aux entreprises d'insertion titulaires du badge",
    ])
    func whatIsReservedMayBeSomethingElse(text: String) throws {
        let reservation = try #require(ReservationReader.read(try Sample.need("Lot 1", description: text)))
        #expect(!reservation.isCertain)
    }

    @Test func hoursSetAsideAreAClause() throws {
        let text =
            "L'acheteur a réservé 10 % des heures aux personnes éloignées de l'emploi via une structure d'insertion"
        #expect(ReservationReader.read(try Sample.need("Lot 1", description: text)) == nil)
    }

    @Test func contradictionIsUnsure() throws {
        let text =
            "L'ensemble des lots est réservé au secteur traditionnel et/ou à des structures équivalentes, conformément à l'article L. 2113-12"
        let reservation = try #require(ReservationReader.read(try Sample.need("Lot", description: text)))
        #expect(!reservation.isCertain)
    }

    @Test func flagAloneDoesNotTellTheArticle() throws {
        let reservation = try #require(ReservationReader.read(try Sample.need("Tonte", flags: ["res-ws"])))
        #expect(
            reservation
                == Reservation(
                    articles: ["L2113-12", "L2113-13", "L2113-14"], origin: .flag, isCertain: false, quote: ""))
    }

    @Test func flagAndText() throws {
        let need = try Sample.need("Tonte", description: "Lot réservé, article L. 2113-13.", flags: ["res-ws"])
        let reservation = try #require(ReservationReader.read(need))
        #expect(reservation.articles == ["L2113-13"])
        #expect(reservation.origin == .both)
        #expect(reservation.isCertain)
    }

    @Test func flagOfServices() throws {
        let reservation = try #require(ReservationReader.read(try Sample.need("Crèche", flags: ["res-pub-ser"])))
        #expect(reservation.articles == ["L2113-15"])
        #expect(ReservationReader.read(try Sample.need("Crèche", flags: ["none"])) == nil)
    }
}
