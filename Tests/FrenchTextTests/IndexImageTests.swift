import Foundation
import FrenchText
import Testing

@Suite struct IndexImageTests {
    private func path() -> String { NSTemporaryDirectory() + "index-\(UUID().uuidString)" }

    private func write(_ path: String, fingerprint: UInt64 = 5) throws {
        let writer = try IndexImageWriter(path: path)
        try writer.add(3, (0..<1_000).map { UInt32($0) })
        try writer.begin(4, of: UInt8.self)
        try writer.append([1, 2] as [UInt8])
        try writer.append([3] as [UInt8])
        _ = try writer.finish(fingerprint: fingerprint)
    }

    @Test func whatIsWrittenIsRead() throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(path)
        let image = try #require(IndexImage.map(path, fingerprint: 5))
        #expect(Array(image.values(3, as: UInt32.self)) == (0..<1_000).map { UInt32($0) })
        #expect(Array(image.values(4, as: UInt8.self)) == [1, 2, 3])
        #expect(image.values(9, as: UInt8.self).isEmpty)
        // Another shape than that written is nothing.
        #expect(image.values(3, as: UInt64.self).isEmpty)
    }

    @Test func theSameValuesGiveTheSameBytes() throws {
        let paths = [path(), path()]
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        for path in paths { try write(path) }
        #expect(FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]))
    }

    @Test func anotherFingerprintIsOutOfDate() throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(path)
        #expect(IndexImage.map(path, fingerprint: 6) == nil)
        #expect(IndexImage.map(path + "-absent", fingerprint: 5) == nil)
    }

    @Test(arguments: [0, 7, 39, 60, 1_000, 4_000])
    func aCutFileIsNoIndex(length: Int) throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(path)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
        #expect(IndexImage.map(path, fingerprint: 5) == nil)
    }

    @Test func aFileThatIsNotFinishedLeavesNothing() throws {
        let folder = path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let writer = try IndexImageWriter(path: folder + "/index")
            try writer.add(1, [1, 2, 3] as [UInt32])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        #expect(throws: IndexImageWriter.Fault.self) { try IndexImageWriter(path: folder + "/absent/index") }
    }
}
