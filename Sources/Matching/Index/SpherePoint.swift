import FrenchText
import Nomenclature

/// A point on the unit sphere: distances between such points cost a few multiplications.
enum SpherePoint {
    /// Mean radius of the Earth, km.
    static let earthRadius: Float = 6371

    static func of(_ coordinates: Coordinates) -> SIMD4<Float> {
        let radians = Double.pi / 180
        let latitude = coordinates.latitude * radians
        let longitude = coordinates.longitude * radians
        return SIMD4(
            Float(Arithmetic.cos(latitude) * Arithmetic.cos(longitude)),
            Float(Arithmetic.cos(latitude) * Arithmetic.sin(longitude)), Float(Arithmetic.sin(latitude)), 0)
    }

    /// Square of the straight line between two points.
    @inline(__always) static func square(_ left: SIMD4<Float>, _ right: SIMD4<Float>) -> Float {
        let line = left - right
        return (line * line).sum()
    }

    /// Kilometres along the surface, from the square of the straight line.
    static func kilometres(square: Float) -> Float {
        2 * earthRadius * Arithmetic.asin(min(1, square.squareRoot() / 2))
    }
}
