import FrenchText
import Nomenclature

/// The contracts won by the suppliers of a catalogue, in the order of the suppliers.
struct ReferenceIndex: Sendable {
    private enum Part {
        static let entries: UInt32 = 0
        static let objects: UInt32 = 1
        static let text: UInt32 = 2
    }

    struct Entry: BitwiseCopyable, Sendable {
        /// Number of the supplier.
        var owner: UInt32
        /// `UInt32.max` without a code.
        var cpv: UInt32
        /// `yyyymmdd`; 0 without a day.
        var day: Int32
        /// Where the words of the object begin and end.
        var start: UInt32
        var end: UInt32
        private var padding: UInt32 = 0

        init(owner: UInt32, cpv: UInt32, day: Int32, start: UInt32, end: UInt32) {
            self.owner = owner
            self.cpv = cpv
            self.day = day
            self.start = start
            self.end = end
        }

        static let noCode = UInt32.max
    }

    nonisolated(unsafe) let entries: UnsafeBufferPointer<Entry>
    nonisolated(unsafe) private let objects: UnsafeBufferPointer<UInt8>
    /// The words of the objects, one document a contract.
    let text: TextIndex

    init(_ image: IndexImage, at first: UInt32) {
        entries = image.values(first + Part.entries, as: Entry.self)
        objects = image.values(first + Part.objects, as: UInt8.self)
        text = TextIndex(image, at: first + Part.text, count: entries.count)
    }

    /// What was bought, in the words of the buyer.
    func object(_ number: Int) -> String {
        let entry = entries[number]
        return String(decoding: objects[Int(entry.start)..<Int(entry.end)], as: UTF8.self)
    }

    /// - Parameters:
    ///   - owners: SIRET → number of the supplier; contracts of others are left out.
    static func write(
        _ references: [Reference], owners: [String: UInt32], reader: TermReader, weights: Weights,
        to writer: IndexImageWriter, at first: UInt32
    ) throws {
        let owned = references.compactMap { reference in owners[reference.siret].map { ($0, reference) } }
            .sorted { left, right in
                (left.0, right.1.day?.packed ?? 0, left.1.object) < (right.0, left.1.day?.packed ?? 0, right.1.object)
            }
        var text = TextIndexBuilder(fields: [weights.offerField], saturation: weights.saturation)
        var entries: [Entry] = []
        var objects: [UInt8] = []
        for (owner, reference) in owned {
            var words: [TermReader.Occurrence] = []
            reader.read(reference.object, into: &words)
            text.add(words, field: 0)
            text.endDocument()
            let start = objects.count
            objects += reference.object.utf8
            entries.append(
                Entry(
                    owner: owner, cpv: reference.cpv?.number ?? Entry.noCode, day: reference.day?.packed ?? 0,
                    start: UInt32(start), end: UInt32(objects.count)))
        }
        try writer.add(first + Part.entries, entries)
        try writer.add(first + Part.objects, objects)
        try text.write(
            key: { reader.key(of: $0) }, termCount: reader.count, order: Array(0..<UInt32(entries.count)),
            at: first + Part.text, to: writer)
    }
}
