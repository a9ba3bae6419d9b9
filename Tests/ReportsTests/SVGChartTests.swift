import Reports
import Testing

@Suite struct SVGChartTests {
    private func bars() -> String {
        SVGChart.bars(
            title: "Parts & objectifs", description: "Social : 20 %",
            bars: [
                .init(label: "Social", value: 0.2, text: "20 %", tone: .social, mark: 0.3, markText: "objectif 30 %"),
                .init(label: "Trop", value: 3, text: "300 %", tone: .ess),
            ], maximum: 1)
    }

    @Test func saysWhatItShows() {
        let chart = bars()
        #expect(chart.contains("role=\"img\""))
        #expect(chart.contains("<title>Parts &amp; objectifs</title><desc>Social : 20 %</desc>"))
        #expect(chart == bars())
    }

    @Test func barsStayInside() {
        #expect(bars().contains("<rect class=\"tone-social\" x=\"0\" y=\"21\" width=\"64\""))
        #expect(bars().contains("<rect class=\"tone-ess\" x=\"0\" y=\"81\" width=\"320\""))
    }

    @Test(arguments: [[], [0.0], [.nan, -1]])
    func nothingToShow(values: [Double]) {
        let bar = SVGChart.bars(
            title: "t", description: "d", bars: values.map { .init(label: "", value: $0, text: "", tone: .none) })
        let columns = SVGChart.columns(
            title: "t", description: "d", columns: values.map { .init(label: "", values: [$0]) }, tones: [.social],
            axis: { "\($0)" })
        for chart in [bar, columns] {
            #expect(chart.hasSuffix("</svg>"))
            #expect(!chart.contains("nan"))
            #expect(!chart.contains("\"-"))
        }
    }

    @Test func stackedColumnsAddUp() {
        let chart = SVGChart.columns(
            title: "t", description: "d", columns: [.init(label: "01", values: [30, 10])], tones: [.social, .ess],
            stacked: true, axis: { "\(Int($0))" })
        #expect(chart.contains(">40</text>"))
        #expect(chart.contains("class=\"tone-ess\""))
    }
}
