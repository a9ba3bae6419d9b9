import Bytes

/// Writes a JSON value as the XML that it was made from, so that the path tables of the XML read it.
///
/// The API of the BOAMP turns the XML of a notice into JSON in the usual way: keys are elements (with their prefix),
/// `@name` are attributes, `#text` (`#TEXT` in older records) is the text beside attributes, a repeated element is an
/// array, and an element that is not repeated is no array even where the schema has a list.
struct JSONAsXML {
    private(set) var bytes: [UInt8] = []

    mutating func open(_ name: String) { bytes += ("<" + name + ">").utf8 }
    mutating func close(_ name: String) { bytes += ("</" + name + ">\n").utf8 }

    /// Writes `value` as one element, or as several when it is an array.
    mutating func element(_ key: String, _ value: JSONValue) {
        if value.isArray {
            for item in value.list { element(key, item) }
            return
        }
        // A flag is an element that is there; `false` is one that is not.
        guard let name = Self.name(key), value.bool != false else { return }
        guard value.isObject else {
            open(name)
            append(value.text ?? "")
            close(name)
            return
        }
        let members = value.members
        let content = members.first { Self.isText($0.key) }
        let isAttribute = { (member: (key: String, value: JSONValue)) in
            member.value.text != nil && !Self.isText(member.key) && (member.key.hasPrefix("@") || content != nil)
        }
        bytes += ("<" + name).utf8
        for member in members where isAttribute(member) {
            guard let attribute = Self.name(member.key) else { continue }
            bytes += (" " + attribute + "=\"").utf8
            append(member.value.text ?? "")
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
        if let content { append(content.value.text ?? "") }
        for member in members where !isAttribute(member) && !Self.isText(member.key) {
            element(member.key, member.value)
        }
        close(name)
    }

    private static func isText(_ key: String) -> Bool { key == "#text" || key == "#TEXT" }

    /// The local name; `nil` for a key that is no name in XML, and for declarations of namespaces.
    private static func name(_ key: String) -> String? {
        let bare = key.hasPrefix("@") ? key.dropFirst() : key[...]
        guard !bare.hasPrefix("xmlns") else { return nil }
        let local = bare.split(separator: ":").last ?? ""
        guard let first = local.utf8.first, isLetter(first),
            local.utf8.allSatisfy({ isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        return String(local)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private mutating func append(_ content: String) {
        for byte in content.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            // Characters that XML has not.
            case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
    }
}
