import Testing

@testable import App

@Suite struct TerminalPresetTests {
  @Test(arguments: TerminalPreset.allCases)
  func `each terminal has lines in both languages, the encoding first`(preset: TerminalPreset) {
    let settings = preset.settings
    #expect(settings.count >= 2)
    #expect(settings.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
    #expect(settings.prefix(2).contains { $0.en.contains("UTF-8") && $0.zh.contains("UTF-8") })
  }
}
