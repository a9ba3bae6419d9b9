import Testing

@testable import Tenders

@Suite struct ContractReaderTests {
    private func read(_ text: String) throws -> ReadContracts { try ReadContracts(text) }

    @Test func listsComeInEveryShape() throws {
        let shapes = [
            #"[{"titulaire":{"typeIdentifiant":"SIRET","id":"1"}},{"titulaire":{"typeIdentifiant":"TVA","id":"2"}}]"#,
            #"[[{"typeIdentifiant":"SIRET","id":"1"},{"typeIdentifiant":"TVA","id":"2"}]]"#,
            #"{"titulaire":[{"typeIdentifiant":"SIRET","id":"1"},{"typeIdentifiant":"UE","id":"2"}]}"#,
        ]
        for shape in shapes {
            let read = try read(
                #"{"marches":{"marche":[{"id":"A 1/2","acheteur":{"id":"200 054"},"titulaires":\#(shape)}]}}"#)
            #expect(read.contracts.first?.holders.map(\.id) == ["1", "2"], "\(shape)")
            #expect(read.contracts.first?.holders.map(\.idType) == ["SIRET", "TVA"], "\(shape)")
            #expect(read.contracts.first?.uid == "200054A_1_2")
        }
    }

    @Test(arguments: [
        (#"["Clause sociale","Critère social"]"#, "clause criterion"), (#"["Pas de considération sociale"]"#, "none"),
        (#"["Crit\#u{FFFD}re social"]"#, "criterion"),
        (#"["Marché réservé","Pas de considération sociale"]"#, "reserved none"),
        (#"["NC"]"#, ""), ("[]", ""), ("null", ""), (#"["something else"]"#, ""), (#""Clause sociale""#, "clause"),
    ])
    func considerations(_ list: String, expected: String) throws {
        let read = try read(
            #"{"marches":{"marche":[{"id":"1","acheteur.id":"2","considerationsSociales":{"considerationSociale":\#(list)}}]}}"#
        )
        let social = try #require(read.contracts.first).social
        let words = [
            social.clause ? "clause" : "", social.criterion ? "criterion" : "", social.reserved ? "reserved" : "",
            social.none ? "none" : "",
        ]
        #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == expected)
    }

    @Test func modificationsApplyByNotificationDate() throws {
        let read = try read(
            #"""
            {"marches":[{"id":"1","acheteur":{"id":"2"},"montant":"1 000,50","modifications":[
              {"dateNotificationModification":"2024-06-01","montant":3000},
              {"dateNotificationModification":"2024-01-01","montant":2000,"titulaires":[{"typeIdentifiant":"SIRET","id":"9"}]},
              {"dateNotificationModification":"2024-09-01","dureeMois":12}]}]}
            """#)
        let contract = try #require(read.contracts.first)
        #expect(contract.initialAmount?.decimal == "1000.50")
        #expect(contract.finalAmount?.decimal == "3000.00")
        #expect(contract.finalHolders.map(\.id) == ["9"])
    }

    @Test func concessionsAndBrokenRecordsAreCountedApart() throws {
        let read = try read(
            #"""
            {"marches":{"marche":[{"id":"1","acheteur":{"id":"2"}},{"id":"","acheteur":{"id":"2"}},{"id":"3"},7,
              {"id":"4","acheteur":{"id":""},"autoriteConcedante":{"id":"5"}}],
             "contrat-concession":[{"id":"6"}]}}
            """#)
        #expect(read.contracts.map(\.id) == ["1"])
        #expect(read.concessions == 2)
        #expect(read.rules == ["contract.noKey", "contract.noKey", "contract.notAnObject"])
    }

    @Test(arguments: [
        ("", "file.empty"), ("<ContractNotice xmlns=\"urn:x\"/>", "contracts.root"), ("siret;nom", "contracts.format"),
        ("%PDF-1.7", "contracts.format"), ("\u{FEFF}objet,montant\nx,1", "contracts.format"),
        ("{}", "contract.noKey"),
    ])
    func whatIsNoAwardData(_ text: String, rule: String) throws {
        #expect(try read(text).rules == [rule])
    }

    @Test func modificationsOfSubcontractsApplyToTheirAct() throws {
        let acts = #"""
            "actesSousTraitance":[{"acteSousTraitance":{"id":1,"sousTraitant":{"id":"7","typeIdentifiant":"HORS_UE"},
              "montant":10,"dureeMois":3}},{"acteSousTraitance":{"id":2,"montant":99}}]
            """#
        for name in ["modificationActeSousTraitance", "modificationActesSousTraitance"] {
            let xml = """
                <marches><marche><id>1</id><acheteur><id>2</id></acheteur><actesSousTraitance><acteSousTraitance><id>1</id>
                <sousTraitant><id>7</id><typeIdentifiant>HORS_UE</typeIdentifiant></sousTraitant><montant>10</montant>
                <dureeMois>3</dureeMois></acteSousTraitance></actesSousTraitance><modificationsActesSousTraitance><\(name)>
                <id>1</id><montant>25</montant><dateNotificationModificationSousTraitance>2025-02-01\
                </dateNotificationModificationSousTraitance></\(name)><\(name)><id>1</id><montant>20</montant>\
                <dateNotificationModificationSousTraitance>2025-01-01</dateNotificationModificationSousTraitance></\(name)>\
                </modificationsActesSousTraitance></marche></marches>
                """
            let json = #"""
                {"marches":[{"id":"1","acheteur":{"id":"2"},\#(acts),"modificationsActesSousTraitance":[
                  {"\#(name)":{"id":1,"montant":25,"dateNotificationModificationSousTraitance":"2025-02-01"}},
                  {"\#(name)":{"id":1,"montant":20,"dateNotificationModificationSousTraitance":"2025-01-01"}}]}]}
                """#
            for text in [xml, json] {
                let act = try #require(try read(text).contracts.first?.subcontracts.first)
                #expect(act.holder == Holder(id: "7", idType: "HORS-UE"))
                #expect(act.amount?.decimal == "25.00")
                #expect(act.durationMonths == 3)
            }
            #expect(try read(json).contracts.first?.subcontracts.count == 1)
        }
    }

    @Test func emptyElementsSayNothing() throws {
        let contract = try #require(
            try read(
                """
                <marches><marche><titulaires><titulaire><id/></titulaire></titulaires><ccag> </ccag><id> 1 </id>
                <acheteur><id>2 00</id></acheteur><nature>ACCORD-CADRE</nature><montant/><montant>1,5</montant>
                <modifications><modification/></modifications><considerationsSociales><considerationSociale>NC\
                </considerationSociale></considerationsSociales></marche></marches>
                """
            ).contracts.first)
        #expect(contract.uid == "2001")
        #expect(contract.holders == [])
        #expect(contract.ccag == "")
        #expect(contract.initialAmount?.decimal == "1.50")
        #expect(contract.techniques == ["Accord-cadre"])
        #expect(contract.modifications == [])
        #expect(!contract.social.isInformed)
        #expect(contract.format == .decp2022)
    }
}
