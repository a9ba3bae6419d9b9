import Wording

/// Charts as inline SVG, drawn narrow so that they stay readable on a telephone. Colours come from the page by the
/// class of the tone; the figures stand beside in words and in the tables.
public enum SVGChart {
    /// What a bar stands for: its colour everywhere in the reports.
    public enum Tone: String, Sendable {
        case social, environmental, ess, other, none
        /// Families of structures: insertion par l'activité économique, disability.
        case insertion, disability
    }

    /// One horizontal bar.
    public struct Bar: Sendable {
        public var label: String
        public var value: Double
        /// The value in words, at the end of the label line.
        public var text: String
        public var tone: Tone
        /// A mark on the bar, e.g. the target, with its words.
        public var mark: Double?
        public var markText: String

        public init(
            label: String, value: Double, text: String, tone: Tone, mark: Double? = nil, markText: String = ""
        ) {
            self.label = label
            self.value = value
            self.text = text
            self.tone = tone
            self.mark = mark
            self.markText = markText
        }
    }

    private static let width = 320.0

    /// Horizontal bars, the label above each. `maximum` is the value of a full bar; `nil` for the greatest value.
    public static func bars(title: String, description: String, bars: [Bar], maximum: Double? = nil) -> String {
        let full = max(maximum ?? bars.map(\.value).max() ?? 0, .leastNormalMagnitude)
        var top = 0.0
        var content = ""
        for bar in bars {
            // Room for the figure and the label side by side in a wide typeface, in the larger letters of a telephone.
            let room = Int((width - Double(bar.text.count) * 8.8) / 8.6)
            content += text(0, top + 14, shortened(bar.label, to: room))
            content += text(width, top + 14, bar.text, anchor: "end")
            // A rail says « out of »: only where a full bar is a whole.
            if maximum != nil { content += rect(0, top + 21, width, 12, "rail") }
            content += rect(0, top + 21, width * min(max(bar.value / full, 0), 1), 12, "tone-\(bar.tone.rawValue)")
            top += 40
            if let mark = bar.mark {
                let x = min(max(width * mark / full, 1), width - 1)
                content += """
                    <line class="target" x1="\(number(x))" y1="\(number(top - 23))" x2="\(number(x))" y2="\(number(top - 3))"/>
                    """
                let isRight = x > width / 2
                content += text(x, top + 8, bar.markText, anchor: isRight ? "end" : "start", style: "soft")
                top += 14
            }
            top += 6
        }
        return svg(title: title, description: description, height: max(top, 1), content)
    }

    /// A column of a time series: parts in the order of the tones given to ``columns(title:description:columns:tones:maximum:stacked:)``.
    public struct Column: Sendable {
        public var label: String
        public var values: [Double]

        public init(label: String, values: [Double]) {
            self.label = label
            self.values = values
        }
    }

    /// Vertical columns, each with several values beside each other or stacked. `axis` writes a value of the scale.
    public static func columns(
        title: String, description: String, columns: [Column], tones: [Tone], stacked: Bool = false,
        axis: (Double) -> String
    ) -> String {
        let height = 150.0
        let (top, bottom) = (16.0, 22.0)
        let totals = columns.map { stacked ? $0.values.reduce(0, +) : $0.values.max() ?? 0 }
        let full = Scale.top(totals.max() ?? 0)
        let left = 34.0
        let step = (width - left) / Double(max(columns.count, 1))
        let plot = height - bottom - top
        var content = ""
        for share in [0, 0.5, 1] {
            let y = top + plot * (1 - share)
            content += """
                <line class="axis" x1="\(number(left))" y1="\(number(y))" x2="\(number(width))" y2="\(number(y))"/>
                """
            content += text(left - 5, y + 4, axis(full * share), anchor: "end", style: "soft")
        }
        for (index, column) in columns.enumerated() {
            let x = left + step * Double(index) + step * 0.14
            let room = step * 0.72
            var base = top + plot
            for (part, value) in column.values.enumerated() {
                let tall = plot * max(value, 0) / full
                let tone = part < tones.count ? tones[part] : .other
                if stacked {
                    base -= tall
                    content += rect(x, base, room, tall, "tone-\(tone.rawValue)")
                } else {
                    let wide = room / Double(column.values.count)
                    content += rect(x + wide * Double(part), base - tall, wide * 0.92, tall, "tone-\(tone.rawValue)")
                }
            }
            content += text(
                left + step * (Double(index) + 0.5), height - 6, column.label, anchor: "middle", style: "soft")
        }
        return svg(title: title, description: description, height: height, content)
    }

    /// A small bar for a score, 0–1, without words: the number stands beside it.
    static func meter(_ value: Double) -> String {
        """
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">\
        \(rect(0, 0, 100, 6, "rail"))\(rect(0, 0, 100 * min(max(value, 0), 1), 6, "tone-social"))</svg>
        """
    }

    /// A square of the legend.
    static func swatch(_ tone: Tone) -> String {
        """
        <svg viewBox="0 0 10 10" aria-hidden="true">\(rect(0, 0, 10, 10, "tone-\(tone.rawValue)"))</svg>
        """
    }

    private static func svg(title: String, description: String, height: Double, _ content: String) -> String {
        """
        <svg class="chart" role="img" viewBox="0 0 \(number(width)) \(number(height))" xmlns="http://www.w3.org/2000/svg">\
        <title>\(HTML.escape(title))</title><desc>\(HTML.escape(description))</desc>\(content)</svg>
        """
    }

    private static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) -> String {
        """
        <rect class="\(style)" x="\(number(x))" y="\(number(y))" width="\(number(width))" height="\(number(height))" rx="1.5"/>
        """
    }

    private static func text(
        _ x: Double, _ y: Double, _ text: String, anchor: String = "start", style: String? = nil
    ) -> String {
        let tag = style.map { " class=\"\($0)\"" } ?? ""
        return """
            <text\(tag) x="\(number(x))" y="\(number(y))" text-anchor="\(anchor)">\(HTML.escape(text))</text>
            """
    }

    private static func shortened(_ text: String, to count: Int) -> String {
        text.count > count ? text.prefix(max(count - 1, 1)) + "…" : text
    }

    /// Two decimals at most, a point: the same bytes on every machine.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        let digits = rest.magnitude < 10 ? "0\(rest.magnitude)" : "\(rest.magnitude)"
        return (hundredths < 0 ? "-" : "") + "\(whole.magnitude)." + digits
    }
}

/// Round scales for charts.
enum Scale {
    /// The smallest of 1, 2, 4, 6, 10 × a power of ten that `value` fits under: from 2 on, its half is whole.
    static func top(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        for factor in [1.0, 2, 4, 6, 10] where value <= power * factor { return power * factor }
        return power * 10
    }
}
