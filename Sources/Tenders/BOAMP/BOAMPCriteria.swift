import FrenchText

/// Award criteria in the shapes of the BOAMP: weighted, ranked, by kind, in percentages, in free text.
struct BOAMPCriteria {
    private var pair = AwardCriterion()
    private var price = AwardCriterion()

    /// A criterion with its weight, which is a number (« 60 »), a percentage (« 60 % ») or points.
    static func criterion(_ text: String, type: String? = nil, weight: String?) -> AwardCriterion {
        var criterion = AwardCriterion()
        criterion.type = type ?? kind(of: text)
        criterion.name = BOAMPScope.text(text)
        (criterion.weight, criterion.weightKind) = Self.weight(weight)
        return criterion
    }

    /// One of a list in the order of importance, from 1.
    static func ranked(_ text: String, rank: Int) -> AwardCriterion {
        var criterion = criterion(text, weight: nil)
        criterion.weight = String(rank)
        criterion.weightKind = "ord-imp"
        return criterion
    }

    static func free(_ text: String) -> AwardCriterion {
        var criterion = AwardCriterion()
        criterion.description = BOAMPScope.text(text)
        return criterion
    }

    mutating func begin(_ field: BOAMPField) {
        switch field {
        case .criterionPair: pair = AwardCriterion()
        case .priceCriterion: price = Self.criterion("Prix", type: "price", weight: nil)
        default: break
        }
    }

    mutating func value(_ field: BOAMPField, _ text: String) {
        switch field {
        case .criterionPercent:
            pair.weight = text.filter { $0 != "%" && !$0.isWhitespace }
            pair.weightKind = "per-exa"
        case .criterionName:
            pair.name = BOAMPScope.text(text)
            pair.type = Self.kind(of: text)
        case .priceWeight: (price.weight, price.weightKind) = Self.weight(text)
        default: break
        }
    }

    /// The criterion that an element was, at its end.
    func end(_ field: BOAMPField) -> AwardCriterion? {
        switch field {
        case .criterionPair: pair.name == nil && pair.weight == nil ? nil : pair
        case .priceCriterion: price
        default: nil
        }
    }

    /// `price` or `cost` when the name starts so; the forms do not tell the other kinds apart.
    private static func kind(of name: String) -> String {
        let folded = Folding.fold(name)
        if folded.hasPrefix("prix") { return "price" }
        return folded.hasPrefix("cout") ? "cost" : ""
    }

    private static func weight(_ text: String?) -> (String?, String?) {
        guard let text, !text.isEmpty else { return (nil, nil) }
        if text.contains("%") { return (text.filter { $0 != "%" && !$0.isWhitespace }, "per-exa") }
        let words = Folding.fold(text).split(separator: " ")
        // « 20 points », « 20 pts »
        if words.count == 2, words[1].hasPrefix("p") { return (String(words[0]), "poi-exa") }
        return (text, nil)
    }
}
