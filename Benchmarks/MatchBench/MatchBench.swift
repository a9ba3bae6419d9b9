import Foundation
import Matching
import Nomenclature
import Passerelle

/// Measures the ranking alone: `passerelle-match-bench CATALOGUE INDEX LOTS [--criteria text] [--top 100] [--limit N]`.
///
/// The index of the catalogue is opened, or made when it is out of date; the lots are read before the clock starts. One
/// core, one lot after the other, without explanations: what the peers do.
@main struct MatchBench {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String) -> String? {
            guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
            defer { arguments.removeSubrange(place...place + 1) }
            return arguments[place + 1]
        }
        let criteria = option("--criteria").map {
            Set($0.split(separator: ",").compactMap { Criterion(rawValue: String($0)) })
        }
        let top = option("--top").flatMap { Int($0) } ?? 100
        let limit = option("--limit").flatMap { Int($0) } ?? .max
        guard arguments.count == 3 else {
            print("usage: passerelle-match-bench CATALOGUE INDEX LOTS [--criteria text] [--top 100] [--limit N]")
            return
        }
        let opening = Clock.now
        let matcher = try Application.matcher(catalogue: arguments[0], index: arguments[1])
        let opened = Clock.now - opening
        let needs = try NeedFile.read(arguments[2], today: .today).prefix(limit)
        let options = RankingOptions(
            top: top, criteria: criteria ?? Set(Criterion.allCases), setsAsideIneligible: criteria == nil)
        for need in needs.prefix(20) { _ = matcher.best(need, options) }
        var times: [Double] = []
        var found = 0
        let start = Clock.now
        for need in needs {
            let before = Clock.now
            found += matcher.best(need, options).count
            times.append(Clock.now - before)
        }
        let wall = Clock.now - start
        times.sort()
        func share(_ part: Double) -> Double {
            times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * part))] * 1_000
        }
        print(
            "suppliers=\(matcher.supplierCount)", "lots=\(needs.count)", "opened=\(opened)", "wall=\(wall)",
            "lots_s=\(Double(needs.count) / wall)", "p50_ms=\(share(0.5))", "p95_ms=\(share(0.95))",
            "p99_ms=\(share(0.99))", "found=\(Double(found) / Double(max(1, needs.count)))",
            "rss_mb=\(Clock.residentMegabytes)")
    }
}

enum Clock {
    /// Seconds.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// What the process holds in memory now.
    static var residentMegabytes: Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return 0 }
        return kilobytes / 1_024
    }
}
