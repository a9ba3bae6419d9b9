import Testing

@testable import Nomenclature

@Suite struct CPVModelTests {
    @Test func aModelReadsBack() throws {
        let bytes = EmbeddedModel.bytes("cpv-model")
        let model = try CPVModel(bytes: bytes)
        #expect(model.bytes == bytes)
        #expect(bytes.count <= 4 << 20)
        #expect(model.documents.count > 10_000)
    }

    /// Cut anywhere, a model is refused.
    @Test func aBrokenModelIsRefused() {
        let bytes = EmbeddedModel.bytes("cpv-model")
        for count in [0, 3, 4, 100, bytes.count / 2, bytes.count - 1] {
            #expect(throws: ModelReader.Unreadable.self) { try CPVModel(bytes: Array(bytes.prefix(count))) }
        }
        #expect(throws: ModelReader.Unreadable.self) { try CPVModel(bytes: bytes + [0]) }
    }

    @Test func weightsKeepTheirSize() {
        for weight in [Float(0.03), 0.5, 1, 9.7] {
            let unit = CPVLinearModel.step(CPVLinearModel.storedStep(largest: weight))
            let units = (weight / unit).rounded()
            #expect(units <= 127 && abs(units * unit - weight) < weight / 100)
        }
    }
}
