import Indicators
import Nomenclature
import Tenders
import Wording

/// The counting rules in words and as parameters.
enum RuleWords {
    struct Rule {
        var key: String
        var name: Phrase
        var value: Phrase
        var json: JSONValue
    }

    static func all(_ rules: CountingRules) -> [Rule] {
        [
            Rule(
                key: "minimumAmount", name: Phrase("Plus petit montant utilisable", "Smallest usable amount"),
                value: money(rules.minimumAmount), json: .amount(rules.minimumAmount)),
            Rule(
                key: "maximumAmount", name: Phrase("Plus grand montant utilisable", "Greatest usable amount"),
                value: money(rules.maximumAmount), json: .amount(rules.maximumAmount)),
            Rule(
                key: "identityKey", name: Phrase("Identité d’un marché", "Identity of a contract"),
                value: rules.identityKey == .uid
                    ? Phrase(
                        "SIRET de l’acheteur et numéro ; la dernière publication remplace",
                        "buyer’s SIRET and number; the latest publication wins")
                    : Phrase("SIRET de l’acheteur, numéro et code CPV", "buyer’s SIRET, number and CPV code"),
                json: .string(rules.identityKey.rawValue)),
            Rule(
                key: "groupConvention", name: Phrase("Montant d’un groupement", "Amount of a group"),
                value: rules.groupConvention == .whole
                    ? Phrase(
                        "entier dès qu’un membre répond ; le montant partagé figure à côté",
                        "whole as soon as one member qualifies; the shared amount stands beside")
                    : Phrase(
                        "partagé entre les titulaires ; le montant entier figure à côté",
                        "divided among the holders; the whole amount stands beside"),
                json: .string(rules.groupConvention.rawValue)),
            classDate(rules.classDate),
            Rule(
                key: "includeConcessions", name: Phrase("Concessions", "Concessions"),
                value: rules.includeConcessions ? Phrase("comprises", "included") : Phrase("exclues", "left out"),
                json: .bool(rules.includeConcessions)),
            Rule(
                key: "smallSampleWarning", name: Phrase("Avertissement de petit effectif", "Small-sample warning"),
                value: Phrase(
                    "moins de \(rules.smallSampleWarning) marchés", "fewer than \(rules.smallSampleWarning) contracts"),
                json: .integer(rules.smallSampleWarning)),
            Rule(
                key: "targetSocial", name: Phrase("Objectif social", "Social target"), value: share(rules.targetSocial),
                json: .number(rules.targetSocial)),
            Rule(
                key: "targetEnvironmental", name: Phrase("Objectif environnemental", "Environmental target"),
                value: share(rules.targetEnvironmental), json: .number(rules.targetEnvironmental)),
            Rule(
                key: "publicationMonths", name: Phrase("Délai de publication", "Time to publish"),
                value: Phrase(
                    "\(rules.publicationMonths) mois après la notification",
                    "\(rules.publicationMonths) months after notification"),
                json: .integer(rules.publicationMonths)),
            Rule(
                key: "newSupplierYears", name: Phrase("Nouvelle structure", "New supplier"),
                value: Phrase(
                    "aucun marché dans les \(rules.newSupplierYears) années précédentes",
                    "no contract in the \(rules.newSupplierYears) years before"),
                json: .integer(rules.newSupplierYears)),
        ] + reading(ReadingRules(key: rules.identityKey))
    }

    /// What the import remarked on: such records are counted, and told in the remarks of the workspace.
    private static func reading(_ rules: ReadingRules) -> [Rule] {
        // The key of rule 8 stands above.
        rules.words.filter { $0.number != 8 }.map { words in
            Rule(
                key: "readingRule\(words.number)",
                name: Phrase(
                    "Remarque à la lecture (règle \(words.number))", "Remark on reading (rule \(words.number))"),
                value: words.text, json: .string(words.text.en))
        }
    }

    private static func classDate(_ date: CountingRules.ClassDate) -> Rule {
        let name = Phrase("Qualité des titulaires", "Class of holders")
        switch date {
        case .notification:
            return Rule(
                key: "classDate", name: name,
                value: Phrase("à la date de notification du marché", "at the notification of the contract"),
                json: .string("notification"))
        case .on(let day):
            return Rule(
                key: "classDate", name: name,
                value: Phrase("au \(day.text(.french))", "on \(day.iso)"), json: .string(day.iso))
        }
    }

    private static func money(_ amount: Amount) -> Phrase {
        Phrase(amount.text(.french, cents: false) + " HT", amount.text(.english, cents: false) + " before tax")
    }

    private static func share(_ share: Double) -> Phrase {
        Phrase(
            NumberFormat.percent(share, decimals: 0, .french) + " des marchés",
            NumberFormat.percent(share, decimals: 0, .english) + " of contracts")
    }
}
