import Bytes

/// The corrections of F14, a line each: « IV.2.2) Date limite : 2021-01-28 10:00 → 2021-02-11 10:00 ».
struct TEDChanges {
    private(set) var sections: [String] = []
    private(set) var lines = TEDText()
    private var isOpen = false
    private var place: [String] = []
    private var old: [String] = []
    private var new: [String] = []

    mutating func begin(_ event: XMLEvent<TEDField>) {
        switch event.field {
        case .oldCode: old.append(event.attribute(.code) ?? "")
        case .newCode: new.append(event.attribute(.code) ?? "")
        default:
            isOpen = true
            place = []
            old = []
            new = []
        }
    }

    mutating func read(_ event: XMLEvent<TEDField>, _ text: String) {
        switch event.field {
        case .changedSection:
            place.append(text)
            if sections.last != text { sections.append(text) }
        case .changedLabel: place.append(text)
        case .oldValue: old.append(text)
        default:
            // What is added without saying where stands after the changes.
            if isOpen { new.append(text) } else { lines.add(text) }
        }
    }

    mutating func end() {
        isOpen = false
        let values = [old, new].map { $0.joined(separator: " ") }.filter { !$0.isEmpty }.joined(separator: " → ")
        lines.add([place.joined(separator: " "), values].filter { !$0.isEmpty }.joined(separator: " : "))
    }
}
