import Foundation
import Nomenclature

/// How often the declared code is first, or among the first five, at two and at three digits.
struct Accuracy {
    private var texts = 0
    /// First at two digits, among five at two, first at three, among five at three.
    private var found = [0, 0, 0, 0]

    /// Judges the proposals for one text.
    mutating func add(_ classifier: CPVClassifier, text: String, declared: CPV) {
        texts += 1
        for (place, digits) in [2, 3].enumerated() {
            let codes = classifier.codes(for: text, digits: digits, top: 5).map { $0.code.prefix(digits) }
            let truth = declared.prefix(digits)
            if codes.first == truth { found[2 * place] += 1 }
            if codes.contains(truth) { found[2 * place + 1] += 1 }
        }
    }

    static func += (left: inout Accuracy, right: Accuracy) {
        left.texts += right.texts
        for place in left.found.indices { left.found[place] += right.found[place] }
    }

    /// Cells of a Markdown row: texts, then the four shares.
    var cells: String {
        let shares = found.map { String(format: "%.3f", Double($0) / Double(max(1, texts))) }
        return ([String(texts)] + shares).joined(separator: " | ")
    }
}
