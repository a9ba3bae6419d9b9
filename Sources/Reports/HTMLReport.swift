import Wording

/// A self-contained page: styles inside, no script, no request to anyone. No element has a `style` attribute, so
/// that a strict Content-Security-Policy only has to allow ``stylesheet``.
public struct HTMLReport: Sendable {
    public var language: Language
    public var title: String
    /// Escaped HTML of `<main>`.
    public var body: String
    /// Escaped HTML of the footer.
    public var footer: String

    public init(language: Language, title: String, body: String, footer: String) {
        self.language = language
        self.title = title
        self.body = body
        self.footer = footer
    }

    /// The whole document.
    public var html: String {
        let skip = Phrase("Aller au contenu", "Skip to content")[language]
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(HTML.escape(title))</title>
            <style>\(Self.stylesheet)</style>
            </head>
            <body>
            <a class="skip" href="#main">\(HTML.escape(skip))</a>
            <main id="main">
            \(language == .french ? FrenchTypography.spaced(body) : body)
            </main>
            <footer>
            \(language == .french ? FrenchTypography.spaced(footer) : footer)
            </footer>
            </body>
            </html>

            """
    }
}
