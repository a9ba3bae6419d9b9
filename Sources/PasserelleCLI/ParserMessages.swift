import Wording

/// The sentences of the argument parser in French. The parser writes English; what it writes is matched here and told
/// again, so that all its wording is in one place.
enum ParserMessages {
    static func translated(_ message: String) -> String {
        guard Speech.language == .french else { return message }
        var lines: [String] = []
        for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(translate(String(line)))
        }
        return lines.joined(separator: "\n")
    }

    private static let headings: [(String, String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("Usage: ", "Utilisation : "), ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"), ("Error: ", "Erreur : "), ("Help:  ", "Aide :  "),
    ]

    private static let phrases: [(String, String)] = [
        ("Show help information.", "Affiche cette aide."),
        ("Show the version.", "Affiche la version."),
        ("Show subcommand help information.", "Affiche l’aide d’une commande."),
        ("<subcommand>", "<commande>"),
        ("(default: ", "(par défaut : "), ("default: ", "par défaut : "),
        ("(values: ", "(valeurs : "),
        ("Missing expected argument", "Argument manquant :"),
        ("Missing value for", "Valeur manquante pour"),
        ("Unknown option", "Option inconnue :"),
        ("Did you mean", "Vouliez-vous dire"),
        ("unexpected argument", "argument inattendu :"),
        ("Unexpected argument", "Argument inattendu :"),
        ("unexpected arguments:", "arguments inattendus :"),
        ("The value ", "La valeur "),
        (" is invalid for ", " n’est pas valable pour "),
        ("Please provide one of ", "Choisissez parmi "),
        (" for more information.", " pour en savoir plus."),
        ("  See '", "  Voyez « "), ("--help' pour en savoir", "--help » pour en savoir"),
        ("<commande>' for detailed help.", "<commande> » pour l’aide d’une commande."),
    ]

    private static func translate(_ line: String) -> String {
        var line = line
        for (english, french) in headings where line.hasPrefix(english) {
            line = french + line.dropFirst(english.count)
        }
        for (english, french) in phrases { line = line.replacing(english, with: french) }
        return line
    }
}
