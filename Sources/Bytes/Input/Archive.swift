internal import CArchive
import Wording

/// Members of `.gz`, `.zip`, `.tar` and `.tar.gz` files, through libarchive. Nothing is ever written to disk, so the
/// path of a member can only be a name.
struct Archive {
    let limits: Limits

    /// By content, never by name.
    static func isArchive(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x1F, 0x8B]) || head.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || (head.count > 262 && Array(head[257..<262]) == Array("ustar".utf8))
    }

    func forEachMember(
        of input: Input, onProblem: (Problem) throws -> Void, _ body: (Input) throws -> Void
    ) throws {
        let place = Place(file: input.name)
        guard let archive = archive_read_new() else { return }
        defer { archive_read_free(archive) }
        archive_read_support_filter_gzip(archive)
        archive_read_support_format_zip(archive)
        archive_read_support_format_tar(archive)
        archive_read_support_format_raw(archive)
        let feed = Feed(try input.open())
        let opened = archive_read_open(
            archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
            { _, context, buffer in
                guard let context, let buffer else { return -1 }
                return Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue().next(buffer)
            }, nil)
        guard opened == ARCHIVE_OK else { throw broken(archive, place) }
        var members = 0
        var unpacked = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { break }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw broken(archive, place) }
            members += 1
            guard members <= limits.members else { throw tooMuch("members", place) }
            guard archive_entry_filetype(entry) == UInt32(0o100000) else { continue }
            let path = archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? "?"
            // The raw format calls the only member of a .gz « data ».
            let name = archive_format(archive) == ARCHIVE_FORMAT_RAW ? input.name : input.name + "!" + path
            var bytes: [UInt8] = []
            var failure: Problem?
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
            defer { buffer.deallocate() }
            while true {
                let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
                if count == 0 { break }
                if count < 0 {
                    failure = broken(archive, Place(file: name))
                    break
                }
                unpacked += count
                guard unpacked <= limits.unpackedBytes else { throw tooMuch("unpackedBytes", place) }
                guard unpacked / max(input.size, 1) <= limits.ratio else { throw tooMuch("ratio", place) }
                guard bytes.count + count <= limits.recordBytes * 32 else {
                    throw tooMuch("recordBytes", Place(file: name))
                }
                bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
            if let failure { try onProblem(failure) } else { try body(Input(name: name, bytes: bytes)) }
        }
    }

    private func broken(_ archive: OpaquePointer, _ place: Place) -> Problem {
        let detail = archive_error_string(archive).map { String(cString: $0) } ?? ""
        return Problem(
            "archive.broken", at: place,
            Phrase(
                "archive endommagée ou incomplète (\(detail)) ; téléchargez-la de nouveau",
                "archive damaged or incomplete (\(detail)); download it again"))
    }

    private func tooMuch(_ limit: String, _ place: Place) -> Problem {
        Problem(
            "archive.\(limit)", at: place,
            Phrase(
                "archive au-delà de la limite « \(limit) » ; décompressez-la et importez ce qui est utile",
                "archive over the limit “\(limit)”; unpack it and import what is useful"))
    }

    /// Hands a source to libarchive block by block.
    private final class Feed {
        let source: ByteSource
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)

        init(_ source: ByteSource) { self.source = source }
        deinit { buffer.deallocate() }

        func next(_ out: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
            out.pointee = UnsafeRawPointer(buffer.baseAddress)
            return (try? source.read(into: buffer)) ?? -1
        }
    }
}
