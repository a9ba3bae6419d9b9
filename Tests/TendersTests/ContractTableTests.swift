import Foundation
import Testing

@testable import Tenders

/// Award data as a table: one row a contract and holder.
@Suite struct ContractTableTests {
    private static let header =
        "uid;id;acheteur_id;objet;montant;dateNotification;titulaire_id;titulaire_typeIdentifiant"

    @Test func rowsOfOneContractAreOneContract() throws {
        let read = try ReadContracts(
            """
            \(Self.header)
            2A;A;2;"Lot 1; murs";"1 000,50";2025-01-02;11111111111111;SIRET
            2A;A;2;"Lot 1; murs";"1 000,50";2025-01-02;DE1;UE
            2A;A;2;"Lot 1; murs";"1 000,50";2025-01-02;DE1;UE
            2B;B;2;Autre;5;2025-01-03;;
            """)
        #expect(read.rules == [])
        #expect(read.contracts.map(\.uid) == ["2A", "2B"])
        let first = try #require(read.contracts.first)
        #expect(first.holders == [Holder(id: "11111111111111", idType: "SIRET"), Holder(id: "DE1", idType: "TVA")])
        #expect(first.object == "Lot 1; murs")
        #expect(first.finalAmount?.decimal == "1000.50")
        #expect(read.contracts.last?.holders == [])
        #expect(read.places.map(\.line) == [2, 5])
    }

    /// The national file is sorted by date: rows of one contract may lie apart, and other states of it between them.
    @Test func rowsMayLieApart() throws {
        let read = try ReadContracts(
            """
            \(Self.header)
            2A;A;2;x;300;2025-03-01;1;TVA
            2B;B;2;y;7;2025-02-01;9;TVA
            2A;A;2;x;300;2025-03-01;2;TVA
            2A;A;2;x;100;2025-01-01;1;TVA
            """)
        #expect(read.contracts.map(\.uid) == ["2B", "2A", "2A"])
        #expect(read.contracts.map { $0.finalAmount?.decimal } == ["7.00", "100.00", "300.00"])
        // The present state comes last, so that it is the one that counts.
        #expect(read.contracts.last?.holders.map(\.id) == ["1", "2"])
        #expect(read.kept.count == 2)
    }

    @Test func modificationsAreNumberedRows() throws {
        let read = try ReadContracts(
            """
            id,acheteur_id,montant,dureeMois,dateNotification,modification_id,titulaire_id,considerationsSociales
            A,2,150,,2025-06-01,2,1,"Clause sociale, Critère social"
            A,2,120,18,2025-03-01,1,1,"Clause sociale, Critère social"
            A,2,100,12,2025-01-01,0,1,"Clause sociale, Critère social"
            """)
        let contract = try #require(read.contracts.first)
        #expect(read.contracts.count == 1)
        #expect(contract.initialAmount?.decimal == "100.00")
        #expect(contract.finalAmount?.decimal == "150.00")
        #expect(contract.orderedModifications.map(\.id) == ["1", "2"])
        #expect(contract.notificationDay?.iso == "2025-01-01")
        #expect(contract.social.clause && contract.social.criterion)
        #expect(contract.format == .decp2022)
    }

    @Test func holdersMayStandSideBySide() throws {
        let read = try ReadContracts(
            """
            id;acheteur.id;nature;montant;titulaire_id_1;titulaire_denominationSociale_1;titulaire_id_2;titulaire_id_3
            A;2;ACCORD-CADRE;1;11111111111111;Un;22222222222222;
            B;2;Délégation de service public;1;3;;;
            """)
        #expect(read.contracts.first?.holders.map(\.id) == ["11111111111111", "22222222222222"])
        #expect(read.contracts.first?.holders.map(\.name) == ["Un", ""])
        #expect(read.contracts.first?.techniques == ["Accord-cadre"])
        #expect(read.concessions == 1)
    }

    @Test func rowsThatCannotBeUsed() throws {
        let read = try ReadContracts(
            """
            id,acheteur_id,objet,montant
            A,2,murs,1
            B,2,murs, toiture,3
            NC,2,murs,1
            D,,murs,1
            E,2,murs,1
            """)
        #expect(read.contracts.map(\.id) == ["A", "E"])
        #expect(read.rules == ["contract.cells", "contract.noKey", "contract.noKey"])
        #expect(read.problems.map(\.place.line) == [3, 4, 5])
        #expect(read.problems.first?.excerpt == "B;2;murs;toiture;3")
    }

    @Test func theFinalAmountMayBeAColumn() throws {
        let read = try ReadContracts("montant_final,id,acheteur_id,montant\n12.5,A,2,10\n10,B,2,10\n")
        #expect(read.contracts.map { $0.initialAmount?.decimal } == ["10.00", "10.00"])
        #expect(read.contracts.map { $0.finalAmount?.decimal } == ["12.50", "10.00"])
        #expect(read.contracts.map(\.modifications.count) == [1, 0])
    }

    /// The same table in every encoding and with every end of line.
    @Test(arguments: ["\n", "\r\n", "\r"]) func encodingsAndLineEnds(_ lineEnd: String) throws {
        let text = ["id;acheteur_id;objet", "1;2;Élagage d’été", "2;2;Peinture"].joined(separator: lineEnd)
        let encodings: [(String.Encoding, [UInt8])] = [
            (.utf8, []), (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
            (.utf16BigEndian, [0xFE, 0xFF]), (.windowsCP1252, []),
        ]
        for (encoding, mark) in encodings {
            let bytes = Data(mark) + (try #require(text.data(using: encoding)))
            let read = try ReadContracts(bytes: bytes)
            #expect(read.rules == [], "\(encoding)")
            #expect(read.contracts.map(\.object) == ["Élagage d’été", "Peinture"], "\(encoding)")
        }
    }
}
