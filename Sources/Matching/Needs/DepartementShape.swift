import Nomenclature

/// The communes of a département as points on the unit sphere: the nearest one is the one with the greatest dot
/// product, which is quicker to find than by computing distances.
enum DepartementShape {
    private struct Point {
        let coordinates: Coordinates
        let x: Double
        let y: Double
        let z: Double

        init(_ coordinates: Coordinates) {
            let radians = Double.pi / 180
            self.coordinates = coordinates
            x = Arithmetic.cos(coordinates.latitude * radians) * Arithmetic.cos(coordinates.longitude * radians)
            y = Arithmetic.cos(coordinates.latitude * radians) * Arithmetic.sin(coordinates.longitude * radians)
            z = Arithmetic.sin(coordinates.latitude * radians)
        }
    }

    private static let points: [String: [Point]] = Dictionary(
        grouping: Geography.shared.communes, by: \.departement
    ).mapValues { $0.compactMap { $0.centre.map { Point($0) } } }

    /// Distance in km to the nearest commune of a département; `nil` for a département that has none.
    static func distance(from place: Coordinates, to departement: String) -> Double? {
        let from = Point(place)
        var nearest: (product: Double, point: Point)?
        for point in points[departement] ?? [] {
            let product = point.x * from.x + point.y * from.y + point.z * from.z
            if product > nearest?.product ?? -2 { nearest = (product, point) }
        }
        return nearest.map { place.distance(to: $0.point.coordinates) }
    }
}
