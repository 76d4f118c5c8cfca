import Testing

@testable import App
@testable import Canvas

@Suite struct DiagnosisTests {
  private static let right: [TerminalProbe.Width] = [2, 1, 1, 1, 1, 1].map { .columns($0) }

  private func diagnosis(
    charset: Charset = .utf8, type: String? = "xterm-256color", replaced: String? = nil, colours: Int = 256,
    size: (width: Int, height: Int)? = (120, 36), widths: [TerminalProbe.Width]? = right
  ) -> Diagnosis {
    Diagnosis(
      locale: "zh_CN.UTF-8", missingLocale: nil, charset: charset, type: type, replacedType: replaced,
      typeProblem: type == nil ? .typeNotSet : nil, colours: colours, size: size, widths: widths)
  }

  @Test func `a terminal that does everything needs nothing`() {
    #expect(diagnosis().advice.isEmpty)
  }

  @Test func `lines of two cells call for the wide setting, and name what is wide`() throws {
    let advice = diagnosis(widths: [2, 2, 1, 2, 1, 1].map { .columns($0) }).advice
    let only = try #require(advice.first)
    #expect(advice.count == 1)
    #expect(only.en.hasPrefix("lines, signs take two cells"))
    #expect(only.zh.contains("--ambiguous-width wide"))
  }

  @Test func `the width to set follows from what was measured, and from nothing less`() {
    #expect(diagnosis().ambiguousWidth == .narrow)
    #expect(diagnosis(widths: [2, 2, 1, 2, 1, 1].map { .columns($0) }).ambiguousWidth == .wide)
    #expect(diagnosis(widths: [3, 3, 3, 3, 3, 3].map { .columns($0) }).ambiguousWidth == nil)
    #expect(diagnosis(widths: [.columns(2)] + Array(repeating: .silent, count: 5)).ambiguousWidth == nil)
    #expect(diagnosis(charset: .chinese).ambiguousWidth == nil)
    #expect(diagnosis(widths: nil).ambiguousWidth == nil)
  }

  @Test func `Chinese of another width means another encoding, and nothing else is concluded`() {
    let advice = diagnosis(widths: [3, 3, 3, 3, 3, 3].map { .columns($0) }).advice
    #expect(advice.count == 1)
    #expect(advice.first?.en.contains("took 3 cells") == true)
  }

  @Test func `silence is said and leads to no width`() {
    let silent = diagnosis(widths: Diagnosis.Sample.allCases.map { _ in .silent })
    #expect(silent.advice.count == 1)
    #expect(silent.findings.last?.value.en == "the terminal did not answer")
  }

  @Test func `each missing part has its line`() {
    #expect(diagnosis(charset: .ascii).advice.first?.en.contains("C.UTF-8") == true)
    #expect(diagnosis(type: nil).advice.first?.en.contains("TERM") == true)
    #expect(diagnosis(replaced: "foo").advice.first?.en.contains("foo") == true)
    #expect(diagnosis(type: "linux", colours: 8).advice.map(\.en).filter { $0.contains("kmscon") }.count == 1)
    #expect(diagnosis(colours: 8).advice.first?.en.contains("8 colours") == true)
    #expect(diagnosis(size: (60, 24)).advice.first?.en.contains("40x12") == true)
  }

  @Test func `without a terminal nothing is measured`() {
    let blind = diagnosis(size: nil, widths: nil)
    #expect(blind.advice.isEmpty)
    #expect(blind.findings.contains { $0.value.en == "not a terminal" })
  }

  @Test func `a terminal that does not report its background may need a theme`() {
    var silent = diagnosis()
    silent.isBackgroundAsked = true
    #expect(silent.advice.map(\.en).contains { $0.contains("--theme light") })
    silent.expectedBackground = Background(colorfgbg: "0;15")
    #expect(silent.advice.isEmpty)
    #expect(
      silent.findings.contains { $0.label.en == "background" && $0.value.en == "light #ffffff (COLORFGBG)" })
    silent.background = Background(red: 0, green: 0, blue: 0)
    #expect(silent.findings.contains { $0.label.en == "background" && $0.value.en == "dark #000000" })
  }
}
