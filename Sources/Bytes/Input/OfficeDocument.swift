/// Workbooks and texts of office programs: zip archives to look at, one document to people.
enum OfficeDocument {
    /// Members looked at; the marks stand among the first of them.
    private static let looked = 100

    /// Whether a zip is an OOXML document (ECMA-376 part 2: a member `[Content_Types].xml`) or an OpenDocument one
    /// (part 2, 3.3: the first member is `mimetype`, uncompressed).
    static func isOne(_ input: Input, _ format: ArchiveFormat) -> Bool {
        guard format == .zip else { return false }
        if isOpenDocument(input.head) { return true }
        guard
            let reader = try? ArchiveReader(
                input, format, isOuter: true, budget: ArchiveBudget(input, limits: .standard))
        else {
            return false
        }
        for _ in 0..<looked {
            guard case .member(let member)? = try? reader.next() else { return false }
            if member.path == "[Content_Types].xml" { return true }
        }
        return false
    }

    /// - Parameter kind: `.spreadsheet` for workbooks alone.
    ///
    /// A zip begins with 30 bytes, the last four of them the lengths of the first name and of what follows it.
    static func isOpenDocument(_ head: [UInt8], kind: String = "") -> Bool {
        guard head.count > 38, head[30..<38].elementsEqual("mimetype".utf8) else { return false }
        let extra = Int(head[28]) | Int(head[29]) << 8
        return head.dropFirst(38 + extra).starts(with: "application/vnd.oasis.opendocument\(kind)".utf8)
    }
}
