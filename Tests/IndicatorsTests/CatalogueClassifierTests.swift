import Indicators
import Nomenclature
import Tenders
import Testing

@Suite struct CatalogueClassifierTests {
    private func classes(_ siret: String, on day: String?, type: String = "SIRET") throws -> HolderClasses {
        try Samples.classifier().classes(of: Holder(id: siret, idType: type), on: day.flatMap { Day(iso: $0) })
    }

    @Test func establishmentInTheCatalogue() throws {
        #expect(
            try classes(Samples.workshop, on: "2024-03-31") == [.isKnown, .ess, .esus, .siae, .association])
    }

    @Test func approvalEnds() throws {
        #expect(try !classes(Samples.workshop, on: "2024-04-01").contains(.esus))
        #expect(try !classes(Samples.workshop, on: nil).contains(.esus))
    }

    /// ESS and ESUS are of the enterprise; the workshop is not.
    @Test func sisterEstablishmentIsNoWorkshop() throws {
        #expect(
            try classes(Samples.sisterOfWorkshop, on: "2024-03-01")
                == [.isKnown, .ess, .esus, .otherEstablishment, .association])
        let report = try Samples.report([Samples.contract("a", holders: [Samples.sisterOfWorkshop])])
        #expect(report["P4"]?.count == 0)
        #expect(report["P4"]?.otherEstablishment == 1)
        #expect(report["P1"]?.count == 1)
    }

    @Test func unknownHolders() throws {
        #expect(try classes(Samples.company, on: "2024-03-01") == [])
        #expect(try classes(Samples.workshop, on: "2024-03-01", type: "TVA") == [])
    }

    @Test func publicBodyRunningAWorkshopIsNotESS() throws {
        let catalogue = CatalogueClassifier(suppliers: [try Samples.supplier(Samples.workshop, [.aci], ess: false)])
        #expect(
            catalogue.classes(of: Holder(id: Samples.workshop, idType: "SIRET"), on: Day(iso: "2024-01-01"))
                == [.isKnown, .siae])
    }
}
