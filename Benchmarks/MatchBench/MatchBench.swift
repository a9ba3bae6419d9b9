import Foundation
import Matching
import Nomenclature
import Passerelle

/// Measures the ranking alone: `passerelle-match-bench CATALOGUE INDEX LOTS [--criteria text] [--top 100] [--limit N]`.
///
/// The index of the catalogue is opened, or made when it is out of date; the lots are read before the clock starts. One
/// core, one lot after the other, without explanations: what the peers do. `mapped_ms` is the opening of an index that is
/// there, `ready_ms` all that comes between the start of the program and the answer to a first lot, both in time of the
/// processors.
///
/// `passerelle-match-bench build CATALOGUE [--times 3] [--cores 1]` measures the making of an index in memory, of suppliers that were
/// read before.
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
        let times = option("--times").flatMap { Int($0) } ?? 3
        let cores = option("--cores").flatMap { Int($0) }
        if arguments.count == 2, arguments[0] == "build" { return try build(arguments[1], times: times, cores: cores) }
        guard arguments.count == 3 else {
            print("usage: passerelle-match-bench CATALOGUE INDEX LOTS [--criteria text] [--top 100] [--limit N]")
            print("       passerelle-match-bench build CATALOGUE [--times 3] [--cores 1]")
            return
        }
        let mapping = Clock.now
        let isKept = Application.keptIndex(catalogue: arguments[0], index: arguments[1]) != nil
        let mapped = Clock.now - mapping
        let opening = Clock.now
        let matcher = try Application.matcher(catalogue: arguments[0], index: arguments[1])
        let opened = Clock.now - opening
        // The reading of lots, which is not counted, would make the map, which is.
        _ = Geography.shared.departementNumber("01")
        let reading = Clock.now
        let needs = try NeedFile.read(arguments[2], today: .today).prefix(limit)
        let options = RankingOptions(
            top: top, criteria: criteria ?? Set(Criterion.allCases), setsAsideIneligible: criteria == nil)
        let read = Clock.now - reading
        for need in needs.prefix(1) { _ = matcher.best(need, options) }
        // What a program does that opens the index once and is asked about one lot.
        let ready = Clock.now - read - mapped
        for need in needs.prefix(20) { _ = matcher.best(need, options) }
        var spent: [Double] = []
        var found = 0
        let start = Clock.now
        for need in needs {
            let before = Clock.now
            found += matcher.best(need, options).count
            spent.append(Clock.now - before)
        }
        let wall = Clock.now - start
        spent.sort()
        func share(_ part: Double) -> Double {
            spent.isEmpty ? 0 : spent[min(spent.count - 1, Int(Double(spent.count) * part))] * 1_000
        }
        print(
            "suppliers=\(matcher.supplierCount)", "lots=\(needs.count)", "opened=\(opened)",
            "mapped_ms=\(isKept ? mapped * 1_000 : .nan)", "ready_ms=\(isKept ? ready * 1_000 : .nan)", "wall=\(wall)",
            "lots_s=\(Double(needs.count) / wall)", "p50_ms=\(share(0.5))", "p95_ms=\(share(0.95))",
            "p99_ms=\(share(0.99))", "found=\(Double(found) / Double(max(1, needs.count)))",
            "rss_mb=\(Clock.residentMegabytes)")
    }

    private static func build(_ catalogue: String, times: Int, cores: Int?) throws {
        let suppliers = try Application.catalogue(file: catalogue)
        for _ in 0..<times {
            let (start, wallStart) = (Clock.now, Clock.wall)
            let index = try CatalogueIndex.build(
                path: nil, fingerprint: 0, weights: .standard,
                suppliers: { add in for supplier in suppliers { try add(supplier) } }, references: { _ in [] },
                cores: cores)
            let (used, wall) = (Clock.now - start, Clock.wall - wallStart)
            print(
                "suppliers=\(index.count)", "cpu=\(used)", "wall=\(wall)",
                "suppliers_s=\(Double(index.count) / wall)", "suppliers_cpu_s=\(Double(index.count) / used)")
        }
    }
}

enum Clock {
    /// Seconds of the processors.
    static var now: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// Seconds.
    static var wall: Double { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
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
