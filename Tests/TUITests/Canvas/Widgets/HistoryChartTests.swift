import Testing

@testable import Canvas
@testable import Domain

struct HistoryChartTests {
  private let points = [
    HistoryChart.Point(time: 2020, 50, label: "50", caption: "2020", remark: "actual"),
    HistoryChart.Point(time: 2022, 100, label: "100", caption: "2022", remark: "actual"),
    HistoryChart.Point(
      time: 2025, 200, label: "200", caption: "2025 goal", remark: "Plan A", role: .behind, isGoal: true),
    HistoryChart.Point(time: 2025, 150, label: "150", caption: "2025 goal", remark: "Plan B", isGoal: true),
  ]

  private func lines(_ glyphs: Glyphs, width: Int = 50, height: Int = 8) -> [String] {
    drawn(width, height) { HistoryChart(points).render(in: $0, into: &$1, glyphs: glyphs) }.lines
  }

  @Test(arguments: [Glyphs.blocks, .braille, .ascii]) func `values, times and plans are reported`(
    glyphs: Glyphs
  ) {
    let text = lines(glyphs)
    for word in ["50", "100", "200", "150"] { #expect(text.dropLast(3).joined().contains(word)) }
    #expect(text[5].split(separator: " ") == ["2020", "2022", "2025", "goal"])
    #expect(text[6].split(separator: " ") == ["actual", "actual", "Plan", "A"])
    #expect(text[7].split(separator: " ") == ["Plan", "B"])
    #expect(text.joined().contains { $0 == glyphs.targetMark })
  }

  @Test func `goals of one time are stacked; close ones share a label`() throws {
    let apart = lines(.blocks, height: 20)
    let marks = apart.compactMap { line in Array(line).firstIndex(of: "╋") }
    #expect(marks.count == 2 && Set(marks).count == 1)
    #expect(apart.contains { $0.contains("200") && !$0.contains("150") })
    #expect(apart.contains { $0.contains("150") && !$0.contains("200") })
    #expect(lines(.blocks, height: 7).contains { $0.contains("200/150") })
  }

  @Test func `each set of glyphs draws with its own`() {
    func scalars(_ glyphs: Glyphs) -> [Unicode.Scalar] { Array(lines(glyphs).joined().unicodeScalars) }
    #expect(scalars(.ascii).allSatisfy(\.isASCII) && scalars(.ascii).contains("#"))
    #expect(scalars(.blocks).contains("█"))
    #expect(!scalars(.blocks).contains { (0x2800...0x28FF).contains($0.value) })
    #expect(scalars(.braille).contains { (0x2801...0x28FF).contains($0.value) })
    #expect(!scalars(.braille).contains("█"))
  }

  @Test func `points stand in proportion to time as far as their words have room`() {
    #expect(HistoryChart.columns(of: [2020, 2022, 2030], width: 111) == [5, 25, 105])
    #expect(HistoryChart.columns(of: [2020, 2021, 2030], width: 44) == [5, 16, 38])
    #expect(HistoryChart.columns(of: [2025, 2025], width: 22) == [5, 16])
    #expect(HistoryChart.columns(of: [], width: 22) == [])
  }

  @Test func `text that does not fit is cut on the left`() {
    let text = lines(.blocks, width: 23).joined()
    #expect(text.contains("Plan A") && text.contains("Plan B") && !text.contains("2020"))
    #expect(lines(.blocks, width: 10).joined().isEmpty && lines(.blocks, height: 4).joined().isEmpty)
  }

  @Test func `a braille cell has eight dots`() {
    var dots = BrailleDots(width: 1, height: 1)
    for x in 0...1 { for y in 0...3 { dots.set(x: x, fromBelow: y, role: .accent) } }
    dots.set(x: 2, fromBelow: 0, role: .accent)
    dots.set(x: 0, fromBelow: 4, role: .accent)
    #expect(drawn(1, 1) { dots.render(in: $0, into: &$1) }.lines == ["\u{28FF}"])
  }
}
