/// A stream of bytes read once, from its start to its end: a file, memory, a member of an archive.
public class ByteSource {
    /// Fills the start of `buffer`; 0 at the end.
    ///
    /// - Throws: `Problem` when the bytes cannot be had: unreadable disk, broken archive, a limit reached.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { 0 }

    /// Goes to a byte counted from the start; a source that cannot go back never gets to ``ArchiveReader``.
    func seek(to offset: Int) {}
}

extension ByteSource {
    /// The bytes up to the end, or as many as `count`.
    func prefix(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = try read(
                    into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
                if read == 0 { break }
                filled += read
            }
        }
    }

    /// Calls `body` with all that follows, block by block.
    public func forEachBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try read(into: buffer)
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
