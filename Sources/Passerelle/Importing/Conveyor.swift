import Foundation

/// Hands elements over from the thread that reads to the thread that stores, in order. What is on its way is bounded, so
/// that memory stays flat however fast either side is.
final class Conveyor<Element: Sendable>: @unchecked Sendable {
    // Everything below is touched under the lock of `condition` only.
    private let condition = NSCondition()
    private var elements: [Element] = []
    private let capacity: Int
    private var isClosed = false
    private var isAbandoned = false
    private var failure: (any Error)?

    /// Thrown on the reading side when the storing side has given up.
    struct Abandoned: Error {}

    init(capacity: Int) { self.capacity = capacity }

    /// Puts an element on; waits while there is no room.
    ///
    /// - Throws: ``Abandoned`` when nobody takes any more.
    func put(_ element: Element) throws {
        condition.lock()
        defer { condition.unlock() }
        while elements.count >= capacity, !isAbandoned { condition.wait() }
        guard !isAbandoned else { throw Abandoned() }
        elements.append(element)
        condition.broadcast()
    }

    /// Nothing more comes, because of `error` where there is one.
    fileprivate func close(_ error: (any Error)?) {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        if !(error is Abandoned) { failure = error }
        condition.broadcast()
    }

    /// The next element, `nil` at the end.
    fileprivate func take() throws -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while elements.isEmpty, !isClosed { condition.wait() }
        if elements.isEmpty {
            if let failure { throw failure }
            return nil
        }
        defer { condition.broadcast() }
        return elements.removeFirst()
    }

    fileprivate func abandon() {
        condition.lock()
        defer { condition.unlock() }
        isAbandoned = true
        elements = []
        condition.broadcast()
    }

    private func waitForClose() {
        condition.lock()
        defer { condition.unlock() }
        while !isClosed { condition.wait() }
    }

    /// Runs `produce` on a thread of its own and calls `consume` on this one with every element that it puts on.
    ///
    /// - Throws: what either side throws; the other one is stopped first.
    static func run(
        capacity: Int, _ produce: @escaping @Sendable (Conveyor) throws -> Void, _ consume: (Element) throws -> Void
    ) throws {
        let conveyor = Conveyor(capacity: capacity)
        let thread = Thread {
            do {
                try produce(conveyor)
                conveyor.close(nil)
            } catch {
                conveyor.close(error)
            }
        }
        thread.name = "passerelle.read"
        // The stack of the main thread: parsers go as deep as the limits allow.
        thread.stackSize = 8 << 20
        thread.start()
        defer {
            conveyor.abandon()
            conveyor.waitForClose()
        }
        while let element = try conveyor.take() { try consume(element) }
    }
}
