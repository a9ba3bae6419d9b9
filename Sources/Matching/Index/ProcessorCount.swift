#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much may be done at once.
enum ProcessorCount {
    /// Processors that the program may run on.
    static var available: Int {
        #if canImport(Glibc)
            var set = cpu_set_t()
            if sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 {
                return max(1, withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } })
            }
        #endif
        return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
}
