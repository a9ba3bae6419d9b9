import Bytes
import Nomenclature

/// Where the ESAT and entreprises adaptées of an old FINESS extract stand: its second half has a row `geolocalisation`
/// for every establishment of the first, in Lambert-93.
struct FINESSPoints {
    /// By FINESS number; of the two or three thousand establishments that are kept, not of the hundred thousand.
    private var points: [String: Coordinates?] = [:]

    /// The point of the establishment with this identifier, `finess:400001234`; `nil` overseas, where the extract
    /// uses other projections.
    subscript(identifier: String) -> Coordinates? { points[identifier] ?? nil }

    /// Looks through `input` for the points, ahead of reading its establishments.
    ///
    /// - Throws: `Problem` when the file as a whole cannot be read.
    init(_ input: Input, limits: Limits) throws {
        var points: [String: Coordinates?] = [:]
        func take(type: String, count: Int, cell: (Int) -> String) {
            switch type {
            case "structureet":
                if count > 18, FINESSCategory.kinds[cell(18)] != nil {
                    points.updateValue(nil, forKey: "finess:" + cell(1))
                }
            case "geolocalisation":
                let identifier = "finess:" + cell(1)
                guard count > 3, points[identifier] != nil, let x = Double(cell(2)), let y = Double(cell(3)) else {
                    return
                }
                points.updateValue(Lambert93.coordinates(x: x, y: y), forKey: identifier)
            default: return
            }
        }
        try CSVReader(limits: limits).readCells(
            input.open(), name: input.name,
            onHeader: { row in take(type: row.first ?? "", count: row.count) { row[$0] } }
        ) { row in
            take(type: row[0].string, count: row.count) { row[$0].string }
        }
        self.points = points
    }
}

/// The categories of FINESS that are suppliers: 246 ESAT, 247 entreprise adaptée. 249, rehabilitation, is no entreprise
/// adaptée; the others are hospitals, homes and services.
enum FINESSCategory {
    static let kinds: [String: StructureKind] = ["246": .esat, "247": .ea]
}
