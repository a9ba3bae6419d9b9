import GRDB
import Nomenclature
import Tenders
import Wording

/// A contract as columns, and back.
enum ContractRow {
    static let columns = """
        uid, id, buyer, buyer_name, nature, object, cpv, procedure, techniques, modalities, framework, place_code, \
        place_type, months, notified, published, year, amount, social, environmental, innovative, offers, group_type, \
        subcontracting, advance, price_form, format, holders, modifications, subcontracts, ccag, price_types, \
        advance_rate, origin_eu, origin_france, record, file
        """

    private static let values = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

    /// Nearly all records are new: one statement stores them, and does nothing where the key is known.
    static let insert = "INSERT INTO contract (\(columns)) VALUES \(values) ON CONFLICT (uid) DO NOTHING"
    static let replace = "INSERT OR REPLACE INTO contract (\(columns)) VALUES \(values)"

    /// The values of ``columns`` but for the last, the file.
    static func packed(_ contract: Contract, uid: String, record: Int) throws -> PackedRow {
        var row = PackedRow(columns: 37)
        for text in [
            uid, contract.id, contract.buyer, contract.buyerName, contract.nature, contract.object,
            contract.cpvText, contract.procedure,
        ] { row.append(text) }
        row.append(joined: contract.techniques)
        row.append(joined: contract.modalities)
        row.append(contract.frameworkID)
        row.append(contract.placeCode)
        row.append(contract.placeType)
        row.append(contract.durationMonths)
        row.append(contract.notificationText)
        row.append(contract.publicationText)
        row.append(contract.notificationDay?.year)
        row.append(contract.initialAmount?.units)
        row.append(bits(contract.social))
        row.append(bits(contract.environmental))
        row.append(contract.innovative)
        row.append(contract.offers)
        row.append(contract.groupType)
        row.append(contract.subcontractingDeclared)
        row.append(contract.advanceGranted)
        row.append(contract.priceForm)
        row.append(contract.format.rawValue)
        row.append(holders(contract.holders))
        row.append(contract.modifications.isEmpty ? nil : try JSONText.encode(contract.modifications))
        row.append(contract.subcontracts.isEmpty ? nil : try JSONText.encode(contract.subcontracts))
        row.append(contract.ccag)
        row.append(joined: contract.priceTypes)
        row.append(contract.advanceRate)
        row.append(contract.originEU)
        row.append(contract.originFrance)
        row.append(record)
        return row
    }

    static func contract(_ row: Row) throws -> Contract {
        var contract = Contract(
            id: row["id"], buyer: row["buyer"], format: ContractFormat(rawValue: row["format"]) ?? .decp2022)
        contract.buyerName = row["buyer_name"]
        contract.nature = row["nature"]
        contract.object = row["object"]
        contract.cpvText = row["cpv"]
        contract.procedure = row["procedure"]
        contract.techniques = list(row["techniques"])
        contract.modalities = list(row["modalities"])
        contract.frameworkID = row["framework"]
        contract.placeCode = row["place_code"]
        contract.placeType = row["place_type"]
        contract.durationMonths = row["months"]
        contract.notificationText = row["notified"]
        contract.publicationText = row["published"]
        contract.initialAmount = (row["amount"] as Int64?).map { Amount(units: $0) }
        contract.social = field(row["social"])
        contract.environmental = field(row["environmental"])
        contract.innovative = row["innovative"]
        contract.offers = row["offers"]
        contract.groupType = row["group_type"]
        contract.subcontractingDeclared = row["subcontracting"]
        contract.advanceGranted = row["advance"]
        contract.priceForm = row["price_form"]
        contract.holders = holders(row["holders"])
        contract.ccag = row["ccag"]
        contract.priceTypes = list(row["price_types"])
        contract.advanceRate = row["advance_rate"]
        contract.originEU = row["origin_eu"]
        contract.originFrance = row["origin_france"]
        if let text = row["modifications"] as String? {
            contract.modifications = try JSONText.decode([Modification].self, text)
        }
        if let text = row["subcontracts"] as String? {
            contract.subcontracts = try JSONText.decode([Subcontract].self, text)
        }
        return contract
    }

    // MARK: Compact forms

    private static func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }

    private static func bits(_ field: ConsiderationField) -> Int {
        (field.clause ? 1 : 0) | (field.criterion ? 2 : 0) | (field.reserved ? 4 : 0) | (field.none ? 8 : 0)
    }

    private static func field(_ bits: Int) -> ConsiderationField {
        var field = ConsiderationField()
        field.clause = bits & 1 != 0
        field.criterion = bits & 2 != 0
        field.reserved = bits & 4 != 0
        field.none = bits & 8 != 0
        return field
    }

    /// One holder a line: type, identifier, name, separated by tabs; the reader leaves no other white space in them.
    private static func holders(_ holders: [Holder]) -> String {
        holders.map { holder in
            holder.idType + "\t" + holder.id + "\t" + holder.name
        }.joined(separator: "\n")
    }

    private static func holders(_ text: String) -> [Holder] {
        text.split(separator: "\n").map { line in
            let cells = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            return Holder(
                id: cells.count > 1 ? String(cells[1]) : "", idType: String(cells[0]),
                name: cells.count > 2 ? String(cells[2]) : "")
        }
    }
}
