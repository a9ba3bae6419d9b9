import ArgumentParser
import Foundation
import Passerelle
import Wording

/// How the progress of an import is told, on standard error.
enum ProgressMode: String, ExpressibleByArgument, CaseIterable {
    /// A line on a terminal once a second has gone by; nothing when standard error is none.
    case auto
    /// One JSON object a line, twice a second and at the end.
    case json
    case none
}

/// Tells how far an import has come while it runs.
struct ProgressDisplay {
    let mode: ProgressMode

    /// Runs `work` and shows the progress that it reports.
    func run<Result>(_ work: (ImportProgress) throws -> Result) rethrows -> Result {
        let progress = ImportProgress()
        let ticker: Ticker
        switch mode {
        case .json:
            ticker = Ticker(interval: 0.5, onTick: { Output.error(Self.json(progress, $0)) })
        case .auto where isatty(2) == 1:
            ticker = Ticker(interval: 0.2) { seconds in
                guard seconds >= 1 else { return }
                Self.erase()
                let line = Self.line(progress, seconds).prefix(Output.width(of: 2) - 1)
                FileHandle.standardError.write(Data(line.utf8))
            }
        case .auto, .none: return try work(progress)
        }
        defer {
            ticker.stop()
            if mode == .json { Output.error(Self.json(progress, ticker.seconds)) } else { Self.erase() }
        }
        return try work(progress)
    }

    /// Back to the start of an empty line.
    private static func erase() { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }

    // MARK: Forms

    /// Seconds left by the bytes read so far; `nil` while nothing can be told.
    private static func secondsLeft(_ progress: ImportProgress, _ seconds: Double) -> Double? {
        guard progress.bytes > 0, progress.totalBytes >= progress.bytes else { return nil }
        return seconds * Double(progress.totalBytes - progress.bytes) / Double(progress.bytes)
    }

    static func line(_ progress: ImportProgress, _ seconds: Double) -> String {
        let language = Speech.language
        func number(_ value: Int) -> String { NumberFormat.integer(value, language) }
        var parts: [String] = []
        if progress.totalFiles > 1 {
            parts.append(
                text(
                    "\(number(progress.files)) / \(number(progress.totalFiles)) fichiers",
                    "\(number(progress.files)) / \(number(progress.totalFiles)) files"))
        }
        parts.append(
            text("\(number(progress.records)) enregistrements", "\(number(progress.records)) records"))
        let speed = Double(progress.bytes) / 1e6 / max(seconds, 0.001)
        if progress.bytes > 0 {
            let figure = NumberFormat.decimal(speed, decimals: speed < 10 ? 1 : 0, language)
            parts.append(text("\(figure) Mo/s", "\(figure) MB/s"))
        }
        if let left = secondsLeft(progress, seconds) {
            let share = progress.totalBytes > 0 ? 100 * progress.bytes / progress.totalBytes : 0
            parts.append(text("\(share) %", "\(share)%"))
            parts.append(text("reste \(duration(left))", "\(duration(left)) left"))
        }
        return parts.joined(separator: " · ")
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    private struct Report: Encodable {
        var files, totalFiles, bytes, totalBytes, records: Int
        var seconds, megabytesPerSecond: Double
        var secondsLeft: Double?
    }

    static func json(_ progress: ImportProgress, _ seconds: Double) -> String {
        let report = Report(
            files: progress.files, totalFiles: progress.totalFiles, bytes: progress.bytes,
            totalBytes: progress.totalBytes, records: progress.records, seconds: (seconds * 1000).rounded() / 1000,
            megabytesPerSecond: (Double(progress.bytes) / 1e5 / max(seconds, 0.001)).rounded() / 10,
            secondsLeft: secondsLeft(progress, seconds).map { ($0 * 10).rounded() / 10 })
        let data = (try? Output.json(report, pretty: false)) ?? Data()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}

/// Calls a closure at intervals, on a queue of its own.
private struct Ticker {
    private let started: ContinuousClock.Instant
    private let queue = DispatchQueue(label: "passerelle.progress")
    private let timer: any DispatchSourceTimer

    /// Starts at once.
    init(interval: Double, onTick: @escaping @Sendable (Double) -> Void) {
        let started = ContinuousClock.now
        self.started = started
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + interval, repeating: interval)
        timer.setEventHandler { onTick((ContinuousClock.now - started) / .seconds(1)) }
        timer.resume()
    }

    var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

    /// Returns once the last tick is over.
    func stop() {
        timer.cancel()
        queue.sync {}
    }
}
