import Bytes
import Matching
import Nomenclature
import Tenders
import Wording

/// Lots given in a file instead of the workspace: the form of `passerelle lots --format jsonl`, or any JSON Lines with
/// an identifier (`id` or `lot`) and a `title`.
public enum NeedFile {
    /// All lots of a file.
    ///
    /// - Throws: as ``forEach(_:today:_:)``.
    public static func read(_ path: String, today: Day) throws -> [Need] {
        var needs: [Need] = []
        try forEach(path, today: today) { needs.append($0) }
        return needs
    }

    /// One lot after the other.
    ///
    /// - Throws: `Problem` for a file that cannot be read or a line without identifier or title; what `body` throws.
    public static func forEach(_ path: String, today: Day, _ body: (Need) throws -> Void) throws {
        try InputWalker().forEach([path], onProblem: { throw $0 }) { input in
            try JSONRecordReader(recordsAt: [""]).read(try input.open(), name: input.name, onProblem: { throw $0 }) {
                record in
                guard let need = need(record.value, today: today) else {
                    throw Problem(
                        "lots.incomplete", at: Place(file: input.name, record: record.number),
                        Phrase(
                            "il faut un identifiant (id ou lot) et un titre (title)",
                            "an identifier (id or lot) and a title are needed"),
                        excerpt: record.source)
                }
                try body(need)
            }
        }
    }

    /// The lot with an identifier.
    ///
    /// - Throws: `Problem` when there is none; as ``forEach(_:today:_:)``.
    public static func need(_ id: String, in path: String, today: Day) throws -> Need {
        var found: Need?
        try forEach(path, today: today) { if found == nil, $0.id == id { found = $0 } }
        guard let found else {
            throw Problem(
                "lot.unknown", at: Place(file: path),
                Phrase(
                    "aucun lot « \(id) » dans ce fichier ; vérifiez l’identifiant",
                    "no lot “\(id)” in this file; check the identifier"))
        }
        return found
    }

    private static func need(_ value: Bytes.JSONValue, today: Day) -> Need? {
        guard let title = value["title"]?.text else { return nil }
        let lot = value["lot"]?.text
        let id: String
        if let given = value["id"]?.text {
            id = given
        } else if let notice = value["notice"]?.text, let lot {
            id = notice + "/" + lot
        } else if let lot {
            id = lot
        } else {
            return nil
        }
        if let whole = value["need"], whole.isObject { return self.whole(whole, id: id, today: today) }
        let places = places(value)
        return Need(
            id: id, title: title, description: value["description"]?.text ?? "", cpv: codes(value["cpv"]),
            places: places, value: (value["value_eur"]?.text ?? value["value"]?.text).flatMap { Amount($0) },
            months: months(value["duration"]), reservationFlags: reservation(value["reservation"]), day: today)
    }

    /// The lot as `passerelle lots` wrote it for this purpose.
    private static func whole(_ value: Bytes.JSONValue, id: String, today: Day) -> Need? {
        guard let title = value["title"]?.text else { return nil }
        let places = (value["places"]?.list ?? []).map { place in
            let commune = place["commune"]?.text.flatMap { Geography.shared.commune(code: $0) }
            var read = NeedPlace(
                label: place["label"]?.text ?? "", communeCode: commune?.code, coordinates: commune?.centre,
                departements: (place["departements"]?.list ?? []).compactMap(\.text))
            read.isBuyers = place["isBuyers"]?.bool ?? false
            return read
        }
        return Need(
            id: id, title: title, description: value["description"]?.text ?? "", context: value["context"]?.text ?? "",
            cpv: codes(value["cpv"]), places: places, value: value["value"]?.text.flatMap { Amount($0) },
            months: value["months"]?.text.flatMap { Double($0) },
            reservationFlags: (value["reservation"]?.list ?? []).compactMap(\.text),
            day: value["day"]?.text.flatMap { Day(iso: $0) } ?? today)
    }

    /// A list of codes, or `{"main": …, "additional": […]}`.
    private static func codes(_ value: Bytes.JSONValue?) -> [CPV] {
        guard let value else { return [] }
        let texts =
            value.isObject
            ? [value["main"]?.text].compactMap { $0 } + (value["additional"]?.list ?? []).compactMap(\.text)
            : value.list.compactMap(\.text)
        return texts.compactMap { CPV($0) }
    }

    private static func places(_ value: Bytes.JSONValue) -> [NeedPlace] {
        var words: [String] = []
        let place = value["place"]
        // The most precise first: a town, then postcodes, départements and NUTS codes.
        let towns = (value["cities"]?.list ?? []).compactMap(\.text)
        let postcodes = (value["postcodes"]?.list ?? []).compactMap(\.text)
        for (index, town) in towns.enumerated() {
            words.append(index < postcodes.count ? postcodes[index] + " " + town : town)
        }
        if towns.isEmpty { words += postcodes }
        if let text = place?["text"]?.text ?? place?.text { words.append(text) }
        let precise = words.compactMap { PlaceResolver.resolve(words: $0) }
        if !precise.isEmpty { return precise }
        let areas =
            (place?["departements"]?.list ?? []) + (place?["nuts"]?.list ?? []) + (value["nuts"]?.list ?? [])
        let resolved = areas.compactMap(\.text).compactMap { PlaceResolver.resolve(words: $0) }
        if !resolved.isEmpty { return resolved }
        return (value["procedureNUTS"]?.list ?? []).compactMap(\.text).compactMap { PlaceResolver.resolve(words: $0) }
    }

    private static func months(_ value: Bytes.JSONValue?) -> Double? {
        guard let value, value.isObject else { return nil }
        return ContractTerm(
            value: value["value"]?.text, unit: value["unit"]?.text,
            start: value["start"]?.text.flatMap { Day(iso: $0) },
            end: value["end"]?.text.flatMap { Day(iso: $0) }
        ).months
    }

    /// Flags as published, or an article that stands for its flag.
    private static func reservation(_ value: Bytes.JSONValue?) -> [String] {
        (value?.list ?? []).compactMap(\.text).compactMap { text in
            switch text {
            case "unknown", "": nil
            case "L2113-15", "L2113-16": "res-pub-ser"
            case let article where article.hasPrefix("L2113"): "res-ws"
            default: text
            }
        }
    }
}
