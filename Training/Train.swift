import Foundation
import Nomenclature
import Wording

/// Makes the model of the CPV classifier: `passerelle-train CONTRACTS PHRASES MODEL`, or measures it on texts that it
/// has not seen: `passerelle-train --cross-validate CONTRACTS PHRASES`. See Scripts/train.
@main struct Train {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch let problem as Problem {
            fail(problem.sentence(.english))
        } catch {
            fail("\(error)")
        }
    }

    private static func run(_ arguments: [String]) throws {
        if arguments.count == 3, arguments[0] == "--cross-validate" {
            let texts = try TrainingTexts(contracts: arguments[1], phrases: arguments[2])
            try CrossValidation(texts: texts).run { FileHandle.standardOutput.write(Data(($0 + "\n").utf8)) }
        } else if arguments.count == 3 {
            let texts = try TrainingTexts(contracts: arguments[0], phrases: arguments[1])
            let bytes = try ModelMaker.model(texts, contracts: texts.contracts).bytes
            try Data(bytes).write(to: URL(fileURLWithPath: arguments[2]), options: .atomic)
            print(
                "\(arguments[2]): \(bytes.count) bytes from \(texts.contracts.count) contracts and "
                    + "\(texts.knowledge.count) phrases, terms and labels")
        } else {
            fail("usage: passerelle-train [--cross-validate] CONTRACTS PHRASES [MODEL]")
        }
    }

    private static func fail(_ sentence: String) -> Never {
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
        exit(2)
    }
}
