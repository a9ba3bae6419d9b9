import Wording

/// Where the parts of an XLSX workbook stand, and what it says of its sheets.
struct ExcelParts {
    struct Sheet {
        let part: String
        let isHidden: Bool
    }

    /// In the order of their tabs; sheets of charts are none.
    private(set) var sheets: [Sheet] = []
    private(set) var sharedStrings: String?
    private(set) var styles: String?
    /// Whether days count from 1904 and not from 1900.
    private(set) var is1904 = false

    /// - Throws: `Problem` when the document is no workbook, or its parts are missing.
    init(_ package: OfficePackage) throws {
        let root = try Self.relations(of: "", in: package)
        guard let main = root.first(where: { $0.type == "officeDocument" })?.target else {
            throw TableProblem.damaged(package.file, "_rels/.rels")
        }
        if main.hasSuffix(".bin") { throw TableProblem.binary(package.file) }
        let relations = try Self.relations(of: main, in: package)
        func target(_ type: String) -> String? { relations.first { $0.type == type }?.target }
        sharedStrings = target("sharedStrings")
        styles = target("styles")
        var entries: [(id: String, isHidden: Bool)] = []
        var has1904 = false
        try package.read(main, Self.workbook) { record in
            record.forEach { event in
                switch (event.field, event.kind) {
                case (.sheet, .begin):
                    let state = event.attribute(.state)
                    entries.append((event.attribute(.id) ?? "", state == "hidden" || state == "veryHidden"))
                case (.properties, .begin):
                    has1904 = event.attribute(.date1904, is: "1") || event.attribute(.date1904, is: "true")
                default: break
                }
            }
        }
        guard !entries.isEmpty else { throw TableProblem.notATable(package.file) }
        is1904 = has1904
        var met: Set<String> = []
        for entry in entries {
            guard let relation = relations.first(where: { $0.id == entry.id }), relation.type == "worksheet" else {
                continue
            }
            guard package.has(relation.target) else { throw TableProblem.damaged(package.file, relation.target) }
            // A part that two sheets share is read once: a thousand of them would make a bomb of it.
            if met.insert(relation.target).inserted {
                sheets.append(Sheet(part: relation.target, isHidden: entry.isHidden))
            }
        }
    }

    private enum WorkbookField: UInt16 { case sheet, properties }

    private static let workbook = XMLPathTable<WorkbookField>([
        .group("/workbook/sheets/sheet", .sheet), .group("/workbook/workbookPr", .properties),
    ])

    // MARK: Relationships (part 2)

    private struct Relation {
        let id: String
        /// The last word of the type's address, which transitional and strict have in common.
        let type: String
        /// From the root of the package.
        let target: String
    }

    private enum RelationField: UInt16 { case relation }

    private static let relationships = XMLPathTable<RelationField>([
        .group("/Relationships/Relationship", .relation)
    ])

    /// The relations of a part: `xl/workbook.xml` has them in `xl/_rels/workbook.xml.rels`.
    private static func relations(of part: String, in package: OfficePackage) throws -> [Relation] {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
        var relations: [Relation] = []
        try package.read(folder + "_rels/" + name + ".rels", relationships) { record in
            record.forEach { event in
                guard event.kind == .begin, let target = event.attribute(.relationTarget) else { return }
                let type = event.attribute(.relationType) ?? ""
                relations.append(
                    Relation(
                        id: event.attribute(.relationID) ?? "",
                        type: String(type.split(separator: "/").last ?? ""), target: resolved(target, in: folder)))
            }
        }
        return relations
    }

    private static func resolved(_ target: String, in folder: String) -> String {
        let target = target.replacing("\\", with: "/")
        var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
