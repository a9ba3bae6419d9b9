/// A text whose CPV code is known, to learn from.
package struct CPVExample: Sendable {
    /// Where a text comes from.
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// The object of a contract with the code that its buyer declared.
        case contract
        /// A phrase by which buyers name what they buy.
        case phrase
        /// A term of the trade lexicon, or the name of a sector.
        case term
        /// The French label of the code.
        case label

        /// How much a text of this kind counts beside the object of a contract.
        package var weight: Float {
            switch self {
            case .contract, .phrase: 1
            case .term: 0.3
            case .label: 0.15
            }
        }
    }

    package let text: String
    package let code: CPV
    package let kind: Kind
    /// The part of the text's weight that goes to this code, when it may have several.
    package let share: Float

    package init(text: String, code: CPV, kind: Kind, share: Float = 1) {
        self.text = text
        self.code = code
        self.kind = kind
        self.share = share
    }

    package var weight: Float { kind.weight * share }
}
