#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The functions of the C library that criteria need.
enum Arithmetic {
    static func exp(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.exp(value)
        #else
            Darwin.exp(value)
        #endif
    }
    static func sin(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.sin(value)
        #else
            Darwin.sin(value)
        #endif
    }
    static func cos(_ value: Double) -> Double { sin(value + .pi / 2) }
}
extension Arithmetic {
    static func exp(_ value: Float) -> Float {
        #if canImport(Glibc)
            Glibc.expf(value)
        #else
            Darwin.expf(value)
        #endif
    }
    static func asin(_ value: Float) -> Float {
        #if canImport(Glibc)
            Glibc.asinf(value)
        #else
            Darwin.asinf(value)
        #endif
    }
}
