import Indicators
import Nomenclature
import Wording

/// The map of a panorama as inline SVG: the centres of all communes make the ground, circles stand for structures.
///
/// The area of a circle is proportional to the number of structures, and within it each ring to the number of its family:
/// from the middle, insertion, disability, other ESS, the rest. Colours come from the page by the class of the tone. Less
/// than a megabyte for the whole country.
public struct SVGMap: Sendable {
    public var map: PanoramaMap
    public var title: String
    public var description: String
    public var language: Language

    public init(_ map: PanoramaMap, title: String, description: String, language: Language) {
        self.map = map
        self.title = title
        self.description = description
        self.language = language
    }

    static let width = 1000.0
    private static let mostHeight = 1_150.0
    /// Room around the centres of communes, more for a few of them: circles and the land itself reach beyond.
    private static func margin(of frame: PanoramaMap.Frame) -> Double { frame.ground.count < 100 ? 105 : 60 }
    /// Points of the ground beyond which neighbours are drawn as one.
    private static let mostGroundPoints = 14_000

    /// Families from the middle of a circle outwards.
    private static let rings: [OfferFamily] = [.insertion, .disability, .otherESS, .other]

    /// The whole element.
    public var svg: String {
        let frames = map.frames
        guard let main = frames.first else { return element(height: 1, "") }
        let projection = MapProjection(
            fitting: main.ground + main.places.map(\.centre), left: 0, top: 0, width: Self.width,
            height: Self.mostHeight, margin: Self.margin(of: main))
        let radius = circleScale(projection)
        var content = ground(main, projection, id: "ground", most: Self.mostGroundPoints, margin: Self.margin(of: main))
        content += circles(main, projection, radius)
        content += labels(main, projection, radius)
        var bottom = projection.height
        let strip = MapLegend(
            radius: radius, largest: largest, kilometre: projection.unitsPerKilometre, language: language)
        content += strip.svg(top: bottom)
        bottom += strip.height
        let (insets, height) = insets(
            Array(frames.dropFirst()), perRow: main.key.isEmpty ? frames.count > 7 ? 7 : 6 : 3, top: bottom, radius)
        return element(height: bottom + height, content + insets)
    }

    private var largest: Int { map.frames.flatMap(\.places).map(\.total).max() ?? 0 }

    /// Units of radius of a circle of one structure: the greatest circle stays small beside the map, and a few structures
    /// do not fill it.
    private func circleScale(_ projection: MapProjection) -> Double {
        let most = min(Self.width, projection.height) * 0.055
        return largest == 0 ? 0 : min(most / Double(largest).squareRoot(), 9)
    }

    // MARK: Circles

    func circles(_ frame: PanoramaMap.Frame, _ projection: MapProjection, _ radius: Double) -> String {
        frame.places.map { place in
            let centre = projection.point(place.centre)
            let position = "cx=\"\(SVGChart.number(centre.x))\" cy=\"\(SVGChart.number(centre.y))\""
            var inside = 0
            var discs: [String] = []
            for family in Self.rings {
                guard let count = place.counts[family], count > 0 else { continue }
                inside += count
                let reach = SVGChart.number(radius * Double(inside).squareRoot())
                discs.append(
                    "<circle class=\"tone-\(CatalogueWords.tone(family).rawValue)\" \(position) r=\"\(reach)\"/>")
            }
            // The outermost first: each lies on the one before.
            return "<g><title>\(HTML.escape(words(place)))</title>\(discs.reversed().joined())</g>"
        }.joined()
    }

    /// « Bayonne : 12 structures (Insertion (SIAE) 7, …) »
    private func words(_ place: PanoramaMap.Place) -> String {
        let parts = Self.rings.compactMap { family in
            place.counts[family].map { family.name[language] + " " + NumberFormat.integer($0, language) }
        }
        return place.name + Phrase(" : ", ": ")[language] + NumberFormat.integer(place.total, language) + " – "
            + parts.joined(separator: ", ")
    }

    private func element(height: Double, _ content: String) -> String {
        """
        <svg class="map" role="img" viewBox="0 0 \(SVGChart.number(Self.width)) \(SVGChart.number(height))" \
        xmlns="http://www.w3.org/2000/svg"><title>\(HTML.escape(title))</title>\
        <desc>\(HTML.escape(description))</desc>\(content)</svg>
        """
    }
}
