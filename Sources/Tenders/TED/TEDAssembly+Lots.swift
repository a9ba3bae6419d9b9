import Bytes
import Nomenclature

extension TEDAssembly {
    /// Fields of the open lot, or of the form for all its lots.
    mutating func lotValue(_ event: XMLEvent<TEDField>) {
        switch event.field {
        case .lotNumber: lot.number = TEDText.line(event.text)
        case .lotTitle: lot.title.add(paragraph(event), separator: " ")
        case .lotDescription: lot.description.add(paragraph(event))
        case .lotNote: lot.note.add(paragraph(event))
        case .lotSite, .site: lot.site.add(paragraph(event))
        case .renewal: lot.renewal.add(paragraph(event))
        case .options: lot.options.add(paragraph(event))
        case .duration: last(event.text, event.attribute(.type) ?? "")
        case .durationMonths: last(event.text, "MONTH")
        case .durationDays: last(event.text, "DAY")
        case .start: setTerm { $0.start = Day(iso: event.text) }
        case .end: setTerm { $0.end = Day(iso: event.text) }
        case .criterionName: lot.name(criterion: paragraph(event), language: language)
        case .criterionWeight: lot.weigh(event.text)
        default: break
        }
    }

    private mutating func last(_ number: String, _ unit: String) {
        setTerm {
            $0.value = number
            $0.unit = unit
        }
    }

    mutating func setTerm(_ change: (inout ContractTerm) -> Void) {
        var term = lot.term ?? ContractTerm()
        change(&term)
        lot.term = term
    }
}
