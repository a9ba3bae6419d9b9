import Catalog
import Foundation
import Indicators
import Nomenclature
import Testing
import Wording

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct SVGMapTests {
    /// Counts the elements of a document that has to be well-formed.
    private final class Elements: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]
        var circles: [[String: String]] = []
        var identifiers: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            counts[name, default: 0] += 1
            if name == "circle" { circles.append(attributes) }
            if let id = attributes["id"] { identifiers.append(id) }
        }
    }

    private func read(_ svg: String) throws -> Elements {
        let parser = XMLParser(data: Data(svg.utf8))
        let elements = Elements()
        parser.delegate = elements
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return elements
    }

    private func map(_ panorama: CataloguePanorama) -> String {
        SVGMap(panorama.map, title: "Carte <1>", description: "a & b", language: .french).svg
    }

    @Test func circlesOfADepartement() throws {
        let svg = map(try Samples.panorama(["40"]))
        let elements = try read(svg)
        // Mont-de-Marsan holds insertion and disability, Dax other ESS and others; the rest are the sizes of the legend.
        let drawn = elements.circles.filter { $0["class"] != "size" }
        #expect(drawn.map { $0["class"] } == ["tone-none", "tone-ess", "tone-disability", "tone-insertion"])
        #expect(elements.counts["g"] == 2)
        // The ring of a family has the area of its number: the outer circle twice the area of the inner one.
        let radii = drawn.compactMap { $0["r"].flatMap(Double.init) }
        #expect(abs(radii[0] * radii[0] / (radii[1] * radii[1]) - 2) < 0.01)
        #expect(radii[0] == radii[2])
        #expect(svg.contains("<title>Carte &lt;1&gt;</title><desc>a &amp; b</desc>"))
        #expect(svg.contains("Mont-de-Marsan : 2 – Insertion (SIAE) 1, Handicap (EA, EATT, ESAT) 1"))
        #expect(svg.contains(">Dax</text>"))
        #expect(svg == map(try Samples.panorama(["40"])))
    }

    @Test func overseasStandsApart() throws {
        let svg = map(try Samples.panorama())
        let elements = try read(svg)
        for name in ["Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"] {
            #expect(svg.contains(">\(name)</text>"))
        }
        #expect(elements.counts["rect"] == 5)
        #expect(Set(elements.identifiers).count == elements.identifiers.count)
        #expect(elements.counts["g"] == 3)
    }

    /// A structure in every commune: circles by intercommunality, and still less than a megabyte.
    @Test func wholeCountryStaysSmall() throws {
        let suppliers = Geography.shared.communes.lazy.map { commune in
            var supplier = Supplier(key: commune.code)
            supplier.communeCode = commune.code
            return supplier
        }
        let panorama = CataloguePanorama(suppliers: suppliers, day: try Samples.day("2026-06-01"))
        #expect(panorama.map.scale == .epci)
        let svg = map(panorama)
        #expect(svg.utf8.count < 1_000_000)
        let elements = try read(svg)
        #expect(try #require(elements.counts["g"]) > 1_200)
    }

    @Test func nothingToDraw() throws {
        var nothing = try Samples.panorama(["67"]).map
        nothing.frames = []
        let empty = SVGMap(nothing, title: "t", description: "", language: .english)
        #expect(try read(empty.svg).circles.isEmpty)
        let bare = map(try Samples.panorama(["67"]))
        #expect(try read(bare).circles.isEmpty)
        #expect(!bare.contains("nan"))
        #expect(!bare.contains("inf"))
    }

    @Test func oneCommuneAlone() throws {
        let panorama = CataloguePanorama(
            suppliers: try Samples.suppliers(), day: try Samples.day("2026-06-01"),
            territory: try Territory(communes: ["40192"]))
        let elements = try read(map(panorama))
        #expect(elements.circles.filter { $0["class"] != "size" }.count == 2)
    }

    @Test func projectionKeepsProportions() {
        let corners = [Coordinates(latitude: 45, longitude: 0), Coordinates(latitude: 46, longitude: 2)]
        let projection = MapProjection(fitting: corners, left: 0, top: 0, width: 1_000, height: 1_000, margin: 10)
        let (low, high) = (projection.point(corners[0]), projection.point(corners[1]))
        #expect(abs(low.x - 10) < 0.01)
        #expect(abs(high.x - 990) < 0.01)
        #expect(abs(high.y - 10) < 0.01)
        #expect(low.y > high.y)
        // Two degrees of longitude at 45.5° are 2 × cos 45.5° degrees of latitude long.
        #expect(abs((high.x - low.x) / (low.y - high.y) - 1.4018) < 0.001)
    }

    @Test func thinning() {
        let points = (0..<1_000).map { (x: Double($0 % 100), y: Double($0 / 100)) }
        let (kept, cell) = SVGMap.thinned(points, most: 300)
        #expect(kept.count <= 300)
        #expect(cell == 2)
        #expect(SVGMap.thinned([], most: 10).points.isEmpty)
    }

    @Test func labelsDoNotMeet() {
        let one = MapBox(text: "Dax", anchor: "start", x: 100, y: 100)
        #expect(one.meets(MapBox(text: "Pau", anchor: "end", x: 110, y: 105)))
        #expect(!one.meets(MapBox(text: "Pau", anchor: "start", x: 100, y: 140)))
        #expect(MapBox(x: 0, y: 0, reach: 5).covers(x: 3, y: 4))
        #expect(!MapBox(x: 0, y: 0, reach: 5).covers(x: 4, y: 4))
    }
}
