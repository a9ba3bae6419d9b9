#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes an ``IndexImage`` section after section, into memory or into a file that takes its name only when it is whole.
public final class IndexImageWriter {
    /// Why an index could not be written.
    public struct Fault: Error, Sendable {
        /// Code of the system call that failed.
        public let code: Int32
    }

    private var sections: [IndexImage.Section] = []
    /// Of the section begun last.
    private var check = Checksum()
    private var offset = 0
    /// Bytes not yet in the file; all of them when there is none.
    private var buffer: UnsafeMutableRawPointer
    private var capacity: Int
    private var filled = 0
    private let file: (descriptor: Int32, path: String, temporary: String)?
    private var isDone = false

    private static let alignment = 64
    private static let flushed = 1 << 22

    /// - Parameter path: the file to write; `nil` for memory.
    /// - Throws: ``Fault`` when the file cannot be made.
    public init(path: String? = nil) throws {
        if let path {
            // Two runs at once write two files, and the last to finish gives the name to its own.
            let temporary = path + ".\(getpid())"
            let descriptor = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw Fault(code: errno) }
            file = (descriptor, path, temporary)
        } else {
            file = nil
        }
        capacity = Self.flushed * 2
        buffer = .allocate(byteCount: capacity, alignment: Self.alignment)
        // The header is filled in at the end.
        filled = MemoryLayout<IndexImage.Header>.stride
        offset = filled
    }

    deinit {
        if let file {
            close(file.descriptor)
            if !isDone { unlink(file.temporary) }
            buffer.deallocate()
        } else if !isDone {
            buffer.deallocate()
        }
    }

    /// Begins a section whose values are appended next.
    ///
    /// - Parameter isChecked: whether the section is read through when the image is opened, to see whether it is sound; else
    ///   who reads its values checks them.
    public func begin<Value: BitwiseCopyable>(_ id: UInt32, of type: Value.Type, isChecked: Bool = true) throws {
        try endSection()
        sections.append(
            .init(
                id: id, stride: UInt32(MemoryLayout<Value>.stride), offset: UInt64(offset), count: 0,
                isChecked: isChecked ? 1 : 0))
    }

    private func endSection() throws {
        if let last = sections.indices.last { sections[last].check = check.value }
        let padding = (Self.alignment - offset % Self.alignment) % Self.alignment
        try [UInt8](repeating: 0, count: padding).withUnsafeBytes { (bytes) in try write(bytes) }
        check = Checksum()
    }

    /// Appends values to the section begun last.
    public func append<Value: BitwiseCopyable>(_ values: [Value]) throws {
        precondition(sections.last?.stride == UInt32(MemoryLayout<Value>.stride))
        try values.withUnsafeBytes { (bytes) in
            check.add(bytes)
            try write(bytes)
        }
        sections[sections.count - 1].count += UInt64(values.count)
    }

    /// A whole section.
    public func add<Value: BitwiseCopyable>(_ id: UInt32, _ values: [Value]) throws {
        try begin(id, of: Value.self)
        try append(values)
    }

    /// Number of values in the section begun last.
    public var countOfSection: UInt64 { sections.last?.count ?? 0 }

    /// The index.
    ///
    /// - Parameter fingerprint: what it was made of.
    public func finish(fingerprint: UInt64) throws -> IndexImage {
        try endSection()
        let tableOffset = offset
        try sections.withUnsafeBytes { (bytes) in try write(bytes) }
        var header = IndexImage.Header()
        header.length = UInt64(offset)
        header.fingerprint = fingerprint
        header.sectionCount = UInt64(sections.count)
        header.tableOffset = UInt64(tableOffset)
        header.check = sections.withUnsafeBytes { header.expectedCheck(table: $0) }
        guard let file else {
            buffer.storeBytes(of: header, as: IndexImage.Header.self)
            isDone = true
            guard let image = IndexImage.owning(buffer, count: offset) else { throw Fault(code: EINVAL) }
            return image
        }
        try flush()
        let written = withUnsafeBytes(of: header) { pwrite(file.descriptor, $0.baseAddress, $0.count, 0) }
        guard written == MemoryLayout<IndexImage.Header>.size else { throw Fault(code: errno) }
        guard rename(file.temporary, file.path) == 0 else { throw Fault(code: errno) }
        isDone = true
        guard let image = IndexImage.map(file.path, fingerprint: fingerprint) else { throw Fault(code: EIO) }
        return image
    }

    // MARK: Bytes

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        if file != nil, filled + bytes.count > capacity { try flush() }
        if filled + bytes.count > capacity {
            let larger = max(capacity * 2, filled + bytes.count)
            let grown = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: Self.alignment)
            grown.copyMemory(from: buffer, byteCount: filled)
            buffer.deallocate()
            buffer = grown
            capacity = larger
        }
        (buffer + filled).copyMemory(from: start, byteCount: bytes.count)
        filled += bytes.count
        offset += bytes.count
        if file != nil, filled >= Self.flushed { try flush() }
    }

    private func flush() throws {
        guard let file else { return }
        var sent = 0
        while sent < filled {
            let written = posixWrite(file.descriptor, buffer + sent, filled - sent)
            guard written > 0 else { throw Fault(code: errno) }
            sent += written
        }
        filled = 0
    }
}

/// `write` of the C library, which a method of that name would hide.
private func posixWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
