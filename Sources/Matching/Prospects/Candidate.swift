import Catalog

/// A supplier whose chances are asked about, with what scores it.
public struct Candidate: Sendable {
    public let supplier: Supplier
    /// Whether the catalogue holds it; a profile of the user's own is scored as if it did.
    public let isListed: Bool
    private let engine: MatchEngine
    private let number: Int

    init(_ number: Int, in engine: MatchEngine, isListed: Bool) {
        self.number = number
        self.engine = engine
        self.isListed = isListed
        supplier = engine.index.supplier(number)
    }

    /// How it stands for a need. Nobody else is looked at.
    public func prospect(for need: Need) -> Prospect {
        engine.withProspects(need) { $0.prospect(number) }
    }
}

extension MatchEngine {
    /// The suppliers with a key, a SIRET or a SIREN.
    public func candidates(key: String) -> [Candidate] {
        index.numbers(ofKey: key).map { Candidate($0, in: self, isListed: true) }
    }

    /// A supplier that the catalogue does not hold, scored by the statistics of the catalogue.
    public func candidate(profile: Supplier) -> Candidate {
        Candidate(0, in: MatchEngine(profile: profile, measuredBy: self), isListed: false)
    }

    /// Everything that looking at single suppliers for a need takes.
    func withProspects<Result>(_ need: Need, _ body: (ProspectReader) -> Result) -> Result {
        let reservation = ReservationReader.read(need)
        return withSpace { space in
            let reading = NeedReading(need, vocabulary: space.needs, weights: weights)
            let scorer = scorer(need, reading, Set(Criterion.allCases), space)
            let writer = MatchWriter(need, reading, reservation, scorer, index, space, weights)
            return body(ProspectReader(need, reservation, scorer, writer, index, weights))
        }
    }
}
