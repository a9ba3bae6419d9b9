import Catalog
import Nomenclature
import Testing
import Wording

@testable import Indicators

@Suite struct CataloguePanoramaTests {
    private func structures(_ panorama: CataloguePanorama, _ dimension: PanoramaBreakdown.Dimension) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: (panorama.breakdown(dimension)?.rows ?? [])
                .filter { $0.all.structures > 0 || $0.expired > 0 }.map { ($0.key, $0.all.structures) })
    }

    @Test func totals() throws {
        let panorama = try PanoramaSamples.panorama()
        #expect(panorama.total.structures == 9)
        #expect(panorama.total.establishments == 7)
        #expect(panorama.total.enterprises == 7)
        #expect(panorama.ess.structures == 6)
        #expect(panorama.ess.establishments == 4)
        #expect(panorama.ess.enterprises == 4)
        #expect(panorama.closed == 1)
        #expect(panorama.undecided == 0)
        #expect(panorama.outside == 0)
        #expect(panorama.inBothFamilies == 0)
        #expect(panorama.uninformativeNAF == 1)
        #expect(panorama.esus == (structures: 1, enterprises: 1))
        #expect(panorama.share == nil)
    }

    /// Headcounts 34, 5 and 12 (one establishment of two structures); bands 10–19, 10,000 and more, none; two unknown.
    @Test func workforce() throws {
        let workforce = try PanoramaSamples.panorama().total.workforce
        #expect(workforce.counted == 3)
        #expect(workforce.headcount == 51)
        #expect(workforce.banded == 3)
        #expect(workforce.bandMinimum == 10_010)
        #expect(workforce.openBands == 1)
        #expect(workforce.unknown == 2)
        #expect(workforce.minimum == 10_061)
        #expect(workforce.maximum == nil)
    }

    @Test func kindsAndFamilies() throws {
        let panorama = try PanoramaSamples.panorama()
        #expect(
            structures(panorama, .kind) == ["ACI": 3, "EI": 1, "ESAT": 1, "SCIC": 1, "ASSO": 2, "unknown": 2])
        #expect(panorama.row(.kind, "EI")?.expired == 1)
        #expect(panorama.row(.kind, "ACI")?.expired == 0)
        #expect(panorama.breakdown(.kind)?.rows.map(\.key) == ["EI", "ACI", "ESAT", "SCIC", "ASSO", "unknown"])
        #expect(structures(panorama, .family) == ["insertion": 4, "disability": 1, "otherESS": 2, "other": 2])
        #expect(
            structures(panorama, .legalFamily) == [
                "association": 5, "cooperative": 1, "company": 1, "publicBody": 1, "unknown": 1,
            ])
        #expect(structures(panorama, .ess) == ["yes": 6, "no": 1, "unknown": 2])
        #expect(structures(panorama, .esus) == ["valid": 1, "expired": 1, "none": 7])
        #expect(structures(panorama, .source) == ["csv": 8, "asp-siae": 1])
    }

    @Test func sectorsDeclaredAndTold() throws {
        let panorama = try PanoramaSamples.panorama()
        // Two sectors of one group count once in the group.
        #expect(
            structures(panorama, .sectorGroup) == [
                "group:Espaces verts & extérieurs": 3, "naf:N": 2, "unknown": 4,
            ])
        #expect(panorama.row(.sectorGroup, "naf:N")?.note == Phrase("NAF", "NAF"))
        #expect(panorama.row(.sector, "naf:81")?.all.structures == 1)
        #expect(panorama.row(.sector, "sector:entretien-des-parkings-4")?.all.structures == 2)
        // The establishment of two structures counts once in a row.
        #expect(panorama.row(.sector, "sector:entretien-des-parkings-4")?.all.establishments == 1)
        let cross = panorama.sectorsByLegalFamily
        let green = try #require(cross.rows.first)
        #expect(green.total == 3)
        #expect(zip(cross.columns, green.counts).filter { $1 > 0 }.map(\.0.key) == ["association"])
        #expect(cross.rows.map(\.total) == cross.rows.map { $0.counts.reduce(0, +) })
    }

    @Test func places() throws {
        let panorama = try PanoramaSamples.panorama()
        #expect(structures(panorama, .departement) == ["40": 3, "64": 5, "unknown": 1])
        #expect(structures(panorama, .region) == ["75": 8, "unknown": 1])
        #expect(panorama.row(.epci, PanoramaSamples.epciOfPau)?.all.structures == 4)
        #expect(panorama.row(.epci, PanoramaSamples.epciOfPau)?.all.establishments == 3)
        #expect(panorama.row(.epci, "unknown")?.all.structures == 2)
        #expect(panorama.breakdown(.departement)?.rows.count == 102)
        #expect(panorama.row(.departement, "40")?.all.enterprises == 2)
        #expect(panorama.row(.departement, "40")?.ess?.establishments == 2)
        let kinds = try #require(panorama.kindsByDepartement.rows.first { $0.key == "64" })
        #expect(kinds.total == 5)
        #expect(
            zip(panorama.kindsByDepartement.columns, kinds.counts).filter { $1 > 0 }.map { "\($0.key) \($1)" } == [
                "EI 1", "ACI 2", "SCIC 1", "ASSO 1",
            ])
        #expect(structures(panorama, .placing) == ["code": 7, "departement": 1, "unknown": 1])
    }

    @Test func territoryOfADepartement() throws {
        let panorama = try PanoramaSamples.panorama(territory: Territory(departements: ["64"]))
        #expect(panorama.total.structures == 5)
        #expect(panorama.total.establishments == 3)
        #expect(panorama.total.enterprises == 4)
        // Closed structures are in no figure but their own.
        #expect(panorama.outside == 3)
        #expect(panorama.undecided == 1)
        #expect(panorama.closed == 0)
        #expect(panorama.breakdown(.departement)?.rows.map(\.key) == ["64"])
        #expect(panorama.row(.departement, "64")?.isPartial == false)
        #expect(panorama.row(.region, "75")?.isPartial == true)
        #expect(panorama.map.frames.map(\.key) == [""])
        #expect(panorama.map.unplaced == 1)
    }

    @Test func territoryOfAnIntercommunality() throws {
        let panorama = try PanoramaSamples.panorama(territory: Territory(epcis: [PanoramaSamples.epciOfPau]))
        #expect(panorama.total.structures == 4)
        // One known by its département alone, one without any place.
        #expect(panorama.undecided == 2)
        #expect(panorama.row(.departement, "64")?.isPartial == true)
        #expect(panorama.breakdown(.epci)?.rows.count == 1)
        #expect(panorama.emptyEPCIs.isEmpty)
        #expect(panorama.map.frames.first?.places.map(\.total) == [4])
        #expect(panorama.map.frames.first?.towns.first?.name == "Pau")
    }

    @Test func sharesOnlyOfWholePlaces() throws {
        var totals = PanoramaTotals(source: "flores.csv")
        totals[.departement, "64"] = .init(establishments: 100, workforce: 200_340)
        totals[.epci, PanoramaSamples.epciOfPau] = .init(establishments: 2, workforce: nil)
        totals[.region, "75"] = .init(establishments: 1_000, workforce: 1_000)
        let panorama = try PanoramaSamples.panorama(territory: Territory(departements: ["64"]), totals: totals)
        // ESS establishments: the cooperative and the one of two structures; workforce 10,000 + 5 + 12 at least.
        #expect(panorama.share?.establishments == 0.02)
        #expect(panorama.share?.workforceLow == 0.05)
        #expect(panorama.share?.workforceHigh == nil)
        #expect(panorama.row(.departement, "64")?.share == panorama.share)
        #expect(panorama.row(.region, "75")?.share == nil)
        let epci = try #require(panorama.row(.epci, PanoramaSamples.epciOfPau)?.share)
        #expect(epci.establishments == 1)
        #expect(epci.workforceLow == nil)
        #expect(!epci.isImpossible)
        #expect(panorama.totalsSource == "flores.csv")
    }

    @Test func quality() throws {
        let panorama = try PanoramaSamples.panorama(listLimit: 1)
        let counts = Dictionary(uniqueKeysWithValues: panorama.quality.map { ($0.gap, $0.count) })
        #expect(counts[.noTrade] == 5)
        #expect(counts[.noPerimeter] == 8)
        #expect(counts[.noWorkforce] == 2)
        #expect(counts[.noLegalForm] == 1)
        #expect(counts[.noName] == 1)
        #expect(counts[.essUnknown] == 2)
        #expect(counts[.noAddress] == 2)
        #expect(counts[.communeNotFound] == 0)
        #expect(counts[.expiredKind] == 1)
        #expect(counts[.expiredESUS] == 1)
        #expect(counts[.esusWithoutEnd] == 0)
        #expect(counts[.noSiret] == 1)
        #expect(counts[.notSeen] == 1)
        #expect(counts[.undated] == 2)
        #expect(counts[.oneSource] == 7)
        #expect(counts[.closed] == 1)
        let trade = try #require(panorama.quality.first { $0.gap == .noTrade })
        #expect(trade.share == 5.0 / 9)
        #expect(trade.examples.count == 1)
        #expect(panorama.quality.first { $0.gap == .closed }?.share == nil)
    }

    @Test func nothingToCount() throws {
        let panorama = CataloguePanorama(suppliers: [], day: try PanoramaSamples.day("2026-06-01"))
        #expect(panorama.total == PanoramaTally())
        #expect(panorama.emptyEPCIs.count == 1_253)
        #expect(panorama.quality.allSatisfy { $0.count == 0 && $0.share == nil && $0.examples.isEmpty })
    }
}
