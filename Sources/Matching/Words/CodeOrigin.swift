import Nomenclature
import Wording

/// Why a supplier is taken to work in a branch of the CPV.
public enum CodeOrigin: Sendable, Hashable {
    /// It declares the code.
    case declared(CPV)
    /// One of its sectors.
    case sector(String)
    /// Words of its name, description or offers that name a trade.
    case words(String)
    /// Its activity names a trade.
    case activity(NAF)
    /// It lends staff.
    case staff

    /// « secteur « Propreté » ».
    public var phrase: Phrase {
        switch self {
        case .declared(let code): Phrase("déclare le CPV\u{A0}\(code.code)", "declares CPV \(code.code)")
        case .sector(let sector): Phrase("secteur «\u{A0}\(sector)\u{A0}»", "sector “\(sector)”")
        case .words(let words): Phrase("sa présentation dit «\u{A0}\(words)\u{A0}»", "its presentation says “\(words)”")
        case .activity(let naf):
            Phrase(
                "activité \(naf.code) («\u{A0}\(Self.label(naf))\u{A0}»)", "activity \(naf.code) (“\(Self.label(naf))”)"
            )
        case .staff: Phrase("met du personnel à disposition", "lends staff")
        }
    }

    private static func label(_ naf: NAF) -> String { NAFTable.shared.label(naf) ?? naf.code }
}
