import Bytes
import FrenchText
import TestSupport
import Testing

@testable import Tenders

@Suite struct TextRepairTests {
    @Test(arguments: [
        // UTF-8 read as Windows-1252 or Latin-1, once and twice
        ("Ã©lagage", "élagage"), ("prÃ©vu Ã\u{A0} l'article", "prévu à l'article"), ("lâ€™ouvrage", "l’ouvrage"),
        ("lâ\u{80}\u{99}ouvrage", "l’ouvrage"), ("mise en Å“uvre", "mise en œuvre"), ("20 000 â‚¬", "20 000 €"),
        ("nÂ° 3", "n° 3"), ("Ã\u{83}Â©lagage", "élagage"), ("Ã‰lagage", "Élagage"),
        // accents that were combining ones (real: 17-22464)
        ("CapaciteÌ\u{81}s professionnelles", "Capacités professionnelles"),
        ("financieÌeurores", "financières"), ("comparables aÌeuro celles", "comparables à celles"),
        ("re\u{301}alise\u{301}", "réalisé"),
        // Windows-1252 leftovers
        ("l\u{92}ouvrage", "l’ouvrage"), ("ma\u{9C}uvre \u{96} lot", "maœuvre – lot"),
        // entities, once and twice
        ("l&#039;eau &amp; l\u{92}air", "l'eau & l’air"), ("l&amp;#039;eau", "l'eau"), ("&eacute;t&eacute;", "été"),
        ("&#233;t&#xE9;", "été"), ("l&#146;eau", "l’eau"),
        // n o
        ("loi n o 77-2", "loi n° 77-2"), ("N o3", "N° 3".replacing(" ", with: "")),
        ("lots n o 4 et n o 5", "lots n° 4 et n° 5"),
    ])
    func repaired(_ text: String, _ meant: String) {
        #expect(TextRepair.clean(text) == meant)
        #expect(TextRepair.clean(meant) == meant)
    }

    @Test(arguments: [
        "", "R&D", "Dupont & Fils ; SARL", "AT&T;", "&inconnu;", "JOÃO à SÃO PAULO", "Ångström", "LUNEDÌ",
        "âge, château, bâtiment",
        "Le prix à l’âge de 20 ans : 5 €", "« Noël », cœur, œuvre, Œuvre, ÿ, Ÿ, ç", "non ou oui", "un o 2",
        "n ouvrages", "bon o 3",
        "n o", "piano 4 mains", "H₂O, m² et m³", "L’Haÿ-les-Roses", "à côté — près d’ici…", "Â", "Ã", "pâte â",
    ])
    func clean(_ text: String) { #expect(TextRepair.clean(text) == text) }

    /// Real French: every text of the notices that has none of the signs comes out as it went in, and all are stable.
    @Test(.enabled(if: Corpus.isPresent)) func realTexts() throws {
        var texts = 0
        for folder in ["boamp", "eforms"] {
            try InputWalker().forEach([Corpus.path("notices/" + folder)], onProblem: { _ in }) { input in
                guard input.name.hasSuffix(".xml") else { return }
                guard let notice = try? onlyNotice(in: input) else { return }
                for lot in notice.lots {
                    for text in [lot.title, lot.description, lot.note].compactMap({ $0 }).flatMap(\.entries) {
                        texts += 1
                        // What was read is repaired already: repairing it again changes nothing.
                        #expect(TextRepair.clean(text.text) == text.text, "\(input.name)")
                    }
                }
            }
        }
        #expect(texts > 900)
    }

    @Test func theScanIsQuietOnFrench() {
        #expect(TextDefects("Le château de l’âge, à Noël ; œuvre d’art, 20 m² à 3 €") == [])
        #expect(TextDefects("l\u{92}eau") == [.leftover])
        #expect(TextDefects("Ã©") == [.doubleEncoding])
    }
}
