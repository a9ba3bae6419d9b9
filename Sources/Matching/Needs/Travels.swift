import Nomenclature

/// Whether what is bought can be made far away and sent: supplies, printing, data and the like; or is done on the spot, as
/// works, cleaning or catering are.
enum Travels {
    /// Branches of the CPV that travel; the longest that holds a code decides. Proposal of this project.
    private static let branches: [String: Bool] = Dictionary(
        uniqueKeysWithValues: CPVTravel.all.map { ($0.prefix, $0.travels) })

    /// By the main code that names a trade; a need without one may be anything.
    static func does(_ need: Need) -> Bool {
        guard let code = need.cpv.first(where: { !TradeVocabulary.isPurpose($0) })?.code else { return false }
        for length in stride(from: 8, through: 2, by: -1) {
            if let travels = branches[String(code.prefix(length))] { return travels }
        }
        return false
    }
}
