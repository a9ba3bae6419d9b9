import CArchive
import Foundation

/// Archives made for tests, with libarchive itself: no machine is sure to have tar, gzip and zip.
public enum Packing: String, CaseIterable, Sendable {
    case zip, tar, tarGzip, oldTar

    public struct Member: Sendable, Equatable {
        public var name: String
        public var bytes: [UInt8]
        public var kind: Kind

        public enum Kind: Sendable, Equatable { case file, folder, link, hardLink, pipe, device }

        public init(_ name: String, _ bytes: [UInt8], kind: Kind = .file) {
            self.name = name
            self.bytes = bytes
            self.kind = kind
        }

        public init(_ name: String, _ text: String = "", kind: Kind = .file) {
            self.init(name, Array(text.utf8), kind: kind)
        }
    }

    /// The bytes of an archive of these members, in this order.
    public func pack(_ members: [Member], password: String? = nil, stored: Bool = false) -> [UInt8] {
        Self.write { archive in
            switch self {
            case .zip:
                archive_write_set_format_zip(archive)
                if stored { archive_write_zip_set_compression_store(archive) }
                if let password {
                    archive_write_set_options(archive, "zip:encryption=zipcrypt")
                    archive_write_set_passphrase(archive, password)
                }
            case .tar: archive_write_set_format_pax_restricted(archive)
            case .oldTar: archive_write_set_format_v7tar(archive)
            case .tarGzip:
                archive_write_set_format_pax_restricted(archive)
                archive_write_add_filter_gzip(archive)
            }
        } members: {
            members
        }
    }

    /// `bytes` as gzip writes them.
    public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        write { archive in
            archive_write_set_format_raw(archive)
            archive_write_add_filter_gzip(archive)
        } members: {
            [Member("data", bytes)]
        }
    }

    public static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

    private static func write(_ setUp: (OpaquePointer) -> Void, members: () -> [Member]) -> [UInt8] {
        guard let archive = archive_write_new(), let entry = archive_entry_new() else { fatalError("no memory") }
        defer {
            archive_entry_free(entry)
            archive_write_free(archive)
        }
        setUp(archive)
        archive_write_set_bytes_in_last_block(archive, 1)
        let sink = Sink()
        archive_write_open(
            archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
            { _, context, bytes, count in
                guard let context else { return -1 }
                Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
                return count
            }, nil)
        for member in members() {
            archive_entry_clear(entry)
            archive_entry_copy_pathname(entry, member.name)
            archive_entry_set_perm(entry, 0o644)
            switch member.kind {
            case .file:
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_size(entry, Int64(member.bytes.count))
            case .folder: archive_entry_set_filetype(entry, 0o040000)
            case .link:
                archive_entry_set_filetype(entry, 0o120000)
                archive_entry_set_symlink(entry, "/etc/passwd")
            case .hardLink:
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_size(entry, 0)
                archive_entry_set_hardlink(entry, "x")
            case .pipe: archive_entry_set_filetype(entry, 0o010000)
            case .device: archive_entry_set_filetype(entry, 0o020000)
            }
            let status = archive_write_header(archive, entry)
            precondition(status >= ARCHIVE_WARN, String(cString: archive_error_string(archive)))
            if member.kind == .file { archive_write_data(archive, member.bytes, member.bytes.count) }
        }
        archive_write_close(archive)
        return sink.bytes
    }

    private final class Sink {
        var bytes: [UInt8] = []
    }
}
