import Indicators
import Nomenclature
import Tenders
import Wording
import Workspace

extension Application {
    /// The figures of a SPASER for a buyer and a year, or for all.
    ///
    /// - Parameters:
    ///   - buyer: SIRET, or SIREN for all establishments of a buyer; `nil` for all buyers.
    ///   - year: year of notification; `nil` for all.
    /// - Throws: `Problem` when the workspace has no award data, or none of this buyer.
    public func spaser(buyer: String? = nil, year: Int? = nil, rules: CountingRules = .standard) throws -> SPASERReport
    {
        var rules = rules
        rules.identityKey = try workspace.contractKey() ?? .uid
        let buyer = buyer.map { $0.filter { !$0.isWhitespace } }
        let contracts = try workspace.contracts(buyer: buyer)
        let ofYear = contracts.reduce(0) { year == nil || $1.contract.notificationDay?.year == year ? $0 + 1 : $0 }
        guard !contracts.isEmpty else { throw try noContracts(buyer) }
        let holders = Set(
            contracts.flatMap { $0.contract.finalHolders.map { String($0.id.filter(\.isNumber).prefix(9)) } })
        var report = SPASERReport.compute(
            contracts: contracts.map { CountedContract(contract: $0.contract, source: $0.place) },
            notUsable: try quality(buyer: buyer, year: year, contracts: ofYear),
            classifier: CatalogueClassifier(try workspace.enterprises(holders)), buyer: buyer, year: year,
            rules: rules)
        if report.buyerName.isEmpty, let buyer { report.buyerName = try workspace.buyerName(buyer) ?? "" }
        return report
    }

    /// Rejected records and concessions have no year that could be read: they are those of the whole workspace, or all
    /// those that name the buyer.
    private func quality(buyer: String?, year: Int?, contracts: Int) throws -> QualityCounts {
        let superseded = try workspace.supersededContracts(buyer: buyer, year: year)
        let files = try workspace.contractFiles()
        guard let buyer else {
            return QualityCounts(
                records: year == nil ? files.records : contracts + superseded + files.rejected,
                rejected: files.rejected, superseded: superseded, concessions: files.concessions)
        }
        let rejected = try workspace.rejectedContracts(buyer: buyer)
        return QualityCounts(
            records: contracts + superseded + rejected, rejected: rejected, superseded: superseded, concessions: 0)
    }

    private func noContracts(_ buyer: String?) throws -> Problem {
        let place = Place(file: workspace.path)
        let buyers = try workspace.buyers()
        guard let buyer, !buyers.isEmpty else {
            return Problem(
                "contracts.none", at: place,
                Phrase(
                    "aucun marché attribué dans l’espace de travail ; importez des données essentielles avec « passerelle import contracts »",
                    "no contract awarded in the workspace; import award data with “passerelle import contracts”"))
        }
        let known = buyers.prefix(5).map { $0.id + ($0.name.isEmpty ? "" : " (\($0.name))") }.joined(separator: ", ")
        return Problem(
            "buyer.unknown", at: place,
            Phrase(
                "aucun marché de l’acheteur \(buyer) ; acheteurs présents : \(known)\(buyers.count > 5 ? " …" : "")",
                "no contract of the buyer \(buyer); buyers present: \(known)\(buyers.count > 5 ? " …" : "")"))
    }
}
