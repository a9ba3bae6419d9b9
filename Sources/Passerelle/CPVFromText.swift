import Bytes
import Nomenclature

/// The CPV codes that the classifier proposes for the lines of a file: contract objects, needs, lines of purchase.
public enum CPVFromText {
    /// One code proposed for one line.
    public struct Row: Sendable, Hashable {
        /// The line, counted from 1.
        public let line: Int
        /// A code of as many digits as were asked for, filled up with zeros.
        public let code: CPV
        /// 0–1, see ``CPVClassifier/Proposal/probability``.
        public let probability: Double
    }

    /// Calls `body` with the proposals for each line of `path`, the most probable first. An empty line has none and
    /// counts as a line.
    ///
    /// - Parameters:
    ///   - path: a text file, `-` for standard input.
    ///   - digits: 2 for divisions, 3 for groups, up to 8.
    ///   - top: most codes for a line.
    /// - Throws: `Problem` for a file that cannot be read.
    public static func forEachLine(of path: String, digits: Int, top: Int, _ body: ([Row]) throws -> Void) throws {
        let classifier = CPVClassifier.shared
        try InputWalker().forEach([path], onProblem: { throw $0 }) { input in
            try TextLines.forEach(input) { number, text in
                let rows = classifier.codes(for: text, digits: digits, top: top).map {
                    Row(line: number, code: $0.code, probability: $0.probability)
                }
                if !rows.isEmpty { try body(rows) }
            }
        }
    }
}
