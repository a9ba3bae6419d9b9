#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the process has used so far.
enum Usage {
    /// Seconds.
    struct Times {
        var cpu = 0.0
        var wall = 0.0

        static func - (left: Times, right: Times) -> Times {
            Times(cpu: left.cpu - right.cpu, wall: left.wall - right.wall)
        }
    }

    static var times: Times {
        Times(cpu: seconds(CLOCK_PROCESS_CPUTIME_ID), wall: seconds(CLOCK_MONOTONIC))
    }

    /// The most memory held at once, 10⁶ bytes.
    static var peakMegabytes: Double {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Double(usage.ru_maxrss) * 1_024 / 1e6
        #else
            getrusage(RUSAGE_SELF, &usage)
            return Double(usage.ru_maxrss) / 1e6
        #endif
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
