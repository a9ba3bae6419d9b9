import Nomenclature
import Tenders

/// A lot in the form of `passerelle lots --format jsonl` (`docs/json.md`).
public struct LotRecord: Sendable, Codable {
    public struct Party: Sendable, Codable {
        var name: String
        var id: String
    }
    public struct Award: Sendable, Codable {
        var name: String
        var id: String
        var value: Double?
    }
    public struct Criterion: Sendable, Codable {
        var type: String
        var weight: String?
        var name: String
    }

    var notice, version, file, source, noticeType, subtype, publication, procedure: String
    var buyer: Party?
    var buyers: [Party]
    var lot, title, description, nature: String
    var cpv: [String]
    var nuts, postcodes, cities: [String]
    var value: Double?
    var currency: String?
    var frameworkMaximum: Double?
    var duration: ContractTerm?
    var reservation: [String]
    var reservedExecution: String?
    var strategic, social, environmental, innovation, accessibility: [String]
    var conditions: [String]
    var awardCriteria: [Criterion]
    var framework: String?
    var deadline: String?
    var deadlineKind: String?
    var result: String?
    var tenders: Int?
    var winners: [Award]
    /// Places of the whole procedure, which hold where the lot names none.
    var procedureNUTS: [String]
    var language: String

    public init(_ view: LotView) {
        let notice = view.notice
        let lot = view.lot
        self.notice = notice.id
        version = notice.version
        file = view.file
        source = notice.format.rawValue
        noticeType = notice.noticeType
        subtype = notice.subtype
        publication = notice.publicationNumber ?? ""
        procedure = notice.procedureID
        buyers = notice.buyers.map { Party(name: $0.name, id: $0.identifier) }
        buyer = buyers.first
        self.lot = lot.id
        title = notice.text(lot.title)
        description = notice.text(lot.description)
        nature = lot.nature
        cpv = [lot.mainCPV].compactMap { $0 } + lot.additionalCPV
        nuts = lot.places.map(\.nuts).filter { !$0.isEmpty }
        postcodes = lot.places.map(\.postcode).filter { !$0.isEmpty }
        cities = lot.places.map(\.city).filter { !$0.isEmpty }
        value = lot.value?.amount.euros
        currency = lot.value?.currency
        frameworkMaximum = lot.frameworkMaximum?.amount.euros
        duration = lot.term
        reservation = lot.reservation
        reservedExecution = lot.reservedExecution
        strategic = lot.strategic
        social = lot.social
        environmental = lot.environmental
        innovation = lot.innovation
        accessibility = lot.accessibility
        conditions = lot.conditions.map { notice.text($0) }
        awardCriteria = lot.criteria.map {
            Criterion(type: $0.type, weight: $0.weight, name: notice.text($0.name ?? $0.description))
        }
        framework = lot.framework
        deadline = lot.deadline?.iso
        deadlineKind = lot.deadline?.kind.rawValue
        result = lot.result?.status
        tenders = lot.result?.tenders
        winners = (lot.result?.winners ?? []).flatMap { winner in
            winner.holders.map { Award(name: $0.name, id: $0.identifier, value: winner.value?.amount.euros) }
        }
        procedureNUTS = notice.procedure.places.map(\.nuts).filter { !$0.isEmpty }
        language = notice.language
    }
}
