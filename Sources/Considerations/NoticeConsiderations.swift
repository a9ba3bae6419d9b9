import Nomenclature
import Tenders

/// What a notice says of reservations and considerations, lot by lot, from its codes and from its words.
public struct NoticeConsiderations: Sendable {
    /// A consideration of one lot.
    public struct Entry: Sendable, Hashable {
        /// Identifier of the lot; empty where a notice has none.
        public let lot: String
        public var consideration: Consideration

        public init(lot: String, consideration: Consideration) {
            self.lot = lot
            self.consideration = consideration
        }
    }

    /// How a notice says that a lot is reserved.
    public enum ReservationSource: String, Sendable, CaseIterable {
        case flag, text, both
        /// The flag says one thing and the words say another.
        case contradictory
    }

    /// In the order of the lots, codes before words.
    public private(set) var entries: [Entry] = []

    public init(_ notice: Notice) {
        var reading = NoticeReading(notice)
        reading.read()
        entries = reading.entries
    }

    /// How the reservation of each reserved lot is said.
    public var reservedLots: [(lot: String, source: ReservationSource)] {
        var order: [String] = []
        var sources: [String: ReservationSource] = [:]
        for entry in entries where entry.consideration.category == .reservation {
            let consideration = entry.consideration
            if consideration.polarity == .yes, !order.contains(entry.lot) { order.append(entry.lot) }
            if consideration.isContradicted {
                sources[entry.lot] = .contradictory
            } else if consideration.polarity == .yes {
                let source: ReservationSource = consideration.origin == .field ? .flag : .text
                let known = sources[entry.lot]
                sources[entry.lot] = known == nil || known == source ? source : known == .contradictory ? known : .both
            }
        }
        return order.compactMap { lot in sources[lot].map { (lot, $0) } }
    }
}

/// The reading of one notice under way.
private struct NoticeReading {
    private let notice: Notice
    private(set) var entries: [NoticeConsiderations.Entry] = []
    private var seen: Set<String> = []
    /// Texts are repeated from lot to lot: each is read once.
    private var known: [String: [ConsiderationReader.Statement]] = [:]
    /// Identifiers of the lots by their number.
    private let lotByNumber: [Int: String]

    init(_ notice: Notice) {
        self.notice = notice
        lotByNumber = Dictionary(
            notice.lots.compactMap { lot in Self.number(of: lot.id).map { ($0, lot.id) } },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func read() {
        for lot in notice.lots { readCodes(of: lot) }
        readWhole()
        for lot in notice.lots { readWords(of: lot) }
        narrowFlags()
        markContradictions()
        let places = Dictionary(
            notice.lots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        entries = entries.enumerated().sorted { left, right in
            let lots = (places[left.element.lot] ?? -1, places[right.element.lot] ?? -1)
            return lots.0 == lots.1 ? left.offset < right.offset : lots.0 < lots.1
        }.map(\.element)
    }

    /// The number at the end of an identifier: `LOT-0003`, `3`.
    private static func number(of id: String) -> Int? {
        Int(String(id.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()))
    }

    // MARK: Codes

    private static let workshopArticles = ["L2113-12", "L2113-13", "L2113-14"]
    private static let flagConfidence = 0.9
    private static let otherCodeConfidence = 0.8

    private mutating func readCodes(of lot: Lot) {
        for code in lot.reservation {
            var found = coded(.reservation, .reservation, code, "BT-71", Self.flagConfidence)
            found.polarity = code == "none" ? .no : .yes
            found.articles = code == "res-ws" ? Self.workshopArticles : code == "res-pub-ser" ? ["L2113-15"] : []
            add(found, to: [lot.id])
        }
        if lot.reservedExecution == "yes" {
            var found = coded(.social, .clause, "yes", "BT-736", Self.otherCodeConfidence)
            found.topic = "disability"
            add(found, to: [lot.id])
        }
        let codes: [(codes: [String], Consideration.Category, Consideration.Kind, rule: String)] = [
            (lot.social, .social, .clause, "BT-775"), (lot.environmental, .environmental, .clause, "BT-774"),
            (lot.greenCriteria.filter { $0 != "none" }, .environmental, .criterion, "BT-805"),
            (lot.innovation, .opening, .opening, "BT-776"),
            (lot.strategic.filter { $0 == "soc-obj" && lot.social.isEmpty }, .social, .clause, "BT-06"),
            (lot.strategic.filter { $0 == "env-imp" && lot.environmental.isEmpty }, .environmental, .clause, "BT-06"),
            (lot.strategic.filter { $0 == "inn-pur" && lot.innovation.isEmpty }, .opening, .opening, "BT-06"),
        ]
        for (codes, category, kind, rule) in codes {
            for code in codes {
                var found = coded(category, kind, code, rule, Self.otherCodeConfidence)
                found.topic = category == .opening ? "innovation" : code
                add(found, to: [lot.id])
            }
        }
        if let variants = lot.variants, ["required", "allowed", "not-allowed"].contains(variants) {
            var found = coded(.opening, .opening, variants, "BT-63", Self.flagConfidence)
            found.topic = "variants"
            found.polarity = variants == "not-allowed" ? .no : .yes
            add(found, to: [lot.id])
        }
        if notice.lots.count > 1 {
            var found = coded(.opening, .opening, "\(notice.lots.count) lots", "lots", Self.flagConfidence)
            found.topic = "allotment"
            add(found, to: [lot.id])
        }
        readIndex(lot)
    }

    /// What the publisher of the BOAMP knows of the whole notice: neither clause nor criterion is told.
    private mutating func readIndex(_ lot: Lot) {
        let ticks: [(Bool, Consideration.Category)] = [
            (notice.index?.hasSocialCriteria ?? false, .social),
            (notice.index?.hasEnvironmentalCriteria ?? false, .environmental),
        ]
        for (isTicked, category) in ticks where isTicked {
            add(coded(category, .criterion, "CRITERES_SOCIAUX_ENV", "boamp-index", 0.6), to: [lot.id])
        }
    }

    private func coded(
        _ category: Consideration.Category, _ kind: Consideration.Kind, _ code: String, _ rule: String,
        _ confidence: Double
    ) -> Consideration {
        Consideration(
            category: category, kind: kind, polarity: .yes, articles: [], topic: "", origin: .field, quote: code,
            place: ConsiderationPlace(field: .code, isOfLot: true), rule: rule, confidence: confidence)
    }

    // MARK: Words

    private mutating func readWhole() {
        let procedure = notice.procedure
        for (text, field) in [
            (procedure.title, NoticeField.title), (procedure.description, .description),
            (procedure.note, .additional),
        ] {
            read(french(text), ConsiderationPlace(field: field, isOfLot: false), lot: nil, weight: nil)
        }
    }

    private mutating func readWords(of lot: Lot) {
        func place(_ field: NoticeField, _ number: Int = 0) -> ConsiderationPlace {
            ConsiderationPlace(field: field, number: number, isOfLot: true)
        }
        for (text, field) in [
            (lot.title, NoticeField.title), (lot.description, .description), (lot.note, .additional),
            (lot.strategicDescription, .conditions), (lot.options, .description), (lot.groupForm, .group),
        ] {
            read(french(text), place(field), lot: lot.id, weight: nil)
        }
        for (number, condition) in lot.conditions.enumerated() {
            read(french(condition), place(.conditions, number + 1), lot: lot.id, weight: nil)
        }
        for (number, criterion) in lot.criteria.enumerated() {
            let weight = criterion.weight.map { criterion.weightKind?.hasPrefix("per") == true ? $0 + " %" : $0 }
            for text in [criterion.name, criterion.description] {
                read(french(text), place(.criterion, number + 1), lot: lot.id, weight: weight)
            }
        }
        for (number, criterion) in lot.selection.enumerated() {
            for text in [criterion.name, criterion.description] {
                read(french(text), place(.selection, number + 1), lot: lot.id, weight: nil)
            }
        }
    }

    /// The rules know French: texts in another language alone say nothing here.
    private func french(_ text: LocalizedText?) -> String {
        guard let text else { return "" }
        let own = ["", "FRA", "FR", "FRE"].contains(notice.language)
        let languages = text.languages
        return languages.contains("FRA") || languages.contains("") && own ? notice.text(text) : ""
    }

    /// - Parameter weight: of the criterion that is read, as its own field gives it.
    private mutating func read(_ text: String, _ place: ConsiderationPlace, lot: String?, weight: String?) {
        guard !text.isEmpty else { return }
        let key = String(place.field.letter) + text
        let statements = known[key] ?? ConsiderationReader.statements(text, field: place.field)
        known[key] = statements
        for statement in statements {
            var consideration = statement.consideration
            var at = place
            at.offset = consideration.place.offset
            at.length = consideration.place.length
            consideration.place = at
            if consideration.kind == .criterion, let weight { consideration.measures.weight = weight }
            add(consideration, to: lots(of: statement.scope, lot))
        }
    }

    /// The lots that a sentence is about; those that the notice does not have are those of the text around.
    private func lots(of scope: LotScope, _ own: String?) -> [String] {
        let all = notice.lots.isEmpty ? [""] : notice.lots.map(\.id)
        let around = own.map { [$0] } ?? all
        switch scope {
        case .unsaid, .this: return around
        case .all: return all
        case .only(let numbers):
            let named = numbers.sorted().compactMap { lotByNumber[$0] }
            return named.isEmpty ? around : named
        case .allBut(let numbers):
            let named = Set(numbers.compactMap { lotByNumber[$0] })
            return named.isEmpty ? around : all.filter { !named.contains($0) }
        }
    }

    private mutating func add(_ consideration: Consideration, to lots: [String]) {
        for lot in lots {
            // The same words repeated in every lot say it once of each.
            let key = [
                lot, consideration.category.rawValue, consideration.kind.rawValue, consideration.polarity.rawValue,
                consideration.rule, consideration.quote,
            ].joined(separator: "\u{1F}")
            guard seen.insert(key).inserted else { continue }
            entries.append(.init(lot: lot, consideration: consideration))
        }
    }

    // MARK: Flag and text

    /// Notices before eForms flag the whole purchase even where only some lots are reserved: where the words reserve
    /// some of the lots, the flag is theirs.
    private mutating func narrowFlags() {
        guard !notice.procedure.reservation.isEmpty, notice.lots.count > 1 else { return }
        let named = Set(
            entries.filter {
                $0.consideration.category == .reservation && $0.consideration.origin == .text
                    && $0.consideration.polarity == .yes
            }.map(\.lot))
        guard !named.isEmpty, named.count < notice.lots.count else { return }
        entries.removeAll { entry in
            entry.consideration.category == .reservation && entry.consideration.origin == .field
                && !named.contains(entry.lot)
        }
    }

    /// A flag and words, or two flags, that say opposite things of one lot.
    private mutating func markContradictions() {
        var said: [String: Set<Consideration.Polarity>] = [:]
        for entry in entries where Self.isCompared(entry) {
            said[entry.lot + entry.consideration.category.rawValue + entry.consideration.topic, default: []].insert(
                entry.consideration.polarity)
        }
        for index in entries.indices where Self.isCompared(entries[index]) {
            let entry = entries[index]
            let key = entry.lot + entry.consideration.category.rawValue + entry.consideration.topic
            if said[key]?.count == 2 { entries[index].consideration.isContradicted = true }
        }
    }

    /// « réservé à la profession d’avocat » contradicts no flag.
    private static func isCompared(_ entry: NoticeConsiderations.Entry) -> Bool {
        let consideration = entry.consideration
        return consideration.category == .reservation && consideration.topic != "profession"
            && consideration.rule != "profession"
            || consideration.category == .opening && consideration.topic == "variants"
    }
}
