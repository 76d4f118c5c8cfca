import Testing

@testable import Canvas
@testable import Domain

struct HistoryChartTests {
  private typealias Point = HistoryChart.Point

  private func figure(_ year: Int, _ value: Double, _ kind: Point.Kind = .published) -> Point {
    Point(time: Double(year + 1), value, label: Decimal.text(value), caption: "\(year)", kind: kind)
  }

  private func target(_ year: Int, _ value: Double, _ plan: String, _ kind: Point.Kind = .target) -> Point {
    Point(
      time: Double(year + 1), value, label: Decimal.text(value), caption: "\(year)", remark: plan, kind: kind)
  }

  /// Figures of 2020 and 2022, the base of 2021 computed, two targets of 2025 and one of 2027.
  private var chart: HistoryChart {
    HistoryChart(
      [
        figure(2020, 50), figure(2022, 100), figure(2021, 75, .computed), target(2025, 200, "Plan A"),
        target(2025, 190, "Plan B", .otherTarget), target(2027, 220, "Plan C", .otherTarget),
      ],
      path: [(2022, 75), (2023, 104), (2024, 144), (2026, 200)].map { HistoryChart.Level(time: $0, $1) },
      pathWord: "due", silence: HistoryChart.Silence(until: 2026, "unknown"))
  }

  private func lines(
    _ chart: HistoryChart, _ glyphs: Glyphs = .blocks, width: Int = 60, height: Int = 10
  ) -> [String] {
    drawn(width, height) { chart.render(in: $0, into: &$1, glyphs: glyphs) }.lines
  }

  @Test func `time is linear, levels are on the axis, and no two targets share a row`() {
    #expect(
      lines(chart) == [
        "250┤",
        "   │                                           ◇ 220 Plan C",
        "200┤                           ...·◆ 200 Plan A",
        "   │              due    ...···    ◇ 190 Plan B",
        "150┤                 .···",
        "   │             ..··",
        "100┤     75 ▁.▁╌●",
        "   │  ▁ ▁╌○╌   100",
        " 50┤●╌",
        "  2020        2022 ┈┈ unknown ┈┈ 2025        2027",
      ])
  }

  @Test(arguments: [Glyphs.blocks, .braille, .ascii]) func `each set of glyphs draws with its own`(
    glyphs: Glyphs
  ) {
    let text = lines(chart, glyphs)
    for word in ["Plan A", "Plan B", "Plan C", "unknown", "2020", "2022", "2025", "2027"] {
      #expect(text.contains { $0.contains(word) })
    }
    let scalars = Array(text.joined().unicodeScalars)
    #expect(scalars.allSatisfy(\.isASCII) == glyphs.isASCII)
    #expect(scalars.contains { (0x2801...0x28FF).contains($0.value) } == (glyphs.chart == .braille))
    #expect(scalars.contains("╌") == (glyphs.chart == .blocks && !glyphs.isASCII))
  }

  @Test func `equal and crowded targets have rows of their own`() {
    let crowded = HistoryChart(
      [figure(2020, 50)] + (0..<6).map { target(2025 + $0 % 2, 200, "P\($0)", .otherTarget) })
    let rows = lines(crowded, height: 8).filter { $0.contains("◇") }
    #expect(rows.count == 6 && rows.allSatisfy { line in line.count { $0 == "◇" } == 1 })
  }

  @Test func `only figures that follow each other are joined by a line`() {
    let yearly = lines(HistoryChart([figure(2020, 50), figure(2021, 60), figure(2022, 90)]))
    #expect(yearly.joined().contains("▁") && yearly.joined().contains("─"))
    #expect(!yearly.joined().contains("╌"))
    let gap = lines(HistoryChart([figure(2018, 50), figure(2021, 60), figure(2022, 90)])).joined()
    #expect(gap.contains("╌") && gap.contains("─"))
    let apart = lines(HistoryChart([figure(2018, 50), figure(2022, 90)])).joined()
    #expect(apart.contains("╌") && !apart.contains("─"))
  }

  @Test func `two years of months are one line with a few dates below it`() {
    let points = (0..<24).map { month in
      let (year, number) = (2021 + month / 12, month % 12 + 1)
      return Point(
        time: Double(year) + Double(number) / 12, 100 - Double(month) + Double(month % 3) * 2,
        label: "\(100 - month + month % 3 * 2)", caption: "\(year)-\(number < 10 ? "0" : "")\(number)")
    }
    #expect(
      lines(HistoryChart(points + [target(2023, 80, "Plan")]), width: 64) == [
        "110┤  102",
        "   │  ▁●",
        "100┤●─ ╰▁▁▁─▁",
        "   │100      ───▁ ▁▁╮",
        " 90┤             ─  ╰▁▁─╮   ▁",
        "   │                    ╰─── ─▁▁▁╮",
        " 80┤                             ╰●──●                ◆ 80 Plan",
        "   │                             79 81",
        " 70┤",
        " 2021-01   2021-08   2022-03      2022-12           2023",
      ])
  }

  @Test func `charts that are compared share one scale`() {
    let charts = HistoryChart.sharingScale([
      HistoryChart([figure(2020, 10), target(2022, 20, "")]),
      HistoryChart([figure(2021, 20), target(2025, 80, "")]),
    ])
    #expect(charts.map(\.scale).allSatisfy { $0 == HistoryChart.Scale(levels: 10...80, times: 2021...2026) })
    func row(_ chart: HistoryChart) -> Int? { lines(chart, width: 30).firstIndex { $0.hasPrefix("20┤") } }
    #expect(row(charts[0]) != nil && row(charts[0]) == row(charts[1]))
    #expect(row(HistoryChart([figure(2020, 10), target(2022, 20, "")])) != row(charts[0]))
  }

  @Test func `the scale is fitted to the levels, and starts at zero where the lowest is near it`() {
    #expect(HistoryChart([figure(2020, 40), figure(2021, 100)]).ownScale?.levels == 40...100)
    #expect(HistoryChart([figure(2020, 12.5), figure(2021, 100)]).ownScale?.levels == 12.5...100)
    #expect(HistoryChart([figure(2020, 12), figure(2021, 100)]).ownScale?.levels == 0...100)
    #expect(HistoryChart([figure(2020, 95), figure(2021, 99)]).ownScale?.levels == 95...99)
    #expect(HistoryChart((0..<9).map { figure(2010 + $0, 95 + Double($0)) }).ownScale?.levels == 95...103)
    #expect(HistoryChart([figure(2020, -5), figure(2021, 5)]).ownScale?.levels == -5...5)
    #expect(HistoryChart([figure(2020, 5), figure(2021, 5)]).ownScale?.levels == 5...6)
    #expect(HistoryChart([]).ownScale == nil)
  }

  /// 10, 12 and 14 on an axis up to 40 differ by less than a row.
  @Test(arguments: [(Glyphs.blocks, "▁"), (.ascii, "_")]) func `growth of less than a row is visible`(
    glyphs: Glyphs, low: String
  ) throws {
    let slow = HistoryChart([
      figure(2020, 10), figure(2021, 12), figure(2022, 14), target(2025, 40, "Plan"),
    ])
    let rows = lines(slow, glyphs, width: 40, height: 9)
    let first = try #require(rows.lastIndex { $0.contains(glyphs.node) })
    let last = try #require(rows.firstIndex { $0.contains(glyphs.node) })
    #expect(first > last)
    #expect(rows[last].contains(low))
    let braille = lines(slow, .braille, width: 40, height: 9).joined().unicodeScalars
    #expect(Set(braille.filter { (0x2801...0x28FF).contains($0.value) }).count > 2)
  }

  @Test func `a level is above or below its own point, and touches nothing`() {
    let levels: [Double] = [70, 74, 79, 80, 79]
    var points: [Point] = levels.enumerated().map { figure(2020 + $0, $1) }
    points += [target(2025, 110, "Plan"), target(2027, 140, "Other", .otherTarget)]
    let path: [(Double, Double)] = [(2021, 70), (2023, 84), (2026, 110)]
    let five = HistoryChart(
      points, path: path.map { HistoryChart.Level(time: $0, $1) }, pathWord: "due")
    for (width, height) in [(40, 9), (60, 10), (76, 12), (100, 20)] {
      let rows = lines(five, width: width, height: height)
      for point in five.figures {
        let column = rows.enumerated().flatMap { y, row in
          Self.places(of: point.label, in: row).map { (x: $0, y: y) }
        }
        // Not beside a line, a sign or another level.
        for place in column where place.x > 4 {
          let row = Array(rows[place.y])
          #expect(row[place.x - 1] == " ")
          let end = place.x + point.label.count
          #expect(end >= row.count || row[end] == " ")
        }
      }
    }
  }

  private static func places(of text: String, in row: String) -> [Int] {
    let (row, text) = (Array(row), Array(text))
    guard row.count >= text.count else { return [] }
    return (0...(row.count - text.count)).filter { Array(row[$0..<$0 + text.count]) == text }
  }

  @Test func `a line divides the years of a series of months`() {
    let points = (0..<24).map { month -> Point in
      let level = 100 + month % 5
      return Point(
        time: 2021 + Double(month + 1) / 12, Double(level), label: "\(level)",
        caption: month % 12 == 0 ? "\(2021 + month / 12)-01" : "")
    }
    var months = HistoryChart(points)
    months.divisions = [2022 + 1.0 / 12]
    let rows = lines(months, width: 60, height: 10)
    #expect(rows.filter { $0.contains("┊") }.count > 5)
    #expect(rows.last?.contains("2021-01") == true && rows.last?.contains("2022-01") == true)
    // Signs only at the ends and the extremes: of many they would hide the line.
    #expect(rows.joined().count { $0 == "●" } <= 4)
  }

  @Test func `where it has no room or nothing to compare nothing is drawn`() {
    #expect(lines(chart, width: HistoryChart.leastWidth - 1).joined().isEmpty)
    #expect(lines(chart, height: HistoryChart.leastHeight - 1).joined().isEmpty)
    #expect(!lines(chart, width: HistoryChart.leastWidth, height: HistoryChart.leastHeight).joined().isEmpty)
    #expect(lines(HistoryChart([figure(2020, 50)])).joined().isEmpty)
    #expect(lines(HistoryChart([target(2025, 50, "Plan"), target(2027, 60, "Plan")])).joined().isEmpty)
  }

  @Test func `a braille cell has eight dots`() {
    var dots = BrailleDots(width: 1, height: 1)
    for x in 0...1 { for y in 0...3 { dots.set(x: x, fromBelow: y, role: .accent) } }
    dots.set(x: 2, fromBelow: 0, role: .accent)
    dots.set(x: 0, fromBelow: 4, role: .accent)
    #expect(drawn(1, 1) { dots.render(in: $0, into: &$1) }.lines == ["\u{28FF}"])
  }
}
