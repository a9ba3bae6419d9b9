import Catalog
import Nomenclature

extension CatalogueIndex {
    /// The suppliers with this key, with this SIRET (two structures may share one), or of this SIREN, in the order of
    /// their keys.
    func numbers(ofKey asked: String) -> [Int] {
        guard !asked.isEmpty else { return [] }
        var found: [Int] = []
        for place in place(ofKeyFrom: asked)..<keyOrder.count {
            let number = Int(keyOrder[place])
            let supplier = supplier(number)
            guard supplier.key.hasPrefix(asked) else { break }
            if supplier.key == asked || supplier.siret?.text == asked || supplier.siren?.text == asked {
                found.append(number)
            }
        }
        return found
    }

    /// The place in the order of keys of the first that is `key` or a later one.
    private func place(ofKeyFrom key: String) -> Int {
        var low = 0
        var high = keyOrder.count
        while low < high {
            let middle = (low + high) / 2
            if supplier(Int(keyOrder[middle])).key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
