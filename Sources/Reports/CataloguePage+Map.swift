import Indicators
import Wording

extension CataloguePage {
    var map: String {
        let drawn = panorama.map
        guard !drawn.frames.isEmpty else { return "" }
        let title = say("Où sont les structures", "Where the structures are")
        let svg = SVGMap(drawn, title: title, description: description, language: language).svg
        let families = OfferFamily.allCases.filter { family in
            drawn.frames.contains { $0.places.contains { $0.counts[family] != nil } }
        }
        let keys = families.map { family in
            let number = panorama.row(.family, family.rawValue)?.all.structures ?? 0
            return "<li>\(SVGChart.swatch(CatalogueWords.tone(family)))"
                + "\(HTML.escape(family.name[language])) (\(count(number)))</li>"
        }
        let places =
            drawn.scale == .commune
            ? say("Un cercle par commune", "One circle a commune")
            : say("Un cercle par intercommunalité", "One circle an intercommunality")
        let note = safe(
            "\(places) ; sa surface, et celle de chaque anneau de couleur, est proportionnelle au nombre de structures. Les points gris sont les centres des communes. Projection équirectangulaire locale (longitudes × cosinus de la latitude moyenne).",
            "\(places); its area, and that of each coloured ring, is proportional to the number of structures. Grey dots are the centres of communes. Local equirectangular projection (longitudes × cosine of the middle latitude)."
        )
        let absent =
            drawn.unplaced > 0
            ? " "
                + safe(
                    "Hors de la carte, faute de commune : \(structureCount(drawn.unplaced)).",
                    "Not on the map for want of a commune: \(structureCount(drawn.unplaced)).")
            : ""
        return """
            <section><h2>\(HTML.escape(title))</h2><figure class="map">
            \(svg)
            <ul class="legend">\(keys.joined())</ul>
            <p class="meta">\(note)\(absent)</p></figure></section>
            """
    }

    /// For those who do not see the map.
    private var description: String {
        let places = panorama.map.frames.flatMap(\.places).sorted { ($1.total, $0.key) < ($0.total, $1.key) }
        let greatest = places.prefix(8).map { $0.name + say(" : ", ": ") + count($0.total) }.joined(separator: ", ")
        let words =
            panorama.map.scale == .commune
            ? say("\(count(places.count)) communes", "\(count(places.count)) communes")
            : say("\(count(places.count)) intercommunalités", "\(count(places.count)) intercommunalities")
        guard !places.isEmpty else { return say("Aucune structure localisée.", "No structure placed.") }
        return say("Structures dans \(words). Les plus nombreuses : ", "Structures in \(words). Most: ") + greatest
            + "."
    }
}
