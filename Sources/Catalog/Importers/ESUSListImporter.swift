import Bytes
import FrenchText
import Nomenclature
import Wording

/// The national list of ESUS approvals (Direction générale du Trésor): one row an enterprise.
///
/// Its layout changes from one edition to the next, so columns are told by the words in their names. An approval holds
/// five years, or two when the enterprise was less than three years old (R3332-21-3 code du travail): which of the two is
/// nowhere in the list, so an end that it does not give is left open. That the enterprise is of the ESS follows from the
/// approval (L3332-17-1), and is left to the merging.
struct ESUSListImporter: SourceImporter {
    /// The columns that are named alike in every edition: none. See ``table(for:)``.
    let table = FieldTable(source: .esus, rules: [])

    func recognises(_ shape: DocumentShape) -> Bool {
        guard case .csv(let header) = shape else { return false }
        let columns = header.map(Self.words)
        let speaksOfApproval = columns.contains { column in
            column.contains { $0.hasPrefix("agrement") || $0 == "esus" }
        }
        // The SIRET is in no edition. It, and our own names for the columns of an approval, show a list of the user's.
        let isUsers =
            columns.contains { $0.contains("siret") } || !PlainCSVImporter.esusColumns.isDisjoint(with: header)
        return speaksOfApproval && !isUsers && columns.contains { $0.contains("siren") }
    }

    func read(_ input: Input, limits: Limits, seen: Day?, to sink: SupplierSink) throws {
        var header: [String] = []
        if case .csv(let columns) = DocumentShape(input, limits: limits) { header = columns }
        try Self.table(for: header).readCSV(input, limits: limits, seen: seen, to: sink) { draft in
            draft.record.esus = draft.record.esus ?? Approval()
        }
    }

    /// The table of an edition with these columns.
    static func table(for header: [String]) -> FieldTable {
        let columns = header.map { (name: $0, words: words($0)) }
        func column(_ fits: ([String]) -> Bool) -> String? { columns.first { fits($0.words) }?.name }
        func any(of words: String...) -> ([String]) -> Bool {
            { column in words.contains { word in column.contains { $0.hasPrefix(word) } } }
        }
        let isEnd = any(of: "fin", "echeance", "expiration", "jusqu", "terme")
        let isStart = any(of: "decision", "debut", "effet", "delivrance", "date")

        var rules: [FieldRule] = [.siren(column { $0.contains("siren") } ?? "SIREN", required: true)]
        if let name = column(any(of: "denomination", "raison", "nom", "entreprise", "structure", "organisme")) {
            rules.append(.text(name, into: \.name))
        }
        if let start = column({ isStart($0) && !isEnd($0) }) { rules.append(.esusStart(start)) }
        if let end = column(isEnd) { rules.append(.esusEnd(end)) }
        if let postcode = column({ $0.contains("postal") || $0 == ["cp"] }) { rules.append(.postcode(postcode)) }
        if let city = column({ $0.contains("ville") || $0.contains("commune") && !$0.contains("code") }) {
            rules.append(.text(city, into: \.city))
        }
        return FieldTable(source: .esus, rules: rules)
    }

    private static func words(_ column: String) -> [String] {
        Folding.fold(column).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
