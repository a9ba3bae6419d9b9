#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of an index, cut into numbered sections of plain values: a file mapped into memory, of which only the pages
/// in use take room, or memory of our own.
///
/// The values are those of the machine (little endian): an index is a copy made for speed, never an exchange format.
///
/// What was damaged since it was written is no index: the header, the table of sections and every section but those
/// that are checked when they are read carry a ``Checksum``.
public final class IndexImage: @unchecked Sendable {
    // Immutable once made, so that threads may share it.
    private let base: UnsafeRawPointer
    private let count: Int
    /// Where the file is; `nil` for memory.
    private let path: String?
    private let sections: [UInt32: Section]

    struct Section {
        var id: UInt32
        /// Bytes of one value.
        var stride: UInt32
        var offset: UInt64
        /// Number of values.
        var count: UInt64
        /// ``Checksum`` of the values.
        var check: UInt64 = 0
        /// 1 when the values are checked as the image is opened; else who reads them does it.
        var isChecked: UInt64 = 1
    }

    struct Header {
        /// `PSRLIDX` and the version of the layout of images.
        static let magic: UInt64 = 0x0258_4449_4C52_5350
        var magic = Header.magic
        /// Size of the whole file: a shorter one was cut.
        var length: UInt64 = 0
        /// What the index was made of, as its maker says; another one means that it is out of date.
        var fingerprint: UInt64 = 0
        var sectionCount: UInt64 = 0
        /// Where the table of sections begins.
        var tableOffset: UInt64 = 0
        /// ``Checksum`` of what stands above and of the table of sections.
        var check: UInt64 = 0

        /// What ``check`` must be.
        func expectedCheck(table: UnsafeRawBufferPointer) -> UInt64 {
            var header = self
            header.check = 0
            var sum = Checksum()
            withUnsafeBytes(of: header) { sum.add($0) }
            sum.add(table)
            return sum.value
        }
    }

    public let fingerprint: UInt64

    /// Maps a file.
    ///
    /// - Parameter fingerprint: what the index must have been made of.
    /// - Returns: `nil` when there is no file, or not a whole and sound one of this layout and fingerprint: it is to be
    ///   built anew.
    public static func map(_ path: String, fingerprint: UInt64) -> IndexImage? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size >= MemoryLayout<Header>.size else { return nil }
        let length = Int(status.st_size)
        guard let base = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            return nil
        }
        // Once the image exists, it takes the mapping back by itself.
        guard let image = IndexImage(base, count: length, path: path) else {
            munmap(base, length)
            return nil
        }
        guard image.fingerprint == fingerprint, image.isSound else { return nil }
        // The checking has read every page: only those that are used again shall take room.
        madvise(base, length, MADV_DONTNEED)
        return image
    }

    /// Takes over memory of our own.
    static func owning(_ base: UnsafeMutableRawPointer, count: Int) -> IndexImage? {
        IndexImage(base, count: count, path: nil)
    }

    private init?(_ base: UnsafeRawPointer, count: Int, path: String?) {
        guard count >= MemoryLayout<Header>.size else { return nil }
        let header = base.loadUnaligned(as: Header.self)
        let size = UInt64(MemoryLayout<Section>.stride)
        guard header.magic == Header.magic, header.length == UInt64(count), header.sectionCount < 1_024,
            header.tableOffset < header.length, header.length - header.tableOffset == header.sectionCount * size
        else { return nil }
        let table = UnsafeRawBufferPointer(
            start: base + Int(header.tableOffset), count: count - Int(header.tableOffset))
        guard header.check == header.expectedCheck(table: table) else { return nil }
        var sections: [UInt32: Section] = [:]
        for place in 0..<Int(header.sectionCount) {
            let section = base.loadUnaligned(
                fromByteOffset: Int(header.tableOffset) + place * MemoryLayout<Section>.stride, as: Section.self)
            let bytes = section.count.multipliedReportingOverflow(by: UInt64(section.stride))
            guard !bytes.overflow, section.offset <= header.tableOffset,
                bytes.partialValue <= header.tableOffset - section.offset
            else { return nil }
            sections[section.id] = section
        }
        self.base = base
        self.count = count
        self.path = path
        self.sections = sections
        fingerprint = header.fingerprint
    }

    /// Whether the sections are those that were written, as far as they are checked here.
    private var isSound: Bool {
        sections.values.allSatisfy { section in
            section.isChecked == 0
                || section.check
                    == Checksum.of(
                        UnsafeRawBufferPointer(
                            start: base + Int(section.offset), count: Int(section.count) * Int(section.stride)))
        }
    }

    /// Takes the file away, because a value read from it was not the one written: it is built anew when it is next asked
    /// for. What is mapped stays.
    public func discard() {
        if let path { unlink(path) }
    }

    deinit {
        let memory = UnsafeMutableRawPointer(mutating: base)
        if path == nil { memory.deallocate() } else { munmap(memory, count) }
    }

    /// The values of a section; empty when the image has none of that number and shape. Valid as long as the image.
    public func values<Value: BitwiseCopyable>(_ id: UInt32, as type: Value.Type) -> UnsafeBufferPointer<Value> {
        guard let section = sections[id], section.stride == UInt32(MemoryLayout<Value>.stride) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let start = (base + Int(section.offset)).bindMemory(to: Value.self, capacity: Int(section.count))
        return UnsafeBufferPointer(start: start, count: Int(section.count))
    }
}
