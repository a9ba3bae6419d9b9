#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much may be done at once.
enum ProcessorCount {
    /// Processors that are running.
    static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
