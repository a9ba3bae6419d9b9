import Wording

/// Reads the table of an ODS workbook (OpenDocument 1.3, part 3): `content.xml` holds all sheets.
struct OpenDocumentWorkbook {
    private let package: OfficePackage
    private let limits: Limits

    /// - Throws: `Problem`.
    init(_ input: Input, limits: Limits) throws {
        self.limits = limits
        package = try OfficePackage(input, limits: limits)
        // What is protected is named here and nowhere else; the members look like any other.
        if try isProtected() { throw TableProblem.password(input.name) }
    }

    /// Gives `sink` the first visible sheet that has a table: of several columns, or else of one.
    ///
    /// - Throws: `Problem`; what the closures of `sink` throw.
    func read(_ sink: SheetSink) throws {
        var hidden = 0
        for isWide in [true, false] {
            sink.wantsSeveralColumns = isWide
            sink.restart()
            let reader = OpenDocumentSheets(sink, package, limits: limits)
            do {
                try package.read("content.xml", OpenDocumentSheets.paths) { try reader.take($0) }
            } catch is OpenDocumentSheets.Done {
                return
            }
            hidden = reader.hidden
        }
        throw TableProblem.empty(package.file, hidden: hidden)
    }

    private enum ManifestField: UInt16 { case encryption }

    private func isProtected() throws -> Bool {
        let paths = XMLPathTable<ManifestField>([
            .group("/manifest/file-entry/encryption-data", .encryption)
        ])
        var found = false
        try package.read("META-INF/manifest.xml", paths) { record in record.forEach { _ in found = true } }
        return found
    }
}
