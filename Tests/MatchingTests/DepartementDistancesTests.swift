import Nomenclature
import TestSupport
import Testing

@testable import Matching

/// What is skipped could not have been the nearest: the tables equal the comparison with every commune.
@Suite struct DepartementDistancesTests {
    private static let map = DepartementDistances.shared

    @Test(arguments: ["01", "2A", "40", "75", "971", "974", "988"])
    func tablesEqualTheComparisonWithEveryCommune(code: String) throws {
        let place = try #require(Geography.shared.departementNumber(code))
        let points = Geography.shared.communes.filter { $0.departement == code }.map { Self.map.communes[$0.number] }
            .filter { !$0.x.isNaN }
        let table = Self.map.table(place)
        for commune in stride(from: 0, to: Self.map.communes.count, by: 23) {
            let point = Self.map.communes[commune]
            let nearest =
                point.x.isNaN
                ? nil
                : points.map { SpherePoint.square(point, $0) }.min()
                    .map { SpherePoint.kilometres(square: $0) }
            // Worked out, then remembered.
            for _ in 1...2 {
                let distance = Self.map.distance(fromCommune: commune, in: table)
                #expect(nearest == distance || nearest == nil && distance.isNaN, "\(commune)")
            }
        }
    }

    @Test func theNearestCommuneIsTheNearestOfAll() {
        var dice = SeededRandom(17)
        for _ in 0..<300 {
            let isFar = Bool.random(using: &dice)
            let point = SpherePoint.of(
                Coordinates(
                    latitude: .random(in: isFar ? -60...60 : 42...51, using: &dice),
                    longitude: .random(in: isFar ? -180...180 : -5...8, using: &dice)))
            var best: (square: Float, number: Int)?
            for (number, commune) in Self.map.communes.enumerated() where !commune.x.isNaN {
                let square = SpherePoint.square(point, commune)
                if square < best?.square ?? .infinity { best = (square, number) }
            }
            #expect(Self.map.nearestCommune(to: point) == best?.number)
        }
        #expect(Self.map.nearestCommune(to: SIMD4(repeating: .nan)) == nil)
    }
}
