import Foundation
import Nomenclature

/// The map projection of French public data in metropolitan France (RGF93 v1 / Lambert-93, EPSG:2154).
enum Lambert93 {
    // Constants of the projection (IGN, NTG 71): exponent, constant (m), pole (m), central meridian, eccentricity of GRS 80.
    private static let exponent = 0.725_607_765_053_267
    private static let constant = 11_754_255.426_096
    private static let pole = (x: 700_000.0, y: 12_655_612.049_876)
    private static let meridian = 3.0 * .pi / 180
    private static let eccentricity = 0.081_819_191_042_815_8

    /// The point at `x`, `y` metres; `nil` outside metropolitan France, where the same columns hold coordinates of other
    /// projections.
    static func coordinates(x: Double, y: Double) -> Coordinates? {
        guard (0...1_300_000).contains(x), (6_000_000...7_200_000).contains(y) else { return nil }
        let (east, south) = (x - pole.x, pole.y - y)
        let longitude = meridian + atan(east / south) / exponent
        let isometric = exp(-log(hypot(east, south) / constant) / exponent)
        var latitude = 2 * atan(isometric) - .pi / 2
        // Each round divides the error, of 0.2° at first, by about 150: after four it is far below a millimetre.
        for _ in 0..<4 {
            let sine = eccentricity * sin(latitude)
            latitude = 2 * atan(pow((1 + sine) / (1 - sine), eccentricity / 2) * isometric) - .pi / 2
        }
        return Coordinates(latitude: latitude * 180 / .pi, longitude: longitude * 180 / .pi)
    }
}
