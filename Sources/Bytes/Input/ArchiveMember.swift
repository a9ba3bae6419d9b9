internal import CArchive

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What an archive says of a member before its bytes.
struct ArchiveMember {
    /// In the archive; `nil` for the content of a `.gz`, which has none.
    let path: String?
    /// Neither folder nor link, pipe, device.
    let isFile: Bool
    let isEncrypted: Bool

    /// `AE_IFREG`, a macro that Swift does not see.
    private static let plainFile = UInt32(0o100000)

    init(_ entry: OpaquePointer, hasPath: Bool) {
        path = hasPath ? Self.path(entry) : nil
        // A hard link is a second name of an earlier member, which has the bytes.
        let isLink = archive_entry_hardlink(entry) != nil && archive_entry_size(entry) == 0
        isFile = archive_entry_filetype(entry) == Self.plainFile && !isLink
        isEncrypted = archive_entry_is_encrypted(entry) != 0
    }

    /// In UTF-8, or else as Western European systems write it.
    private static func path(_ entry: OpaquePointer) -> String {
        if let utf8 = archive_entry_pathname_utf8(entry) { return String(cString: utf8) }
        guard let raw = archive_entry_pathname(entry) else { return "?" }
        let bytes = UnsafeRawBufferPointer(start: raw, count: strlen(raw))
        return String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
