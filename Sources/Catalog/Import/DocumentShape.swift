import Bytes
import Wording

/// What the first bytes of a document show of its form.
enum DocumentShape {
    case empty
    /// The column names.
    case csv([String])
    /// The keys that stand in the first bytes, and the Django models named there.
    case json(keys: [String], models: [String])
    /// XML, of which nothing is read here.
    case xml
    /// A workbook or another office document: a zip archive whose members mean nothing one by one.
    case workbook

    init(_ input: Input, limits: Limits) {
        let start = input.head.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        if Self.isZip(input) {
            let header = FieldTable.header(of: input, limits: limits)
            self = header.isEmpty ? .workbook : .csv(header)
            return
        }
        switch start.first {
        case nil: self = .empty
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = Self.json(String(decoding: start, as: UTF8.self))
        case UInt8(ascii: "<"): self = .xml
        default:
            let header = FieldTable.header(of: input, limits: limits)
            self = header.isEmpty ? .empty : .csv(header)
        }
    }

    /// Whether the document is a workbook, or another one of office programs.
    static func isZip(_ input: Input) -> Bool { input.head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    private static func json(_ text: String) -> DocumentShape {
        var keys: [String] = []
        var models: [String] = []
        for match in text.matches(of: #/"([A-Za-z_][\w.]*)"\s*:\s*(?:"([\w.]+)")?/#) {
            let key = String(match.output.1)
            if !keys.contains(key) { keys.append(key) }
            if key == "model", let model = match.output.2.map(String.init), !models.contains(model) {
                models.append(model)
            }
        }
        return .json(keys: keys, models: models)
    }

    /// Whether the document is a table with all these columns.
    func has(columns: String...) -> Bool {
        guard case .csv(let header) = self else { return false }
        let keys = Set(header.map(CSVReader.key))
        return columns.allSatisfy { keys.contains(CSVReader.key($0)) }
    }

    /// What was found, in words, for who must find out why the file is not read.
    var description: Phrase {
        switch self {
        case .empty: return Phrase("un fichier vide", "an empty file")
        case .workbook: return Phrase("un classeur ou un document bureautique", "a workbook or office document")
        case .xml: return Phrase("un document XML", "an XML document")
        case .csv(let header):
            // A file without header shows its first row here.
            if ColumnLabels.isData(header) {
                return Phrase(
                    "un tableau de \(header.count) colonnes sans noms de colonnes",
                    "a table of \(header.count) columns without column names")
            }
            let names = header.prefix(8).map { String($0.prefix(40)) }.joined(separator: ", ")
            return Phrase("un tableau de colonnes \(names)", "a table with the columns \(names)")
        case .json(let keys, let models):
            let names = (models.isEmpty ? keys : models).prefix(8).joined(separator: ", ")
            return Phrase("un document JSON avec \(names)", "a JSON document with \(names)")
        }
    }
}
