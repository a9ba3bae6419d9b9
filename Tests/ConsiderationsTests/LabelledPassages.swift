import Considerations
import Foundation
import TestSupport

/// A passage of a real notice with what a reader found in it; see `docs/considerations.md`.
struct LabelledPassage {
    /// What is to be found: category, kind and polarity. Labels and openings are told by their category alone.
    struct Label: Hashable {
        let category: Consideration.Category
        let kind: String
    }

    let notice: String
    let isKeptAside: Bool
    let field: NoticeField
    /// What the passage says.
    let says: Set<Label>
    /// Not counted: readers may differ.
    let isOpen: Bool
    let articles: [String]
    let text: String

    static func all() throws -> [LabelledPassage] {
        let file = try String(
            contentsOfFile: Project.path("Tests/ConsiderationsTests/Fixtures/considerations.tsv"), encoding: .utf8)
        return file.split(separator: "\n").drop { $0.hasPrefix("#") }.dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 7, let field = NoticeField(rawValue: cells[4]) ?? Self.other[cells[4]] else {
                return nil
            }
            let labels = cells[5].split(separator: ";").map {
                $0.split(separator: ":", omittingEmptySubsequences: false)
            }
            let positive = labels.filter { $0.count == 4 && $0[3] == "yes" }
            return LabelledPassage(
                notice: cells[2], isKeptAside: cells[0] == "kept", field: field,
                says: Set(
                    positive.compactMap { label in
                        Consideration.Category(rawValue: String(label[0])).map {
                            Self.label($0, kind: String(label[1]))
                        }
                    }), isOpen: cells[5].contains("?"),
                articles: positive.flatMap { $0[2].split(separator: "+").map(String.init) }, text: cells[6])
        }
    }

    private static let other = ["profession": NoticeField.selection]

    static func label(_ category: Consideration.Category, kind: String) -> Label {
        Label(category: category, kind: category == .label || category == .opening ? "" : kind)
    }

    /// What the reader finds in it.
    var found: Set<Label> {
        Set(
            ConsiderationReader.read(text, field: field).filter { $0.polarity == .yes }.map {
                Self.label($0.category, kind: $0.kind.rawValue)
            })
    }
}
