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

    let state: UnsafeMutablePointer<State>
    private let context: xmlParserCtxtPtr?
    // What is being read.
    private var source = ByteSource()
    private var onRecord: ((XMLTape) throws -> Void)?
    var thrown: (any Error)?
    var total = 0

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
    func handOver() {
        do {
            try onRecord?(state.pointee.tape)
            state.pointee.tape.clear()
        } catch {
            thrown = error
            Self.stop(state, .thrown)
        }
    }

    static func stop(_ state: UnsafeMutablePointer<State>, _ reason: Stop) {
        if state.pointee.stop == nil { state.pointee.stop = reason }
        if let context = state.pointee.context { xmlStopParser(context) }
    }
}
