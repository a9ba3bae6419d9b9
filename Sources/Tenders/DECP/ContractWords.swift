import Bytes
import FrenchText
import Nomenclature

/// Values that come again and again, understood once and shared: a file has millions of them and a few hundred that
/// differ.
struct ContractWords {
    var value = ByteMemo<String> { SchemaValues.normal(TextRepair.clean($0)) }
    /// The values of a list that one text may hold: tables write `Clause sociale|Critère social`.
    var list = ByteMemo<[String]> { ContractWords.parts($0).map { SchemaValues.normal($0) } }
    var flag = ByteMemo<Bool?> { Markers.flag($0) }
    var nature = ByteMemo<Nature> { Nature($0) }
    var consideration = ByteMemo<ConsiderationField> { ContractWords.consideration($0) }
    var idType = ByteMemo<String> { ContractWords.idType($0) }
    var share = ByteMemo<Double?> { Amount($0)?.euros }

    struct Nature {
        let text: String
        let isConcession: Bool
        /// Schema 1.5 says in the nature what schema 2 says in the techniques and modalities.
        let isFramework: Bool
        let isSubsequent: Bool

        init(_ published: String) {
            text = SchemaValues.normal(TextRepair.clean(published))
            let folded = Folding.fold(published)
            isConcession = folded.contains("concession") || folded.contains("delegation")
            isFramework = text == SchemaValues.accordCadre
            isSubsequent = text == "Marché subséquent"
        }
    }

    /// A first value shares its list with all others that have the same one.
    mutating func append(_ text: ByteText, to values: inout [String]) {
        if values.isEmpty { values = list(text) } else { values += list(text) }
    }

    private static func parts(_ text: String) -> [String] {
        TextRepair.clean(text).split { "|,;[]\"".contains($0) }.map { TextRepair.trimmed(String($0)) }
            .filter { !$0.isEmpty }
    }

    /// Values told by the beginning of the word: some publishers destroy the accents (U+FFFD).
    private static func consideration(_ value: String) -> ConsiderationField {
        var field = ConsiderationField()
        for text in parts(value).map({ Folding.fold($0) }) {
            if text.hasPrefix("clause") {
                field.clause = true
            } else if text.hasPrefix("crit") {
                field.criterion = true
            } else if text.hasPrefix("march") || text.hasPrefix("concession") {
                field.reserved = true
            } else if text.hasPrefix("pas de consid") {
                field.none = true
            }
        }
        return field
    }

    /// Repairs of the identifier type that the Ministry's own tooling makes (rule 29).
    private static func idType(_ type: String) -> String {
        switch type.uppercased() {
        case "FRW": "FRWF"
        case "HORS_UE": "HORS-UE"
        case "TVA-INTRACOMMUNAUTAIRE", "UE": "TVA"
        case let known: known
        }
    }
}

extension ConsiderationField {
    mutating func formUnion(_ other: ConsiderationField) {
        clause = clause || other.clause
        criterion = criterion || other.criterion
        reserved = reserved || other.reserved
        none = none || other.none
    }
}
