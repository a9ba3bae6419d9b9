/// Stems and concepts, and the numbers of those that are terms, in the order in which they came.
struct TermKeys {
    private var keys = ByteTable()
    /// Number of a key → number of the term, −1 before it is met.
    private var termOfKey: [Int32] = []
    /// Number of a term → number of its key.
    private var keyOfTerm: [Int32] = []

    /// Number of terms.
    var count: Int { keyOfTerm.count }

    /// The key of a term.
    subscript(term: Int32) -> String { keys[Int(keyOfTerm[Int(term)])] }

    /// The term of a key, `nil` when it has not been met.
    func term(of key: String) -> Int32? {
        keys.number(of: key).map { termOfKey[$0] }.flatMap { $0 < 0 ? nil : $0 }
    }

    /// The number of a key, which is no term yet when it is new.
    mutating func number(adding key: String) -> Int32 {
        let number = keys.number(adding: key)
        if number == termOfKey.count { termOfKey.append(-1) }
        return Int32(number)
    }

    /// The term of the key with a number; a new one when it is met for the first time.
    mutating func term(meeting number: Int32) -> Int32 {
        if termOfKey[Int(number)] < 0 {
            termOfKey[Int(number)] = Int32(keyOfTerm.count)
            keyOfTerm.append(number)
        }
        return termOfKey[Int(number)]
    }
}
