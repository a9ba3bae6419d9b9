import FrenchText

/// The ROME (répertoire opérationnel des métiers et des emplois, France Travail): the trades in which sources describe what
/// the people of a structure do.
public struct ROME: Sendable, Hashable {
    /// A letter and four digits: `A1203`.
    public let code: String
    /// Of version 4, a trade (« Jardinier / Jardinière »); version 3 named activities.
    public let label: String
    /// Of version 3, `nil` for the codes that came with version 4.
    public let activity: String?
    /// Professional domain: « Espaces naturels et espaces verts ».
    public let domain: String

    private static let table = Table("rome", columns: "code", "label_v3", "label_v4", "domain")
    private static let titles = Table("rome-titles", columns: "code", "titles")

    /// Every code, ascending.
    public static let all: [ROME] = (0..<table.count).map { ROME(row: table[$0]) }

    private init(row: Table.Row) {
        code = row[0]
        label = row[2]
        activity = row[1].isEmpty ? nil : row[1]
        domain = row[3]
    }

    /// The entry of a code, capitals or not.
    public static func of(_ code: String) -> ROME? {
        table.row(sortedBy: code.uppercased()).map { ROME(row: table[$0]) }
    }

    /// The job titles (appellations, version 3) under this code.
    public var titles: [String] {
        Self.titles.row(sortedBy: code).map { Self.titles[$0].list(1, separator: "|") } ?? []
    }

    /// The same in one text.
    public var titleText: String { Self.titles.row(sortedBy: code).map { Self.titles[$0][1] } ?? "" }

    /// The entry under which a job title stands, compared without accents and capitals: « Ouvrier / Ouvrière
    /// d’entretien des espaces verts ».
    public static func titled(_ title: String) -> ROME? {
        let wanted = Folding.fold(title)
        return ROMETitles.shared.candidates(wanted).first { place in
            let row = titles[Int(place.row)].list(1, separator: "|")
            return Folding.fold(row[Int(place.title)]) == wanted
        }
        .flatMap { of(titles[Int($0.row)][0]) }
    }

    /// Finds job titles by their consonants, which can be read without folding 11,000 titles.
    private struct ROMETitles: Sendable {
        static let shared = ROMETitles()

        struct Place: Sendable {
            /// Hash of the consonants.
            let hash: Int
            /// Row of the code.
            let row: UInt16
            /// Place among the titles of the code.
            let title: UInt16
        }
        /// By their hash.
        private var places: [Place] = []

        private init() {
            places.reserveCapacity(12_000)
            for row in 0..<ROME.titles.count {
                for (title, bytes) in ROME.titles[row].cell(1).split(separator: UInt8(ascii: "|")).enumerated() {
                    places.append(Place(hash: Self.hash(bytes), row: UInt16(row), title: UInt16(title)))
                }
            }
            places.sort { ($0.hash, $0.row, $0.title) < ($1.hash, $1.row, $1.title) }
        }

        func candidates(_ folded: String) -> [Place] {
            let hash = Self.hash(folded.utf8)
            var low = 0
            var high = places.count
            while low < high {
                let middle = (low + high) / 2
                if places[middle].hash < hash { low = middle + 1 } else { high = middle }
            }
            return Array(places[low...].prefix { $0.hash == hash })
        }

        /// Letters that bear no accent in French.
        private static let consonants = Set("bdfghjklmpqrstvwxz".utf8)
        private static let isConsonant = (0..<0x80).map { consonants.contains(UInt8($0)) }

        private static func hash(_ title: some Sequence<UInt8>) -> Int {
            WordPool.hash(title.lazy.map { $0 | 0x20 }.filter { $0 < 0x80 && isConsonant[Int($0)] })
        }
    }
}
