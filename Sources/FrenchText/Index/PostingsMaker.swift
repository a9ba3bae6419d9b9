import Dispatch

/// Makes the posting lists of documents read in parts, on all cores: each takes a stretch of the documents, and knows
/// from the counts of the stretches before where its postings of each term begin. The lists do not depend on how many
/// stretches there are.
struct PostingsMaker {
    /// Where a document of the index was read.
    struct Document: BitwiseCopyable {
        let part: UInt32
        let place: UInt32
    }

    let documents: [Document]
    let parts: [(part: TextIndexPart, reader: Int)]
    /// For each reader, the number of each of its terms in the index.
    let numbers: [[Int32]]
    let termCount: Int
    let fields: [FieldSettings]
    /// Mean length of each field.
    let means: [Float]
    let saturation: Float

    /// Documents from which a second stretch is worth its while.
    private static let shortest = 2_048
    /// Stretches at most; each needs a counter a term.
    private static let most = 4

    /// What a stretch knows of a term.
    private struct Slot: BitwiseCopyable {
        /// Postings so far, then the place of the next one.
        var next: UInt32 = 0
        /// Number of the last document that had it, from 1; then ``sum``.
        var state: UInt32 = 0

        /// The sum of its frequencies in the document, `nil` while the document has not shown it. A sum may be 0, where a
        /// field weighs nothing.
        var sum: Float? {
            get { state == 0 ? nil : Float(bitPattern: state &- 1) }
            set { state = newValue.map { $0.bitPattern &+ 1 } ?? 0 }
        }
    }

    /// The lists one after the other, and where each begins.
    func make() -> (starts: [UInt32], postings: [Posting]) {
        let count = max(1, min(Self.most, documents.count / Self.shortest))
        let length = (documents.count + count - 1) / count
        let ranges = (0..<count).map { min($0 * length, documents.count)..<min(($0 + 1) * length, documents.count) }
        let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count * termCount)
        slots.initialize(repeating: Slot())
        defer { slots.deallocate() }
        let stretches = Stretches(slots: slots)
        DispatchQueue.concurrentPerform(iterations: count) { stretch in
            countPostings(ranges[stretch], stretches.slots(stretch, termCount))
        }
        var starts: [UInt32] = [0]
        starts.reserveCapacity(termCount + 1)
        var total: UInt32 = 0
        for term in 0..<termCount {
            for stretch in 0..<count {
                let place = stretch * termCount + term
                let found = slots[place].next
                slots[place] = Slot(next: total)
                total += found
            }
            starts.append(total)
        }
        let postings = [Posting](unsafeUninitializedCapacity: Int(total)) { postings, filled in
            let target = Target(postings: postings)
            DispatchQueue.concurrentPerform(iterations: count) { stretch in
                fill(ranges[stretch], stretches.slots(stretch, termCount), target)
            }
            filled = Int(total)
        }
        return (starts, postings)
    }

    // Each stretch touches what is its own only.
    private struct Stretches: @unchecked Sendable {
        let slots: UnsafeMutableBufferPointer<Slot>

        func slots(_ stretch: Int, _ count: Int) -> UnsafeMutableBufferPointer<Slot> {
            UnsafeMutableBufferPointer(rebasing: slots[stretch * count..<(stretch + 1) * count])
        }
    }
    private struct Target: @unchecked Sendable {
        let postings: UnsafeMutableBufferPointer<Posting>
    }

    @inline(__always)
    private func entries(of document: Document) -> Range<Int> {
        let ends = parts[Int(document.part)].part.ends
        let place = Int(document.place)
        return (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
    }

    private func countPostings(_ range: Range<Int>, _ slots: UnsafeMutableBufferPointer<Slot>) {
        for number in range {
            let document = documents[number]
            let entries = entries(of: document)
            let part = parts[Int(document.part)]
            numbers[part.reader].withUnsafeBufferPointer { numbers in
                part.part.entries.withUnsafeBufferPointer { all in
                    for place in entries {
                        let term = Int(numbers[Int(all[place].term)])
                        guard slots[term].state != UInt32(number + 1) else { continue }
                        slots[term].state = UInt32(number + 1)
                        slots[term].next += 1
                    }
                }
            }
        }
    }

    private func fill(_ range: Range<Int>, _ slots: UnsafeMutableBufferPointer<Slot>, _ target: Target) {
        var terms: [Int] = []
        var shares = [Float](repeating: 0, count: fields.count)
        for number in range {
            let document = documents[number]
            let entries = entries(of: document)
            let part = parts[Int(document.part)]
            for (field, settings) in fields.enumerated() {
                let b = Float(settings.lengthNormalisation)
                let length = 1 - b + b * part.part.lengths[Int(document.place) * fields.count + field] / means[field]
                shares[field] =
                    Float(settings.weight) / max(length, .leastNormalMagnitude) / TextIndexPart.sixteenths
            }
            terms.removeAll(keepingCapacity: true)
            numbers[part.reader].withUnsafeBufferPointer { numbers in
                part.part.entries.withUnsafeBufferPointer { all in
                    for place in entries {
                        let entry = all[place]
                        let term = Int(numbers[Int(entry.term)])
                        let known = slots[term].sum
                        if known == nil { terms.append(term) }
                        slots[term].sum = (known ?? 0) + shares[Int(entry.field)] * Float(entry.frequency)
                    }
                }
            }
            for term in terms {
                let sum = slots[term].sum ?? 0
                let strength = Posting.strength(sum / (saturation + sum))
                target.postings[Int(slots[term].next)] = Posting(document: number, strength: strength)
                slots[term].next += 1
                slots[term].sum = nil
            }
        }
    }
}
