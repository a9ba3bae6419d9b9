import FrenchText

/// Numbers of lots as buyers write them: `1`, `01`, « Lot 1 », « 1. », « 1 - couronne nord », « 1, 2 et 5 », « 1 à 4 ».
enum TEDLotNumber {
    /// More lots than this in one list are no list: real ones stay under fifty.
    private static let longestList = 200

    /// What two ways of writing one number have in common.
    static func key(_ text: String) -> String { words(text).joined(separator: " ") }

    /// The key of the lot that a title opens with: « Lot n° 5 : transports », not « Lotissement 5 ».
    static func opening(_ title: String) -> String? {
        guard title.utf8.first.map({ $0 | 0x20 == UInt8(ascii: "l") }) == true else { return nil }
        let words = Folding.fold(title).split(maxSplits: 4, whereSeparator: { !$0.isLetter && !$0.isNumber })
        guard words.first == "lot" else { return nil }
        let number = words.dropFirst().drop { ["n", "no"].contains($0) }.first
        return number.flatMap { Int($0.hasPrefix("no") ? $0.dropFirst(2) : $0) }.map(String.init)
    }

    /// The lots that `text` names, by the keys of all lots: the whole text first, else a list, else the number that it
    /// starts with. Empty when it names none, or something beside lots that are known.
    static func lots(_ text: String, among known: [String: Int]) -> [Int] {
        let all = words(text)
        if let lot = known[all.joined(separator: " ")] { return [lot] }
        if let list = list(text, known) { return list }
        return all.first.flatMap { known[$0] }.map { [$0] } ?? []
    }

    private static func words(_ text: String) -> [String] {
        var words = Folding.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
        while let first = words.first, words.count > 1, ["lot", "lots", "n", "no", "numero"].contains(first) {
            words.removeFirst()
        }
        // « Lot3 », « n°3 »
        if let first = words.first, let prefix = ["lot", "no"].first(where: { first.hasPrefix($0) }),
            let number = Int(first.dropFirst(prefix.count))
        {
            words[0] = String(number)
        }
        return words.map { word in Int(word).map(String.init) ?? word }
    }

    private static func list(_ text: String, _ known: [String: Int]) -> [Int]? {
        var lots: [Int] = []
        var seen: Set<Int> = []
        for part in Folding.fold(text).replacing(" et ", with: ",").replacing(" and ", with: ",").split(
            whereSeparator: { ",;/&+".contains($0) })
        {
            guard let found = part.isEmpty ? [] : piece(String(part), known) else { return nil }
            for lot in found where seen.insert(lot).inserted { lots.append(lot) }
            if lots.count > longestList { return nil }
        }
        return lots.isEmpty ? nil : lots
    }

    /// One number, several with spaces between them, or a range « 1 à 4 », « 1-4 » of which every lot is known.
    private static func piece(_ text: String, _ known: [String: Int]) -> [Int]? {
        let words = words(text)
        if let lot = known[words.joined(separator: " ")] { return [lot] }
        let ends = words.compactMap { Int($0) }
        let isRange = words.count == 3 && ["a", "to"].contains(words[1]) || words.count == 2 && text.contains("-")
        if isRange, ends.count == 2, ends[0] < ends[1], ends[1] - ends[0] < longestList {
            let lots = (ends[0]...ends[1]).compactMap { known[String($0)] }
            return lots.count == ends[1] - ends[0] + 1 ? lots : nil
        }
        let lots = words.compactMap { known[$0] }
        return !words.isEmpty && lots.count == words.count && ends.count == words.count ? lots : nil
    }
}
