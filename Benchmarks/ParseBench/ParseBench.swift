import Bytes
import Dispatch
import Foundation
import Synchronization
import Tenders
import Wording

/// Measures how fast documents are read, nothing stored: `passerelle-bench decp FILE`,
/// `passerelle-bench notices [--threads N] FOLDER`, and `passerelle-bench nothing FOLDER` for the ceiling.
@main struct ParseBench {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var threads = 1
        if let option = arguments.firstIndex(of: "--threads"), option + 1 < arguments.count {
            threads = max(1, Int(arguments[option + 1]) ?? 1)
            arguments.removeSubrange(option...option + 1)
        }
        guard arguments.count == 2 else { return usage() }
        switch arguments[0] {
        case "decp": try contracts(arguments[1])
        case "notices": try notices(arguments[1], threads: threads)
        case "nothing": try nothing(arguments[1])
        default: usage()
        }
    }

    private static func usage() {
        print("usage: passerelle-bench decp FILE | notices [--threads N] FOLDER | nothing FOLDER")
    }

    /// One line of `name=value`.
    private static func report(bytes: Int, records: Int, problems: Int, _ spent: Usage.Times) {
        print(
            "mb=\(Double(bytes) / 1e6)", "records=\(records)", "problems=\(problems)", "cpu=\(spent.cpu)",
            "wall=\(spent.wall)", "peak=\(Usage.peakMegabytes)")
    }

    /// A file of award data, from the disk to contracts.
    private static func contracts(_ path: String) throws {
        var (bytes, records, problems) = (0, 0, 0)
        let start = Usage.times
        try InputWalker().forEach([path], onProblem: { _ in problems += 1 }) { input in
            bytes += input.size
            try ContractReader().read(input, onProblem: { _ in problems += 1 }) { _ in records += 1 }
        }
        report(bytes: bytes, records: records, problems: problems, Usage.times - start)
    }

    /// The notices of a folder, from memory to the model; on several threads, each takes the next one.
    private static func notices(_ folder: String, threads: Int) throws {
        let inputs = try documents(folder)
        let next = Atomic<Int>(0)
        let records = Atomic<Int>(0)
        let problems = Atomic<Int>(0)
        let start = Usage.times
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let reader = NoticeReader()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < inputs.count else { return }
                do {
                    try reader.read(inputs[index], onProblem: { throw $0 }) { _ in records.add(1, ordering: .relaxed) }
                } catch {
                    problems.add(1, ordering: .relaxed)
                }
            }
        }
        let spent = Usage.times - start
        report(
            bytes: inputs.reduce(0) { $0 + $1.size }, records: records.load(ordering: .relaxed),
            problems: problems.load(ordering: .relaxed), spent)
    }

    private static func nothing(_ folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted()
        let documents = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
        let start = Usage.times
        let read = documents.filter { Nothing.parse($0) }.count
        report(
            bytes: documents.reduce(0) { $0 + $1.count }, records: read, problems: documents.count - read,
            Usage.times - start)
    }

    private static func documents(_ folder: String) throws -> [Input] {
        var inputs: [Input] = []
        try InputWalker().forEach([folder], onProblem: { _ in }) { input in
            if input.name.hasSuffix(".xml") { inputs.append(input) }
        }
        return inputs
    }
}
