import Nomenclature
import Wording

/// Sole traders are natural persons (INSEE legal categories 1xxx): their name is a person's and is not stored.
///
/// In a list of structures one of them is a mistake, and refused. In a registry it is expected: it is left aside.
enum NaturalPerson {
    static let rule = "person.natural"

    static func refuse(_ draft: Draft) throws {
        guard draft.record.legalCategory?.utf8.first == UInt8(ascii: "1") else { return }
        throw draft.fault(
            rule,
            Phrase(
                "entreprise individuelle (\(draft.record.legalForm)) : une personne physique n’est pas conservée ; si c’est une société, corrigez sa forme juridique",
                "sole trader (\(draft.record.legalForm)): a natural person is not stored; if it is a company, correct its legal form"
            ))
    }
}

extension FieldRule {
    /// Columns that only natural persons have filled: whoever has is left aside, unread.
    static func naturalPerson(_ columns: String...) -> FieldRule {
        FieldRule(columns, witness: true) { _, draft in draft.leaveAside() }
    }

    /// The legal category of a registry, where natural persons are left aside. Stands first, so that nothing of them is
    /// read.
    static func registryCategory(_ columns: String...) -> FieldRule {
        FieldRule(repeating: columns) { cell in
            if cell.utf8.first == UInt8(ascii: "1") { return { draft in draft.leaveAside() } }
            return LegalForms.action(code: cell)
        }
    }
}
