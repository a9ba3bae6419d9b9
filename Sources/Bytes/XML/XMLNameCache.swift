internal import CLibXML2

/// From libxml2's interned name pointers to the numbers of a table: one comparison of addresses for a name already met.
///
/// libxml2 interns names for one parser context only, so a cache lives as long as its parse.
struct XMLNameCache {
    private struct Slot {
        var name: UnsafePointer<UInt8>?
        var number: Int32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var capacity = 512
    /// Distinct element names met.
    private(set) var count = 0
    private let names: [[UInt8]]
    /// Attribute numbers by the address of their name.
    private var attributeSlots: UnsafeMutablePointer<Slot>
    private static let attributeCapacity = 256

    init(names: [[UInt8]]) {
        self.names = names
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(name: nil, number: 0), count: capacity)
        attributeSlots = .allocate(capacity: Self.attributeCapacity)
        attributeSlots.initialize(repeating: Slot(name: nil, number: 0), count: Self.attributeCapacity)
    }

    func deallocate() {
        slots.deallocate()
        attributeSlots.deallocate()
    }

    private static func hash(_ name: UnsafePointer<UInt8>) -> Int {
        let address = UInt(bitPattern: name)
        return Int(truncatingIfNeeded: (address >> 3) ^ (address >> 12))
    }

    mutating func number(of name: UnsafePointer<UInt8>) -> Int {
        var index = Self.hash(name) & (capacity - 1)
        while let known = slots[index].name {
            if known == name { return Int(slots[index].number) }
            index = (index + 1) & (capacity - 1)
        }
        let number = names.firstIndex { Self.equal($0, name) } ?? 0
        slots[index] = Slot(name: name, number: Int32(number))
        count += 1
        if count * 2 > capacity { grow() }
        return number
    }

    /// The number of a known attribute. A full table simply stops caching: there are few attribute names.
    mutating func attribute(_ name: UnsafePointer<UInt8>) -> Int? {
        var index = Self.hash(name) & (Self.attributeCapacity - 1)
        for _ in 0..<8 {
            guard let known = attributeSlots[index].name else { break }
            if known == name {
                let number = Int(attributeSlots[index].number)
                return number < 0 ? nil : number
            }
            index = (index + 1) & (Self.attributeCapacity - 1)
        }
        let number = XMLAttribute.names.firstIndex { Self.equal($0, name) } ?? -1
        if attributeSlots[index].name == nil { attributeSlots[index] = Slot(name: name, number: Int32(number)) }
        return number < 0 ? nil : number
    }

    private mutating func grow() {
        let old = slots
        let oldCapacity = capacity
        capacity *= 2
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(name: nil, number: 0), count: capacity)
        for index in 0..<oldCapacity {
            guard let name = old[index].name else { continue }
            var place = Self.hash(name) & (capacity - 1)
            while slots[place].name != nil { place = (place + 1) & (capacity - 1) }
            slots[place] = old[index]
        }
        old.deallocate()
    }

    private static func equal(_ bytes: [UInt8], _ name: UnsafePointer<UInt8>) -> Bool {
        for (index, byte) in bytes.enumerated() where name[index] != byte { return false }
        return !bytes.isEmpty && name[bytes.count] == 0
    }
}
