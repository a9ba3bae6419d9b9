#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The functions of the C library that scores need.
public enum Arithmetic {
    /// Natural logarithm.
    public static func log(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.log(value)
        #else
            Darwin.log(value)
        #endif
    }

    /// The exponential.
    public static func exp(_ value: Double) -> Double {
        #if canImport(Glibc)
            Glibc.exp(value)
        #else
            Darwin.exp(value)
        #endif
    }
}
