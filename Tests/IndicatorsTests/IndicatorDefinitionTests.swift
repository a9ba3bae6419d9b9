import Indicators
import Testing

@Suite struct IndicatorDefinitionTests {
    @Test func codesAreUnique() {
        let codes = IndicatorDefinition.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in ["V1", "V2", "S1", "S2", "S3", "S4", "E1", "E2", "E3", "P1", "P2", "P3", "P4", "P5", "P6", "Q2"] {
            #expect(codes.contains(code))
        }
    }

    @Test(arguments: IndicatorDefinition.all)
    func saysWhatItIsInBothLanguages(_ definition: IndicatorDefinition) {
        for phrase in [definition.name, definition.definition, definition.numerator, definition.legalBasis]
            + definition.caveats
        {
            #expect(!phrase.fr.isEmpty)
            #expect(!phrase.en.isEmpty)
            #expect(!phrase.fr.contains("'"), "\(phrase.fr)")
        }
        #expect(definition.denominator.fr.isEmpty == definition.denominator.en.isEmpty)
    }
}
