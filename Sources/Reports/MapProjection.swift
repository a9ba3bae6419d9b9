import Glibc
import Nomenclature

/// A local equirectangular projection: longitudes shortened by the cosine of the middle latitude, so that a kilometre is
/// as long east–west as north–south in the middle of the map. Across mainland France the error stays below 9 % (42° and
/// 51° from the middle, 46.5°); within a département it cannot be seen.
struct MapProjection {
    private let west: Double
    private let north: Double
    private let shrink: Double
    /// Units of the drawing in a degree of latitude.
    private let scale: Double
    private let left: Double
    private let top: Double
    /// What the points take of the width, and the height of the whole.
    let used: Double
    let height: Double

    /// Kilometres in a degree of latitude.
    static let kilometresPerDegree = 111.2
    /// A territory of one commune still needs an extent, degrees of latitude.
    private static let leastSpan = 0.08

    /// Fits `points` into a rectangle of at most `width` × `height` at (`left`, `top`), with room for `margin` around.
    /// The map is centred in the width; the height shrinks to what is needed, or is kept and the map centred in it too.
    init(
        fitting points: some Collection<Coordinates>, left: Double, top: Double, width: Double, height: Double,
        margin: Double, keepsHeight: Bool = false
    ) {
        var (south, north, west, east) = (90.0, -90.0, 180.0, -180.0)
        for point in points {
            south = min(south, point.latitude)
            north = max(north, point.latitude)
            west = min(west, point.longitude)
            east = max(east, point.longitude)
        }
        if points.isEmpty { (south, north, west, east) = (46, 47, 2, 3) }
        let middle = (south + north) / 2
        shrink = max(cos(middle * .pi / 180), 0.05)
        if north - south < Self.leastSpan {
            (south, north) = (middle - Self.leastSpan / 2, middle + Self.leastSpan / 2)
        }
        let span = Self.leastSpan / shrink
        let meridian = (west + east) / 2
        if east - west < span { (west, east) = (meridian - span / 2, meridian + span / 2) }
        let extent = (x: (east - west) * shrink, y: north - south)
        scale = min((width - 2 * margin) / extent.x, (height - 2 * margin) / extent.y)
        self.west = west
        self.north = north
        used = extent.x * scale + 2 * margin
        let needed = extent.y * scale + 2 * margin
        self.height = keepsHeight ? height : needed
        self.left = left + margin + (width - used) / 2
        self.top = top + margin + (self.height - needed) / 2
    }

    func point(_ place: Coordinates) -> (x: Double, y: Double) {
        (left + (place.longitude - west) * shrink * scale, top + (north - place.latitude) * scale)
    }

    var unitsPerKilometre: Double { scale / Self.kilometresPerDegree }
}
