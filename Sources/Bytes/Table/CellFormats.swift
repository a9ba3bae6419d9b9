import Wording

/// How the numbers of an XLSX workbook are to be shown (`xl/styles.xml`): whether a number is a day, and how many digits
/// a code has.
struct CellFormats {
    let is1904: Bool
    /// By the style number of a cell.
    private var formats: [NumberStyle] = []

    private enum Field: UInt16 { case custom, style }

    private static let paths = XMLPathTable<Field>([
        .group("/styleSheet/numFmts/numFmt", .custom), .group("/styleSheet/cellXfs/xf", .style),
    ])

    /// - Throws: `Problem`.
    init(_ package: OfficePackage, part: String?, is1904: Bool) throws {
        self.is1904 = is1904
        guard let part else { return }
        var custom: [Int: NumberStyle] = [:]
        var formats: [NumberStyle] = []
        try package.read(part, Self.paths) { record in
            record.forEach { event in
                guard event.kind == .begin else { return }
                let number = event.attribute(.numFmtId).flatMap { Int($0) } ?? 0
                switch event.field {
                case .custom: custom[number] = NumberStyle(code: event.attribute(.formatCode) ?? "")
                case .style: formats.append(custom[number] ?? NumberStyle(builtIn: number))
                }
            }
        }
        self.formats = formats
    }

    subscript(style: Int) -> NumberStyle { formats.indices.contains(style) ? formats[style] : .plain }
}

/// What a number format makes of a number, as far as a reader must know.
enum NumberStyle: Equatable {
    case plain
    /// A whole number with at least so many digits: `00000` for a postcode.
    case padded(Int)
    case day
    case dayAndTime
    /// An hour of the day, or a number of hours.
    case time

    /// The formats that have a number and no code in the file (part 1, 18.8.30).
    init(builtIn number: Int) {
        self =
            switch number {
            case 14...17, 27...31, 36, 50...54, 57, 58: .day
            case 18...21, 45...47: .time
            case 22: .dayAndTime
            default: .plain
            }
    }

    /// Reads a format code, `dd/mm/yyyy;@` or `[$-40C]d mmmm yyyy`; codes are in English whatever the language of Excel.
    init(code: String) {
        let signs = Self.signs(of: code)
        let hasDay = signs.contains("y") || signs.contains("d")
        let hasTime = signs.contains("h") || signs.contains("s")
        if hasDay {
            self = hasTime ? .dayAndTime : .day
        } else if hasTime {
            self = .time
        } else if signs.contains("m"), !signs.contains("0"), !signs.contains("#") {
            self = .day
        } else {
            let digits = signs.count { $0 == "0" }
            self = digits > 1 && signs.allSatisfy { $0 == "0" || $0 == " " } ? .padded(digits) : .plain
        }
    }

    /// The signs of the first section that stand for a part of the number: texts, colours, languages and fillings are
    /// left out, elapsed hours (`[h]`) are hours.
    private static func signs(of code: String) -> String {
        var signs = ""
        var rest = code.lowercased().replacing("general", with: "").replacing("am/pm", with: "")[...]
        while let sign = rest.popFirst(), sign != ";" {
            switch sign {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    signs.append(first == "m" ? "h" : first)
                }
            default: signs.append(sign)
            }
        }
        return signs
    }
}
