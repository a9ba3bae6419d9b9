#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The functions of the C library that scores need.
public enum Arithmetic {
    /// Natural logarithm.
    @inlinable public static func log(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.log(value)
        #else
            Darwin.log(value)
        #endif
    }

    /// The exponential.
    @inlinable public static func exp(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.exp(value)
        #else
            Darwin.exp(value)
        #endif
    }

    /// The sine of an angle in radians.
    @inlinable public static func sin(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.sin(value)
        #else
            Darwin.sin(value)
        #endif
    }

    /// The cosine of an angle in radians.
    @inlinable public static func cos(_ value: Double) -> Double { sin(value + .pi / 2) }

    /// The angle in radians whose sine is `value`.
    @inlinable public static func asin(_ value: Float) -> Float {
        #if canImport(Glibc)
            Glibc.asinf(value)
        #else
            Darwin.asinf(value)
        #endif
    }
}
