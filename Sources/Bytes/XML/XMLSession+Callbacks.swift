internal import CLibXML2

/// What libxml2 calls: plain functions over the state behind the raw pointer.
extension XMLSession {
    static func makeHandler() -> xmlSAXHandler {
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
            guard state.pointee.capturing else { return }
            state.pointee.tape.append(bytes: bytes, count: Int(count))
            // A text without end is stopped before its end.
            if state.pointee.tape.arenaCount > state.pointee.limits.recordBytes { XMLSession.stop(state, .record) }
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
