/// The path that an archive gives a member. It leads nowhere: nothing is written to disk under it.
enum MemberName {
    /// What is kept of a name; the longest of the public packages has 100 characters.
    private static let longest = 400

    /// `path` as it may be shown: control characters and signs that turn the direction of writing are written out.
    static func shown(_ path: String) -> String {
        var shown = ""
        for (index, scalar) in path.unicodeScalars.enumerated() {
            if index == longest { return shown + "…" }
            if isHarmless(scalar) {
                shown.unicodeScalars.append(scalar)
            } else {
                shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            }
        }
        return shown
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }

    /// As in folders, what starts with a dot is passed over: `.DS_Store`, `__MACOSX/._notice.xml`.
    static func isHidden(_ path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/")).contains { component in
            component.first == UInt8(ascii: ".") && !component.elementsEqual(".".utf8)
                && !component.elementsEqual("..".utf8)
        }
    }
}
