import Foundation
import Wording

/// The language in which the command line speaks: `--lang`, else the locale of the terminal, else French.
///
/// Told from the arguments before they are parsed, because the help itself depends on it.
enum Speech {
    static let language: Language = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
            if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
                return language
            }
        }
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("en") ? .english : .french
    }()
}

/// `text("bonjour", "hello")` in the language of this run.
func text(_ fr: String, _ en: String) -> String { Phrase(fr, en)[Speech.language] }

/// A count with its noun, in the language of this run; 0 and 1 are singular in French, 1 in English.
func plural(_ count: Int, _ frOne: String, _ frMany: String, _ enOne: String, _ enMany: String) -> String {
    let noun = Phrase(abs(count) < 2 ? frOne : frMany, count == 1 ? enOne : enMany)[Speech.language]
    return NumberFormat.integer(count, Speech.language) + " " + noun
}
