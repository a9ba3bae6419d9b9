import CLibFuzzer

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Hands libFuzzer one target: `FUZZ_TARGET` names it, the arguments are libFuzzer's own. `Scripts/fuzz` runs it.
@main struct Fuzz {
    static func main() {
        let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard let target = Target(rawValue: name) else {
            let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
            print("FUZZ_TARGET: \(names)")
            exit(2)
        }
        chosen = target
        var count = CommandLine.argc
        var arguments = Optional(CommandLine.unsafeArgv)
        exit(
            LLVMFuzzerRunDriver(&count, &arguments) { data, size in
                Fuzz.chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            })
    }

    /// Set once, before libFuzzer starts.
    nonisolated(unsafe) private static var chosen = Target.notices
}
