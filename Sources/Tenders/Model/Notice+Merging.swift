extension Notice {
    /// The notice of `version` comes after that of `other`: as numbers where both are.
    public static func isVersion(_ version: String, before other: String) -> Bool {
        if let left = Int(version), let right = Int(other) { return left < right }
        return version < other
    }

    /// What two copies of one notice (same identifier, same version) say together: TED and the BOAMP publish the same
    /// eForms notice, one with the number of the Official Journal, the other with the index of its own.
    ///
    /// - Parameter later: the copy read later; its words count, unless only the other one is from TED.
    public func merged(with later: Notice) -> Notice {
        let second: Notice
        var body: Notice
        (body, second) = format == .eForms && later.format != .eForms ? (self, later) : (later, self)
        body.publicationNumber = body.publicationNumber ?? second.publicationNumber
        body.publicationDate = body.publicationDate ?? second.publicationDate
        body.change = body.change ?? second.change
        for number in second.earlierPublications where !body.earlierPublications.contains(number) {
            body.earlierPublications.append(number)
        }
        if var index = body.index ?? second.index {
            // What was withdrawn once stays so: an older copy does not bring it back.
            index.isCancelled = body.isCancelled || second.isCancelled
            body.index = index
        }
        return body
    }

    /// The notices that this one sets aside, by identifier or publication number: the one that it corrects, unless it
    /// only says what changes; a cancellation sets aside all notices of the purchase that it names.
    public var setAside: [String] {
        guard !isPartialCorrection || isCancelled else { return [] }
        var targets = change.map { [$0.previous] } ?? []
        if isCancelled, format == .boamp { targets += earlierPublications.filter { !targets.contains($0) } }
        return targets.filter { !$0.isEmpty }
    }
}
