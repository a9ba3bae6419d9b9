import Nomenclature
import Testing

@testable import Matching

@Suite struct WeightsTests {
    /// Every row of the table has a property, and every number of ``Weights`` a row.
    @Test func theTableAndThePropertiesAreTheSame() {
        #expect(Set(WeightTable.rows.map(\.name)) == Set(Weights.properties.keys))
        #expect(Set(WeightTable.rows.map(\.name)).count == WeightTable.rows.count)
        #expect(Self.numbers(Weights.standard) == WeightTable.rows.count)
    }

    private static func numbers(_ value: Any) -> Int {
        let children = Mirror(reflecting: value).children
        return children.isEmpty ? 1 : children.map { numbers($0.value) }.reduce(0, +)
    }

    /// No two rows write to the same property.
    @Test func eachRowHasAPropertyOfItsOwn() throws {
        for row in WeightTable.rows {
            var weights = Weights.standard
            let other = row.value == row.bounds.upperBound ? row.bounds.lowerBound : row.bounds.upperBound
            try weights.set(row.name, to: other)
            let changed = zip(weights.values, Weights.standard.values).filter { $0.value != $1.value }
            #expect(changed.map(\.0.row.name) == [row.name])
            #expect(weights.summary != Weights.standard.summary)
        }
    }

    @Test func theStandardValuesAreThoseOfTheTable() {
        #expect(Weights.standard.values.map(\.value) == WeightTable.rows.map(\.value))
        #expect(WeightTable.rows.allSatisfy { !$0.meaning.fr.isEmpty && !$0.meaning.en.isEmpty })
        #expect(Weights.standard[.text] == WeightTable.rows.first?.value)
    }

    @Test(arguments: [
        ("text", 0.5, Weights.Refusal.unknownName), ("overseas", 1.5, .outOfBounds(0...1)),
        ("overseas", -0.1, .outOfBounds(0...1)), ("overseas", .nan, .outOfBounds(0...1)),
        ("ideal-terms", 2.5, .notWhole),
    ])
    func valuesThatAreRefused(_ name: String, value: Double, refusal: Weights.Refusal) {
        var weights = Weights.standard
        #expect(throws: refusal) { try weights.set(name, to: value) }
        #expect(weights == .standard)
    }

    /// The fingerprint of an index knows its weights by a text that does not change with the program.
    @Test func theSummaryIsNamesAndValues() {
        #expect(Weights.standard.summary.hasPrefix("text-share=0.4\ncodes-share=0.25\n"))
    }
}
