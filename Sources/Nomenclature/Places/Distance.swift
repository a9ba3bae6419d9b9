#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Coordinates {
    /// Mean radius of the Earth, km.
    static let earthRadius = 6371.0

    /// Great-circle distance in km (haversine).
    public func distance(to other: Coordinates) -> Double {
        let radians = Double.pi / 180
        let latitudes = (other.latitude - latitude) * radians / 2
        let longitudes = (other.longitude - longitude) * radians / 2
        let chord =
            sin(latitudes) * sin(latitudes)
            + cos(latitude * radians) * cos(other.latitude * radians) * sin(longitudes) * sin(longitudes)
        return 2 * Self.earthRadius * asin(min(1, chord.squareRoot()))
    }
}
