#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The functions of the C library that scores need.
enum Arithmetic {
    static func log(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.log(value)
        #else
            Darwin.log(value)
        #endif
    }

    static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<max(0, exponent)).reduce(1) { product, _ in product * base }
    }
}
