internal import CLibXML2
import Wording

/// A parser: the state that libxml2's callbacks see through a raw pointer, and its parser context. It reads one
/// document after the other; libxml2 keeps the names of elements in between, so that each is looked up once.
///
/// The callbacks touch plain memory only: reference counting and exclusivity checks would cost half of the speed.
final class XMLSession {
    struct State {
        let transitions: UnsafePointer<UInt16>
        let nodes: UnsafePointer<XMLAutomaton.Node>
        let nameCount: Int
        var cache: XMLNameCache
        var stack: UnsafeMutablePointer<UInt16>
        private var stackCapacity: Int
        var depth = 0
        /// Depth below a dead node, or inside a value.
        var skipped = 0
        var capturing = false
        var tape = XMLTape()
        /// The entry of the value whose text is being taken down.
        var open = 0
        var context: xmlParserCtxtPtr?
        var limits = Limits.standard
        /// Bytes read since the last event: bounds markup that never ends.
        var quiet = 0
        var stop: Stop?
        /// The root element has ended.
        var closedRoot = false
        var rootOnly = false
        var root: (name: String, namespace: String)?
        var session: Unmanaged<XMLSession>?

        init(automaton: XMLAutomaton) {
            transitions = automaton.transitions
            nodes = automaton.nodes
            nameCount = automaton.nameCount
            cache = XMLNameCache(names: automaton.names)
            stackCapacity = Limits.standard.depth + 2
            stack = .allocate(capacity: stackCapacity)
            stack[0] = 1
        }

        mutating func reset(limits: Limits, rootOnly: Bool) {
            if limits.depth + 2 > stackCapacity {
                stack.deallocate()
                stackCapacity = limits.depth + 2
                stack = .allocate(capacity: stackCapacity)
                stack[0] = 1
            }
            depth = 0
            skipped = 0
            capturing = false
            tape.clear()
            self.limits = limits
            quiet = 0
            stop = nil
            closedRoot = false
            self.rootOnly = rootOnly
            root = nil
        }

        func deallocate() {
            stack.deallocate()
            tape.deallocate()
            cache.deallocate()
        }
    }

    /// Why a parse was broken off by us.
    enum Stop { case doctype, depth, names, markup, record, root, thrown }

    private let state: UnsafeMutablePointer<State>
    private let context: xmlParserCtxtPtr?
    // What is being read.
    private var source = ByteSource()
    private var onRecord: ((XMLTape) throws -> Void)?
    fileprivate var thrown: (any Error)?
    fileprivate var total = 0

    /// A session keeps pointers into `automaton`, which owns it: see ``XMLAutomaton/idle``.
    init(automaton: XMLAutomaton) {
        XMLSession.initialised
        state = .allocate(capacity: 1)
        state.initialize(to: State(automaton: automaton))
        context = xmlNewParserCtxt()
        state.pointee.context = context
        state.pointee.session = Unmanaged.passUnretained(self)
        context?.pointee.sax.pointee = Self.makeHandler()
        context?.pointee.userData = UnsafeMutableRawPointer(state)
    }

    deinit {
        if let context { xmlFreeParserCtxt(context) }
        state.pointee.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    private static let initialised: Void = xmlInitParser()

    /// Whether the session may read another document: nothing went wrong, and its table of names is still small.
    var isReusable: Bool { !failed && state.pointee.cache.count < 4_096 }
    private var failed = false

    func root(_ head: [UInt8]) -> XMLRoot? {
        state.pointee.reset(limits: .standard, rootOnly: true)
        failed = true
        run(MemorySource(head))
        // Stopped at the root on purpose: the session is as good as new.
        failed = state.pointee.root == nil
        return state.pointee.root.map { XMLRoot(name: $0.name, namespace: $0.namespace) }
    }

    func parse(
        _ source: ByteSource, name: String, limits: Limits, _ onRecord: @escaping (XMLTape) throws -> Void
    ) throws {
        state.pointee.reset(limits: limits, rootOnly: false)
        failed = true
        self.onRecord = onRecord
        defer { self.onRecord = nil }
        run(source)
        if let thrown { throw thrown }
        if let stop = state.pointee.stop { throw problem(of: stop, name: name) }
        guard let context else { return }
        guard context.pointee.wellFormed == 1 else { throw malformed(context, name: name) }
        if state.pointee.tape.entryCount > 0 { try onRecord(state.pointee.tape) }
        failed = false
    }

    /// Documents up to this size are given to libxml2 whole, which spares it a copy every 4,000 bytes.
    private static let wholeBytes = 8 << 20
    /// The longest run without « < » of a document that is given whole. A tag cannot hold one, so that no tag is longer:
    /// the time that libxml2 takes for the attributes of one tag grows with their square.
    private static let wholeRun = 16 << 10

    private func run(_ source: ByteSource) {
        guard let context else { return }
        self.source = source
        defer { self.source = ByteSource() }
        thrown = nil
        total = 0
        let options = Int32(XML_PARSE_NONET.rawValue)
        if let memory = source as? MemorySource {
            let isRead: Void? = memory.withRemaining { bytes in
                guard bytes.count <= Self.wholeBytes, Self.hasOnlyShortRuns(bytes), let base = bytes.baseAddress
                else { return nil }
                total = bytes.count
                _ = xmlCtxtReadMemory(
                    context, base.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil, options)
                return ()
            }
            if isRead != nil { return }
        }
        _ = xmlCtxtReadIO(
            context,
            { session, buffer, count in
                guard let session, let buffer else { return -1 }
                return Unmanaged<XMLSession>.fromOpaque(session).takeUnretainedValue().fill(buffer, Int(count))
            }, nil, Unmanaged.passUnretained(self).toOpaque(), nil, nil, options)
    }

    private static func hasOnlyShortRuns(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        while bytes.count - position > wholeRun {
            // From the last « < » that is near enough, so that few bytes are looked at.
            var last = position + wholeRun - 1
            while last >= position, bytes[last] != UInt8(ascii: "<") { last -= 1 }
            guard last >= position else { return false }
            position = last + 1
        }
        return true
    }

    private func fill(_ buffer: UnsafeMutablePointer<CChar>, _ count: Int) -> Int32 {
        state.pointee.quiet += count
        guard state.pointee.quiet <= state.pointee.limits.markupBytes else {
            state.pointee.stop = .markup
            return -1
        }
        do {
            let read = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: count))
            total += read
            return Int32(read)
        } catch {
            thrown = error
            return -1
        }
    }

    /// Hands the tape over; called at the end of a record.
    fileprivate func handOver() {
        do {
            try onRecord?(state.pointee.tape)
            state.pointee.tape.clear()
        } catch {
            thrown = error
            Self.stop(state, .thrown)
        }
    }

    fileprivate static func stop(_ state: UnsafeMutablePointer<State>, _ reason: Stop) {
        if state.pointee.stop == nil { state.pointee.stop = reason }
        if let context = state.pointee.context { xmlStopParser(context) }
    }
}

// MARK: - Callbacks

extension XMLSession {
    private static func makeHandler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, _, namespace, _, _, attributeCount, _, attributes in
            guard let context, let name else { return }
            XMLSession.start(
                context.assumingMemoryBound(to: State.self), name, namespace, Int(attributeCount), attributes)
        }
        handler.endElementNs = { context, _, _, _ in
            guard let context else { return }
            XMLSession.end(context.assumingMemoryBound(to: State.self))
        }
        handler.characters = { context, bytes, count in
            guard let context, let bytes else { return }
            let state = context.assumingMemoryBound(to: State.self)
            state.pointee.quiet = 0
            if state.pointee.capturing { state.pointee.tape.append(bytes: bytes, count: Int(count)) }
        }
        handler.cdataBlock = handler.characters
        // The same function, or libxml2 wonders at every blank between two tags whether it is text.
        handler.ignorableWhitespace = handler.characters
        handler.internalSubset = { context, _, _, _ in
            guard let context else { return }
            let state = context.assumingMemoryBound(to: State.self)
            // What the root is called is told all the same: the reader that is chosen by it refuses the DTD.
            if !state.pointee.rootOnly { XMLSession.stop(state, .doctype) }
        }
        // Set, or libxml2 prints; the last error is read from the context afterwards.
        handler.serror = { _, _ in }
        return handler
    }

    private static func start(
        _ state: UnsafeMutablePointer<State>, _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
        _ attributeCount: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        state.pointee.quiet = 0
        if state.pointee.rootOnly {
            state.pointee.root = (
                String(cString: name), namespace.map { String(cString: $0) } ?? ""
            )
            stop(state, .root)
            return
        }
        let number = state.pointee.cache.number(of: name)
        if state.pointee.cache.count > state.pointee.limits.names { stop(state, .names) }
        if state.pointee.skipped > 0 {
            state.pointee.skipped += 1
            if state.pointee.skipped + state.pointee.depth > state.pointee.limits.depth { stop(state, .depth) }
            return
        }
        let depth = state.pointee.depth
        guard depth < state.pointee.limits.depth else {
            stop(state, .depth)
            return
        }
        let node = Int(
            state.pointee.transitions[Int(state.pointee.stack[depth]) * state.pointee.nameCount + number])
        if node == 0 || state.pointee.capturing {
            state.pointee.skipped = 1
            return
        }
        state.pointee.depth = depth + 1
        state.pointee.stack[depth + 1] = UInt16(node)
        let action = state.pointee.nodes[node]
        guard action.role != 0 else { return }
        let line = state.pointee.context.map { UInt32(clamping: $0.pointee.input?.pointee.line ?? 0) } ?? 0
        state.pointee.open = state.pointee.tape.entryCount
        state.pointee.tape.append(
            XMLTape.Entry(
                kind: action.role == 1 ? 1 : 2, field: action.field, line: line,
                offset: state.pointee.tape.arenaCount, length: 0))
        if let attributes, attributeCount > 0 { keep(attributes, attributeCount, state) }
        if action.role == 1 {
            state.pointee.capturing = true
            // The text starts after the bytes of the attributes.
            state.pointee.tape.entries[state.pointee.open].offset = state.pointee.tape.arenaCount
        }
    }

    private static func keep(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ count: Int,
        _ state: UnsafeMutablePointer<State>
    ) {
        for index in 0..<count {
            // Five pointers an attribute: local name, prefix, namespace, start and end of the value.
            guard let name = attributes[index * 5], let start = attributes[index * 5 + 3],
                let end = attributes[index * 5 + 4], let number = state.pointee.cache.attribute(name)
            else { continue }
            let offset = state.pointee.tape.arenaCount
            state.pointee.tape.append(bytes: start, count: end - start)
            state.pointee.tape.append(
                XMLTape.Entry(kind: 0, field: UInt16(number), line: 0, offset: offset, length: end - start))
        }
    }

    private static func end(_ state: UnsafeMutablePointer<State>) {
        state.pointee.quiet = 0
        if state.pointee.skipped > 0 {
            state.pointee.skipped -= 1
            return
        }
        let depth = state.pointee.depth
        guard depth > 0 else { return }
        if depth == 1 { state.pointee.closedRoot = true }
        let action = state.pointee.nodes[Int(state.pointee.stack[depth])]
        state.pointee.depth = depth - 1
        switch action.role {
        case 1:
            let entry = state.pointee.tape.entries + state.pointee.open
            entry.pointee.length = state.pointee.tape.arenaCount - entry.pointee.offset
            state.pointee.capturing = false
        case 2, 3:
            state.pointee.tape.append(
                XMLTape.Entry(kind: 3, field: action.field, line: 0, offset: state.pointee.tape.arenaCount, length: 0))
            if action.role == 3 { state.pointee.session?.takeUnretainedValue().handOver() }
        default: break
        }
        if state.pointee.tape.arenaCount > state.pointee.limits.recordBytes { stop(state, .record) }
    }
}

// MARK: - Messages

extension XMLSession {
    private func problem(of stop: Stop, name: String) -> Problem {
        let line = state.pointee.context.flatMap { $0.pointee.input }.map { Int($0.pointee.line) }
        let place = Place(file: name, line: line)
        func limit(_ name: String) -> Problem {
            Problem(
                "xml.limit.\(name)", at: place,
                Phrase(
                    "document au-delà de la limite « \(name) » ; il n’a pas été lu",
                    "document over the limit “\(name)”; it was not read"))
        }
        return switch stop {
        case .doctype:
            Problem(
                "xml.doctype", at: place,
                Phrase(
                    "le document déclare une DTD, ce qu’aucun avis ne fait ; refusé par sécurité",
                    "the document declares a DTD, which no notice does; refused for safety"))
        case .depth: limit("depth")
        case .names: limit("names")
        case .markup: limit("markupBytes")
        case .record: limit("recordBytes")
        case .root, .thrown: limit("internal")
        }
    }

    private func malformed(_ context: xmlParserCtxtPtr, name: String) -> Problem {
        let error = xmlCtxtGetLastError(context)?.pointee
        let line = error.map { Int($0.line) } ?? 0
        let code = error.map { Int($0.code) } ?? 0
        let place = Place(file: name, line: line > 0 ? line : nil)
        if total == 0 {
            return Problem(
                "xml.empty", at: place,
                Phrase("le fichier est vide ; téléchargez-le de nouveau", "the file is empty; download it again"))
        }
        if code == 5, state.pointee.closedRoot {
            return Problem(
                "xml.several", at: place,
                Phrase(
                    "du texte suit la fin du document : plusieurs documents dans un fichier ? séparez-les",
                    "text follows the end of the document: several documents in one file? separate them"))
        }
        // 5 document end, 77 tag not finished, 73 '>' required, 74/76 mismatched end: what a cut file gives.
        let cut = [5, 73, 74, 77].contains(code)
        // libxml2's sentence can quote the document: its first line only, and the reports escape it.
        let detail =
            error?.message.map { String(cString: $0) }?.split(separator: "\n").first.map { String($0.prefix(120)) }
            ?? ""
        return cut
            ? Problem(
                "xml.truncated", at: place,
                Phrase(
                    "document XML tronqué ou incomplet (\(detail)) ; téléchargez-le de nouveau",
                    "XML document cut short or incomplete (\(detail)); download it again"))
            : Problem(
                "xml.malformed", at: place,
                Phrase(
                    "ce n’est pas un document XML lisible (\(detail)) ; vérifiez le fichier",
                    "not a readable XML document (\(detail)); check the file"))
    }
}
