/// All that the classifier has learned: what `Catalog/Models/cpv.model` holds.
package struct CPVModel: Sendable {
    private static let version: UInt32 = 0x5643_5001  // "VCP" and a number raised with every change of the layout

    /// Words with accents, the most usual first, see ``DamagedWords``.
    package let accentedWords: [String]
    package let linear: CPVLinearModel
    package let documents: [CPVNeighbours.Document]

    package init(accentedWords: [String], linear: CPVLinearModel, documents: [CPVNeighbours.Document]) {
        self.accentedWords = accentedWords
        self.linear = linear
        self.documents = documents
    }

    /// - Throws: ``ModelReader/Unreadable``
    package init(bytes: [UInt8]) throws {
        var reader = ModelReader(bytes)
        guard try reader.number(UInt32.self) == Self.version else { throw ModelReader.Unreadable() }
        let words = try reader.numbers(UInt8.self)
        accentedWords = String(decoding: words, as: UTF8.self).split(separator: "\n").map(String.init)
        linear = try CPVLinearModel(from: &reader)
        documents = try CPVNeighbours.Document.read(from: &reader)
        guard reader.isAtEnd else { throw ModelReader.Unreadable() }
    }

    package var bytes: [UInt8] {
        var writer = ModelWriter()
        writer.write(Self.version)
        writer.write(Array(accentedWords.joined(separator: "\n").utf8))
        linear.write(to: &writer)
        CPVNeighbours.write(documents, to: &writer)
        return writer.bytes
    }
}
