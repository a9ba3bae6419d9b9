import Considerations
import Testing

/// Sentences as buyers write them, by hand: what each says, and nothing else.
@Suite struct SentenceTests {
    static func says(_ text: String, _ field: NoticeField) -> Set<String> {
        Set(
            ConsiderationReader.read(text, field: field).filter { $0.polarity == .yes }.map {
                "\($0.category.rawValue) \($0.kind.rawValue)"
            })
    }

    static let reservation = "reservation reservation"

    @Test(arguments: [
        ("Marché réservé à une entreprise adaptée ou à un ESAT (article L2113-12 du CCP)", "L2113-12"),
        ("Le présent lot est réservé aux structures d'insertion par l'activité économique.", "L2113-13"),
        ("Ce marché est réservé à des opérateurs économiques employant des détenus.", "L2113-13-1"),
        (
            "Consultation réservée aux entreprises de l'économie sociale et solidaire en application des articles L. 2113-15 et L. 2113-16",
            "L2113-15"
        ),
        ("Lot n°2 réservé SIAE", "L2113-13"),
        ("Seules les entreprises adaptées et les ESAT peuvent soumissionner au lot 3.", "L2113-12"),
        ("La participation est limitée aux entreprises adaptées et ESAT", "L2113-12"),
        ("Le lot 4 s'adresse exclusivement aux entreprises d'insertion.", "L2113-13"),
        ("MARCHE RESERVE - ARTICLE L.2113-13 DU CODE DE LA COMMANDE PUBLIQUE", "L2113-13"),
        ("Les prestations sont réservées au secteur du travail protégé et adapté.", "L2113-12"),
        ("Accord-cadre réservé aux EA, ESAT et SIAE", "L2113-14"),
        (
            "Marché réservé à des établissements et services d'accompagnement par le travail mentionnés à l'article L. 344-2 du code de l'action sociale et des familles",
            "L2113-12"
        ),
        (
            "Le lot 1 est réservé aux associations intermédiaires et aux entreprises de travail temporaire d'insertion",
            "L2113-13"
        ),
    ])
    func reserves(text: String, article: String) {
        let found = ConsiderationReader.read(text, field: .description).filter { $0.category == .reservation }
        #expect(found.contains { $0.polarity == .yes && $0.articles == [article] }, "\(found)")
    }

    @Test(
        arguments: [
            ("Le marché comporte une clause sociale d'insertion obligatoire.", "conditions", ["social clause"]),
            (
                "Le titulaire réservera 5 % des heures travaillées à des personnes éloignées de l'emploi.",
                "conditions", ["social clause"]
            ),
            (
                "L'entreprise attributaire devra réaliser une action d'insertion au bénéfice de demandeurs d'emploi de longue durée.",
                "conditions", ["social clause"]
            ),
            (
                "Un volume de 1 200 heures d'insertion est imposé sur la durée du marché", "description",
                ["social clause"]
            ),
            (
                "Application de l'article L. 2112-2 : conditions d'exécution comportant des éléments à caractère social",
                "conditions", ["social clause"]
            ),
            (
                "Ce lot est soumis à une clause d'insertion par l'activité économique (clause sociale).", "description",
                ["social clause"]
            ),
            (
                "Les candidats s'engagent à recruter des publics prioritaires pour l'exécution du marché.",
                "conditions", ["social clause"]
            ),
            (
                "Une part des prestations sera sous-traitée à un ESAT ou à une entreprise adaptée.", "conditions",
                ["social clause"]
            ),
            (
                "Clauses environnementales : le titulaire limite ses déchets de chantier et réduit ses émissions de gaz à effet de serre",
                "conditions", ["environmental clause"]
            ),
            (
                "Les produits d'entretien utilisés devront être porteurs de l'Ecolabel européen ou équivalent.",
                "conditions", ["label clause"]
            ),
            (
                "Le marché prévoit des dispositions visant à la protection de l'environnement", "conditions",
                ["environmental clause"]
            ),
            (
                "Performances en matière d'insertion professionnelle des publics en difficulté", "criterion",
                ["social criterion"]
            ),
            ("Valeur environnementale", "criterion", ["environmental criterion"]),
            ("Démarche RSE du candidat appliquée au marché : 10 points", "criterion", ["social criterion"]),
            ("Réduction de l'empreinte carbone des livraisons", "criterion", ["environmental criterion"]),
            ("Politique sociale et environnementale", "criterion", ["social criterion", "environmental criterion"]),
            (
                "Critères d'attribution : prix 50 %, valeur technique 40 %, insertion professionnelle des publics en difficulté 10 %",
                "additional", ["social criterion"]
            ),
            (
                "Fourniture de café issu du commerce équitable et de l'agriculture biologique", "title",
                ["social object", "environmental object", "label clause"]
            ),
            ("Fourniture de papier recyclé", "title", ["environmental object"]),
            (
                "Le candidat titulaire du label Relations fournisseurs et achats responsables (RFAR) le signale.",
                "additional", ["label clause"]
            ),
            ("Le marché est divisé en 12 lots.", "description", ["opening opening"]),
            (
                "Les candidats peuvent se présenter seuls ou sous forme de groupement solidaire ou conjoint",
                "additional", ["opening opening"]
            ),
            ("Les variantes sont acceptées.", "description", ["opening opening"]),
            ("Marché d'achat innovant passé en application de l'article R2122-9-1", "description", ["opening opening"]),
            (
                "Prestations de nettoyage, support d'une démarche d'insertion et de qualification professionnelle",
                "title", ["social object"]
            ),
            ("Considérations sociales : oui", "additional", ["social clause"]),
            ("Le marché inclut des considérations environnementales", "additional", ["environmental clause"]),
            (
                "Le titulaire favorisera l'égalité professionnelle entre les femmes et les hommes", "conditions",
                ["social clause"]
            ),
            ("Papier certifié FSC ou PEFC", "description", ["label clause"]),
            ("Véhicules à faibles émissions", "title", ["environmental object"]),
        ] as [(String, String, [String])])
    func reads(text: String, field: String, expected: [String]) throws {
        let field = try #require(NoticeField(rawValue: field))
        #expect(Self.says(text, field) == Set(expected))
    }

    /// False friends and negations: nothing of the kind is there.
    @Test(arguments: [
        ("Marché non réservé", "description"),
        ("Ce marché n'est pas réservé à des ateliers protégés.", "additional"),
        ("Marché réservé : non", "additional"),
        ("La consultation ne comporte aucune clause sociale.", "conditions"),
        ("Clause sociale : sans objet", "conditions"),
        ("Clauses sociales et environnementales : néant", "conditions"),
        ("Aucune clause d'insertion n'est prévue.", "conditions"),
        ("Sans clause environnementale", "conditions"),
        ("Sans objet", "conditions"),
        ("Pas de considération sociale", "additional"),
        ("Réservé à la profession d'expert-comptable", "selection"),
        ("La prestation est réservée à une profession réglementée : avocats inscrits au barreau", "selection"),
        (
            "L'acheteur se réserve le droit de ne pas donner suite à la procédure avec les entreprises d'insertion.",
            "additional"
        ),
        ("Les lots 2 et 3 sont réservés aux nouveaux entrants", "additional"),
        (
            "Attestation relative à l'obligation d'emploi des travailleurs handicapés (articles L. 5212-1 à L. 5212-11 du code du travail)",
            "selection"
        ),
        ("Qualité de l'insertion paysagère du projet", "criterion"),
        ("Insertion du bâtiment dans son environnement urbain", "criterion"),
        ("Insertion urbaine et architecturale (30 %)", "criterion"),
        ("Fourniture de dispositifs pour insertion de cathéters veineux centraux", "title"),
        ("Construction d'un ESAT et d'un foyer d'hébergement", "title"),
        ("Transport d'élèves en situation de handicap", "title"),
        ("Travaux de rénovation de 40 logements sociaux", "title"),
        ("Prestations de services d'insertion professionnelle pour les demandeurs d'emploi", "title"),
        ("Le titulaire respecte ses obligations sociales et fiscales.", "conditions"),
        ("Dénomination sociale et siège social du candidat", "selection"),
        ("Certification SA 8000 en matière de responsabilité sociale ou équivalent", "selection"),
        ("Maintenance de l'environnement informatique et des environnements de test", "description"),
        ("Mission d'évaluation environnementale du plan local d'urbanisme", "title"),
        ("Conseil en droit de l'environnement", "title"),
        ("Collecte des déchets ménagers", "title"),
        ("Le marché est décomposé en trois tranches", "description"),
        ("Le marché n'est pas alloti.", "description"),
        ("Les variantes ne sont pas autorisées.", "description"),
        ("Variantes : non", "description"),
        ("Groupement de commandes entre la commune et le CCAS", "description"),
        ("Réservation de places en crèche", "title"),
        ("Réception des travaux et levée des réserves", "description"),
        ("Parking réservé aux personnes handicapées : marquage au sol", "description"),
        ("Accessibilité des locaux aux personnes handicapées", "description"),
        ("Assurance : responsabilité civile et protection sociale complémentaire", "title"),
        ("Centre communal d'action sociale", "title"),
        ("Étude de la population, de l'économie et du lien social", "description"),
        ("Non-respect de la clause de confidentialité", "conditions"),
        ("Le candidat fournit une déclaration sur l'honneur concernant l'emploi de personnes handicapées", "selection"),
        ("Marché réservé aux petites et moyennes entreprises innovantes", "description"),
        ("Accès au chantier réservé aux véhicules autorisés", "description"),
    ])
    func doesNotFire(text: String, field: String) throws {
        let field = try #require(NoticeField(rawValue: field))
        #expect(Self.says(text, field).isEmpty)
    }

    /// What is denied is told as denied.
    @Test(arguments: [
        ("Marché non réservé", Consideration.Category.reservation), ("Aucune clause sociale", .social),
        ("Clause environnementale : non", .environmental), ("Variantes non autorisées", .opening),
        ("Les prestations sont réservées à la profession d'architecte", .reservation),
    ])
    func tellsWhatIsDenied(text: String, category: Consideration.Category) {
        let found = ConsiderationReader.read(text, field: .conditions)
        #expect(found.contains { $0.category == category && $0.polarity == .no })
        #expect(!found.contains { $0.category == category && $0.polarity == .yes })
    }

    @Test func readsNumbersAndPeople() throws {
        let hours = try #require(
            ConsiderationReader.read(
                "Le titulaire réalisera 2 214 heures d'insertion pour des demandeurs d'emploi", field: .conditions
            ).first)
        #expect(hours.measures.hours == 2214)
        #expect(hours.measures.publics == ["jobseekers"])
        let share = try #require(
            ConsiderationReader.read(
                "Clause d'insertion : 7,5 % des heures pour des bénéficiaires du RSA", field: .conditions
            ).first)
        #expect(share.measures.percent == 7.5)
        #expect(share.measures.publics.contains("social-benefits"))
        let weight = try #require(
            ConsiderationReader.read(
                "Critères de jugement des offres : insertion professionnelle des publics en difficulté 15 %",
                field: .additional
            ).first)
        #expect(weight.kind == .criterion)
        #expect(weight.measures.weight == "15 %")
        let points = try #require(
            ConsiderationReader.read("Performance environnementale (12 points)", field: .criterion).first)
        #expect(points.measures.weight == "12 points")
    }

    @Test func placesAreBytesOfTheText() throws {
        let text = "Été – propreté. Le marché comporte une clause sociale."
        let found = try #require(ConsiderationReader.read(text, field: .description).first)
        let start = text.utf8.index(text.startIndex, offsetBy: found.place.offset)
        let end = text.utf8.index(start, offsetBy: found.place.length)
        #expect(text[start..<end] == "clause sociale")
        #expect(found.quote.contains("clause sociale"))
    }
}
