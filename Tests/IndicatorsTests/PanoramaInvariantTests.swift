import Catalog
import Nomenclature
import Testing
import Wording

@testable import Indicators

/// What holds of every panorama, tried on catalogues drawn at random.
@Suite struct PanoramaInvariantTests {
    /// A simple generator with a seed: the same catalogues every time.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
    }

    private func catalogue(seed: UInt64) throws -> [Supplier] {
        var dice = Dice(state: seed)
        let communes = Geography.shared.communes
        let categories: [String?] = [nil, "9220", "5710", "7361", "5558", "8210", "9300", "9999", "x"]
        return try (1...300).map { number in
            var supplier = Supplier(key: "")
            let siret = try PanoramaSamples.siret(dice.roll(200), dice.roll(3))
            // Keys are unique; some establishments bear several structures.
            supplier.key = siret.text + "/\(number)"
            if dice.roll(10) > 0 { supplier.siret = siret }
            supplier.kinds = (0..<dice.roll(3)).map { _ in
                HeldKind(
                    dice.pick(StructureKind.allCases),
                    evidence: [PanoramaSamples.evidence(to: dice.pick([nil, "2025-01-01", "2027-01-01"]))])
            }
            supplier.ess = ESSStatus(
                belongs: dice.pick([true, false, nil]), title: Phrase(verbatim: "t\(dice.roll(4))"), source: "")
            supplier.legalCategory = dice.pick(categories)
            switch dice.roll(5) {
            case 0: supplier.departement = dice.pick(["64", "2A", "974", "00"])
            case 1: break
            default: supplier.communeCode = dice.pick(communes).code
            }
            supplier.employees = dice.pick([nil, 0, 7, 10, .max])
            supplier.workforceBand = dice.pick([nil, "NN", "11", "53", "??"])
            supplier.sectors = dice.pick([[], ["Traiteur"], ["Inconnu", "Traiteur"]])
            supplier.naf = dice.pick([nil, NAF("81.30Z"), NAF("40.00Z"), NAF("88.99B")])
            supplier.isClosed = dice.roll(8) == 0
            return supplier
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func rowsAddUp(seed: UInt64) throws {
        let suppliers = try catalogue(seed: seed)
        let territories = [nil, try Territory(departements: ["64", "974"]), try Territory(regions: ["84"])]
        for territory in territories {
            let panorama = CataloguePanorama(
                suppliers: suppliers, day: try PanoramaSamples.day("2026-06-01"), territory: territory)
            for breakdown in panorama.breakdowns where breakdown.dimension.isPartition {
                let rows = breakdown.rows
                let name = "\(breakdown.dimension)"
                #expect(rows.reduce(0) { $0 + $1.all.structures } == panorama.total.structures, "\(name)")
                #expect(rows.reduce(0) { $0 + $1.all.establishments } == panorama.total.establishments, "\(name)")
                #expect(rows.reduce(0) { $0 + $1.all.workforce.known } == panorama.total.workforce.known, "\(name)")
                #expect(rows.reduce(0) { $0 + $1.all.workforce.unknown } == panorama.total.workforce.unknown, "\(name)")
                if breakdown.dimension.isPlace {
                    #expect(rows.reduce(0) { $0 + ($1.ess?.structures ?? 0) } == panorama.ess.structures, "\(name)")
                }
                #expect(Set(rows.map(\.key)).count == rows.count, "\(name)")
            }
            let open = suppliers.filter { !$0.isClosed }.count
            if territory == nil {
                #expect(panorama.total.structures == open)
                #expect(panorama.closed == suppliers.count - open)
            }
            #expect(panorama.total.structures + panorama.outside + panorama.undecided == open)
            let drawn = panorama.map.frames.flatMap(\.places).reduce(0) { $0 + $1.total }
            #expect(drawn + panorama.map.unplaced == panorama.total.structures)
            #expect(panorama.sectorsByLegalFamily.rows.allSatisfy { $0.counts.reduce(0, +) == $0.total })
            #expect(panorama.kindsByDepartement.rows.reduce(0) { $0 + $1.total } == panorama.total.structures)
        }
    }

    /// Structures of one establishment agree on where it is: the order in which suppliers come then changes nothing.
    @Test func orderDoesNotMatter() throws {
        let suppliers = try catalogue(seed: 9).enumerated().map { index, supplier in
            var supplier = supplier
            supplier.key = "k\(index)"
            return supplier
        }
        let day = try PanoramaSamples.day("2026-06-01")
        let one = CataloguePanorama(suppliers: suppliers, day: day, listLimit: 3)
        let other = CataloguePanorama(suppliers: suppliers.reversed(), day: day, listLimit: 3)
        #expect(one.breakdowns == other.breakdowns)
        #expect(one.quality == other.quality)
        #expect(one.map == other.map)
        #expect(one.sectorsByLegalFamily == other.sectorsByLegalFamily)
    }

    @Test func linesAreThoseCounted() throws {
        var count = PanoramaCount(
            day: try PanoramaSamples.day("2026-06-01"), territory: try Territory(departements: ["64"]))
        let lines = try catalogue(seed: 5).compactMap { count.add($0) }
        let panorama = count.finish()
        #expect(lines.count == panorama.total.structures + panorama.closed)
        for line in panorama.quality {
            let listed = lines.filter {
                $0.gaps.contains(line.gap) && (line.gap == .closed || !$0.gaps.contains(PanoramaGap.closed))
            }
            #expect(listed.count == line.count, "\(line.gap)")
        }
    }
}
