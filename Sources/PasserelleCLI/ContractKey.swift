import ArgumentParser
import Tenders

/// `--key`: what tells contracts apart.
struct ContractKey: ExpressibleByArgument {
    let key: ReadingRules.Key

    init?(argument: String) {
        guard let key = ReadingRules.Key(rawValue: argument) else { return nil }
        self.key = key
    }

    static var allValueStrings: [String] { ReadingRules.Key.allCases.map(\.rawValue) }
}
