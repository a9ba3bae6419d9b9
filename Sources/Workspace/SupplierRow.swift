import Catalog
import GRDB
import Nomenclature
import Wording

/// A supplier record as columns, and back.
enum SupplierRow {
    /// What the source says. Two records with the same content are one, whenever and wherever it was read.
    private static let content = [
        "siren", "source", "listed", "siret", "head_office", "identifier", "name", "brand", "acronym", "kinds",
        "is_esus", "esus_from", "esus_to", "ess", "mission", "legal_category", "legal_form", "created", "closed",
        "closed_on", "is_head_office", "naf", "naf2025", "sectors", "description", "offers", "supply_forms", "street",
        "postcode", "city", "commune", "latitude", "longitude", "perimeter", "employees", "band", "insertion_share",
        "turnover", "capacity", "networks", "labels", "website", "repairs", "cpv",
    ]
    /// When and where it was read.
    private static let reading = ["digest", "seen", "first_seen", "line", "record", "file"]

    static let insert: String = {
        let columns = content + reading
        let values = columns.map { _ in "?" }.joined(separator: ",")
        return """
            INSERT INTO supplier_record (\(columns.joined(separator: ","))) VALUES (\(values))
            ON CONFLICT (siren, digest) DO NOTHING
            """
    }()

    /// The columns that ``record(_:)`` expects, by their numbers, of `supplier_record` and `file`.
    static let selected =
        (content.map { "supplier_record." + $0 } + ["seen", "first_seen", "line", "record", "file.name"])
        .joined(separator: ", ")

    /// Between the elements of a list, and between the languages of a phrase.
    private static let listSeparator: UInt8 = 0x1F
    private static let languageSeparator: Character = "\u{1E}"

    // MARK: To columns

    /// The values of ``insert`` but for the file, and what tells the content from others.
    static func packed(_ record: SupplierRecord) -> (row: PackedRow, fingerprint: Int64) {
        var row = PackedRow(columns: content.count + reading.count - 1)
        func days(_ day: Day?) { row.append(day.map(\.packed)) }
        func list(_ texts: [String]) {
            if texts.isEmpty { row.appendNull() } else { row.append(joined: texts, by: listSeparator) }
        }
        row.append(record.siren?.number ?? 0)
        row.append(record.source)
        row.append(isListed(record))
        row.append(record.siret?.number)
        row.append(record.headOffice?.number)
        row.append(record.otherIdentifier)
        row.append(filled: record.name)
        row.append(filled: record.brand)
        row.append(filled: record.acronym)
        if record.kinds.isEmpty { row.appendNull() } else { row.append(joined: record.kinds.map(text)) }
        row.append(record.esus != nil)
        days(record.esus?.validFrom)
        days(record.esus?.validTo)
        row.append(record.ess)
        row.append(record.isMissionCompany)
        row.append(record.legalCategory)
        row.append(filled: record.legalForm)
        days(record.createdOn)
        row.append(record.isClosed)
        days(record.closedOn)
        row.append(record.isHeadOffice)
        row.append(record.naf?.code)
        row.append(record.naf2025?.code)
        list(record.sectors)
        row.append(filled: record.description)
        list(record.offers)
        list(record.supplyForms)
        row.append(filled: record.street)
        row.append(filled: record.postcode)
        row.append(filled: record.city)
        row.append(record.communeCode)
        row.append(record.coordinates?.latitude)
        row.append(record.coordinates?.longitude)
        row.append(record.perimeter?.text)
        row.append(record.employees)
        row.append(record.workforceBand)
        row.append(record.insertionShare)
        row.append(record.turnover?.units)
        row.append(record.capacity)
        list(record.networks)
        list(record.labels)
        row.append(filled: record.website)
        list(record.repairs.map { $0.fr + String(languageSeparator) + $0.en })

        // Records without codes keep the fingerprint that they had before there were any.
        let withoutCodes = row.fingerprint
        list(record.cpv.map(\.code))
        let fingerprint = record.cpv.isEmpty ? withoutCodes : row.fingerprint
        row.append(fingerprint)
        days(record.seen)
        days(record.firstSeen ?? record.seen)
        row.append(record.place.line)
        row.append(record.place.record)
        return (row, fingerprint)
    }

    /// Whether the record alone may put its enterprise into the catalogue: every list does, a registry where it says that
    /// the enterprise belongs to the ESS, or that its legal form does.
    private static func isListed(_ record: SupplierRecord) -> Bool {
        if SupplierSource.named(record.source)?.isRegistry != true { return true }
        if record.ess == true || record.esus != nil || !record.kinds.isEmpty { return true }
        return record.legalCategory.flatMap { LegalCategory.of($0) }?.status == .byForm
    }

    /// `ACI`, or with its validity `ACI:20240101-20251231`.
    private static func text(_ claim: KindClaim) -> String {
        guard claim.validFrom != nil || claim.validTo != nil else { return claim.kind.rawValue }
        func text(_ day: Day?) -> String { day.map { String($0.packed) } ?? "" }
        return "\(claim.kind.rawValue):\(text(claim.validFrom))-\(text(claim.validTo))"
    }

    // MARK: From columns

    /// - Parameter row: of ``selected``.
    static func record(_ row: ColumnReader) -> SupplierRecord {
        var row = row
        let siren = row.integer() ?? 0
        let source = row.text() ?? ""
        row.skip()
        var record = SupplierRecord(source: source, place: Place(file: ""))
        record.siret = row.integer().map { Siret(stored: $0) }
        if siren != 0 { record.siren = Siren(stored: siren) }
        record.headOffice = row.integer().map { Siret(stored: $0) }
        record.otherIdentifier = row.text()
        record.name = row.text() ?? ""
        record.brand = row.text() ?? ""
        record.acronym = row.text() ?? ""
        record.kinds = row.text().map { $0.split(separator: "|").compactMap { claim($0) } } ?? []
        let isESUS = row.bool() ?? false
        let approval = Approval(validFrom: row.day(), validTo: row.day())
        record.esus = isESUS ? approval : nil
        record.ess = row.bool()
        record.isMissionCompany = row.bool()
        record.legalCategory = row.text()
        record.legalForm = row.text() ?? ""
        record.createdOn = row.day()
        record.isClosed = row.bool()
        record.closedOn = row.day()
        record.isHeadOffice = row.bool()
        record.naf = row.text().map { NAF(stored: $0) }
        record.naf2025 = row.text().map { NAF2025(stored: $0) }
        record.sectors = row.list(listSeparator)
        record.description = row.text() ?? ""
        record.offers = row.list(listSeparator)
        record.supplyForms = row.list(listSeparator)
        record.street = row.text() ?? ""
        record.postcode = row.text() ?? ""
        record.city = row.text() ?? ""
        record.communeCode = row.text()
        let latitude = row.real()
        let longitude = row.real()
        if let latitude, let longitude {
            record.coordinates = Coordinates(latitude: latitude, longitude: longitude)
        }
        record.perimeter = row.text().flatMap { Perimeter($0) }
        record.employees = row.integer().map { Int($0) }
        record.workforceBand = row.text()
        record.insertionShare = row.real()
        record.turnover = row.integer().map { Amount(units: $0) }
        record.capacity = row.integer().map { Int($0) }
        record.networks = row.list(listSeparator)
        record.labels = row.list(listSeparator)
        record.website = row.text() ?? ""
        record.repairs = row.list(listSeparator).map { text in
            let parts = text.split(separator: languageSeparator, maxSplits: 1, omittingEmptySubsequences: false)
            return Phrase(String(parts[0]), parts.count > 1 ? String(parts[1]) : String(parts[0]))
        }
        record.cpv = row.list(listSeparator).compactMap { CPV($0) }
        record.seen = row.day()
        let first = row.day()
        record.firstSeen = first == record.seen ? nil : first
        record.place.line = row.integer().map { Int($0) }
        record.place.record = row.integer().map { Int($0) }
        record.place.file = row.text() ?? ""
        return record
    }

    private static func claim(_ text: Substring) -> KindClaim? {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let code = parts.first, let kind = StructureKind(rawValue: String(code)) else { return nil }
        guard parts.count > 1 else { return KindClaim(kind) }
        let days = parts[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int64($0) }
        return KindClaim(
            kind, validFrom: days.first.flatMap { $0 }.map { Day(stored: $0) },
            validTo: (days.count > 1 ? days[1] : nil).map { Day(stored: $0) })
    }
}
