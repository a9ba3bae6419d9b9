import Testing

@testable import Nomenclature

@Suite struct ActivitiesTests {
    /// Official totals: sub-classes, classes, groups, divisions, sections.
    @Test func sizesOfTheNAF() {
        let former = NAFTable.shared
        #expect(former.codes.count == 732)
        #expect(Set(former.codes.map { $0.code.prefix(5) }).count == 615)
        #expect(Set(former.codes.map { $0.code.prefix(4) }).count == 272)
        #expect(Set(former.codes.map(\.division)).count == 88)
        #expect(Set(former.codes.compactMap { former.section($0) }).count == 21)
        let present = NAF2025Table.shared
        #expect(present.codes.count == 747)
        #expect(Set(present.codes.map { $0.code.prefix(5) }).count == 651)
        #expect(Set(present.codes.map { $0.code.prefix(4) }).count == 287)
        #expect(Set(present.codes.map(\.division)).count == 87)
        #expect(Set(present.codes.compactMap { present.section($0) }).count == 22)
    }

    @Test func everyCodeHasALabelAndReadsBack() {
        for naf in NAFTable.shared.codes {
            #expect(NAFTable.shared.label(naf)?.isEmpty == false && NAF(naf.code) == naf)
        }
        for naf in NAF2025Table.shared.codes {
            #expect(NAF2025Table.shared.label(naf)?.isEmpty == false && NAF2025(naf.code) == naf)
        }
    }

    @Test func labels() throws {
        let naf = try #require(NAF("8130Z"))
        #expect(NAFTable.shared.label(naf) == "Services d'aménagement paysager")
        #expect(NAFTable.shared.section(naf) == "N")
        #expect(NAFTable.shared.divisionLabel(naf)?.isEmpty == false)
        #expect(NAFTable.shared.label(prefix: "81") == NAFTable.shared.divisionLabel(naf))
        #expect(NAFTable.shared.label(prefix: "8") == nil)
        #expect(NAFTable.shared.codes(prefix: "81.2").map(\.code) == ["81.21Z", "81.22Z", "81.29A", "81.29B"])
        #expect(NAFTable.shared.codes(prefix: "N").contains(naf))
        #expect(NAFTable.shared.contains(naf))
        #expect(!NAFTable.shared.contains(try #require(NAF("81.30Y"))))
        // The same four digits mean another activity.
        #expect(NAF2025Table.shared.label(try #require(NAF2025("38.32Y")))?.contains("décharge") == true)
        #expect(NAF2025Table.shared.label(try #require(NAF2025("38.32Z"))) == nil)
    }

    @Test func theBridgeIsApproximateAndSaysSo() throws {
        let bridge = NAFBridge.shared
        #expect(bridge.links.count == 611)
        let unlinked = NAFTable.shared.codes.filter { bridge.links(from: $0).isEmpty }
        #expect(unlinked.count == 142)
        for link in bridge.links {
            #expect(NAFTable.shared.contains(link.former) && NAF2025Table.shared.contains(link.present))
            #expect(bridge.links(from: link.former).contains(link) && bridge.links(to: link.present).contains(link))
            #expect(link.score.map { (0...1).contains($0) } ?? true)
        }
        let recovery = bridge.links(from: try #require(NAF("38.32Z")))
        #expect(recovery.map(\.present.code).contains("38.21Y"))
        #expect(NAFBridge.caution.fr.contains("approchée") && NAFBridge.caution.en.contains("approximate"))
    }

    @Test func trades() throws {
        #expect(ROME.all.count == 609)
        #expect(ROME.all.map(\.titles.count).reduce(0, +) == 11_118)
        let gardener = try #require(ROME.of("a1203"))
        #expect(gardener.activity == "Aménagement et entretien des espaces verts")
        #expect(gardener.domain == "Espaces naturels et espaces verts")
        #expect(!gardener.titles.isEmpty)
        #expect(ROME.titled("OUVRIER / OUVRIERE D’ENTRETIEN DES ESPACES VERTS")?.code == "A1203")
        #expect(ROME.titled("Ouvrier / Ouvrière des espaces verts")?.code == "A1203")
        #expect(ROME.of("Z9999") == nil)
        #expect(ROME.titled("") == nil)
        #expect(ROME.all.allSatisfy { entry in entry.titles.allSatisfy { ROME.titled($0) == entry } })
    }

    /// Tables that are searched by halves are in the order of their first column.
    @Test func tablesAreSorted() {
        for table in [
            Table("communes", columns: "code"), Table("cpv", columns: "code"), Table("naf2", columns: "code"),
            Table("naf2025", columns: "code"), Table("rome", columns: "code"), Table("rome-titles", columns: "code"),
        ] {
            let keys = table.map { $0[0] }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        }
    }

    @Test func cellsAreReadAsTheyLie() {
        let table = Table("communes", columns: "code", "name")
        for row in stride(from: 0, to: table.count, by: 500) {
            let cells = table[row]
            #expect(cells.cell(4).decimal == Double(cells[4]))
            #expect(cells.cell(5).decimal == Double(cells[5]))
            #expect(cells.cell(8).number == Int(cells[8]))
            #expect(table.row(sortedBy: cells[0]) == row)
            #expect(cells[table.columns.count] == "")
        }
        #expect(table.row(sortedBy: "") == nil && table.row(sortedBy: "zzz") == nil)
    }
}
