import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Turns an XML document into JSON as the API of the BOAMP does: `@name` for attributes, `#text` beside them, arrays
/// for what is repeated.
enum XMLAsJSON {
    static func read(_ path: String) throws -> [String: Any] {
        let document = try XMLDocument(contentsOf: URL(fileURLWithPath: path))
        return document.rootElement().map { value(of: $0) } as? [String: Any] ?? [:]
    }

    private static func value(of element: XMLElement) -> Any {
        var object: [String: Any] = [:]
        for attribute in element.attributes ?? [] { object["@" + (attribute.name ?? "")] = attribute.stringValue ?? "" }
        let children = (element.children ?? []).compactMap { $0 as? XMLElement }
        for child in children {
            let name = child.name ?? ""
            switch object[name] {
            case var list as [Any]:
                list.append(value(of: child))
                object[name] = list
            case let known?: object[name] = [known, value(of: child)]
            case nil: object[name] = value(of: child)
            }
        }
        let text = (element.stringValue ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if object.isEmpty { return text }
        if children.isEmpty { object["#text"] = text }
        return object
    }
}
