import FrenchText

// Names that are not written as the official code writes them.
extension Geography {
    /// Where a name is looked for.
    enum Neighbourhood {
        /// Among the communes of the postcode: they are few.
        case served
        /// In the whole département, where a name must be nearer.
        case departement
    }

    /// The commune whose name is nearest to the one written, when there is one that is nearest.
    func placeBySpelling(_ city: String, _ address: Address, _ neighbourhood: Neighbourhood) -> Placed? {
        let key = address.name.key
        guard key.count >= Self.shortestRepaired else { return nil }
        let repairs: [() -> Single]
        switch neighbourhood {
        case .served:
            let rows = address.served.map { Int($0)..<Int($0) + 1 }
            repairs = [
                { sameWords(city, among: rows) },
                { nearest(key, among: rows, limit: key.count < 6 ? 1 : key.count < 10 ? 2 : 3) },
            ]
        case .departement:
            guard let departement = address.departement else { return nil }
            let rows = [rowsOfDepartement[departement]]
            repairs = [
                { nearest(key, among: rows, limit: key.count < 6 ? 0 : key.count < 10 ? 1 : 2) },
                { longer(city, key, among: rows) },
            ]
        }
        for repair in repairs {
            let found = repair()
            if found.isFound { return placed(found, .spelling, address) }
        }
        return nil
    }

    /// Letters of the shortest name that is repaired.
    private static let shortestRepaired = 4

    /// The commune whose bearing words begin the words written, or the other way round: « Évry » for Évry-Courcouronnes,
    /// « Saint-Denis la Plaine » for Saint-Denis, « Châlons Champagne » for Châlons-en-Champagne.
    private func sameWords(_ city: String, among rows: [Range<Int>]) -> Single {
        var found = Single()
        let words = CommuneName.bearingWords(city)
        guard !words.isEmpty else { return found }
        for row in rows.joined() {
            let own = CommuneName.bearingWords(Commune(row: row).name)
            if own == words {
                found.offer(row, rank: 0)
            } else if own.starts(with: words) || words.starts(with: own) {
                found.offer(row, rank: 1)
            }
        }
        return found
    }

    /// The commune whose name goes on after the words written: « ANCENIS CEDEX » for Ancenis-Saint-Géréon.
    private func longer(_ city: String, _ key: [UInt8], among rows: [Range<Int>]) -> Single {
        var found = Single()
        let words = CommuneName.bearingWords(city)
        for rows in rows {
            names.forEach(in: rows) { name, row in
                guard name.starts(with: key) else { return }
                if CommuneName.bearingWords(Commune(row: row).name).starts(with: words) { found.offer(row, rank: 0) }
            }
        }
        return found
    }

    /// The commune with a name at most `limit` letters away, present or former, the nearest first. The first letter is
    /// hardly ever wrong.
    private func nearest(_ key: [UInt8], among rows: [Range<Int>], limit: Int) -> Single {
        var found = Single()
        guard limit > 0 else { return found }
        for rows in rows {
            names.forEach(in: rows) { name, row in
                guard name.first == key.first, abs(name.count - key.count) <= limit else { return }
                let distance = EditDistance.between(key, Array(name), limit: limit)
                if distance <= limit { found.offer(row, rank: distance) }
            }
        }
        return found
    }
}
