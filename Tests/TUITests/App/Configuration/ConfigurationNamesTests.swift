import Testing

@testable import App
@testable import Store

struct ConfigurationNamesTests {
  private func faults(_ text: String) -> [String] {
    let (file, faults) = ConfigurationFile.read(
      InputFile(path: "c", name: "config.json", bytes: Array(text.utf8)))
    let names = ConfigurationNames.faults(file, themes: ["dark", "light"])
    return (faults + names + ConfigurationNames.conflicts([file])).map { $0.message(.en) }
  }

  @Test(arguments: [
    (
      #"{"theme": "ligt"}"#,
      "c:1:11: error: no theme 'ligt'; available: auto, dark, light; did you mean 'light'?"
    ),
    (
      "{\"kiosk_exit_key\": \"\(String(repeating: "F12 ", count: 17))\"}",
      "c:1:20: error: 'kiosk_exit_key' is 17; must be 0 to 16"
    ),
    (
      #"{"keys": {"search": ["j"]}}"#,
      "c:1:22: error: key 'j' is reserved in every view and cannot be bound to 'search'"
    ),
    (
      #"{"keys": {"search": ["d"]}}"#,
      "c:1:22: error: key 'd' is bound to 'search' and to 'changes'; bind one of them to another key"
    ),
  ])
  func `an unknown name is a fault`(text: String, message: String) {
    #expect(faults(text) == [message])
  }

  @Test func `an unknown action and an unknown key name the nearest`() {
    let found = faults(#"{"keys": {"serach": ["Inser"]}}"#)
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("c:1:11: error: no action 'serach'") == true)
    #expect(found.first?.hasSuffix("did you mean 'search'?") == true)
    #expect(found.last?.hasSuffix("did you mean 'Insert'?") == true)
  }

  @Test func `keys that end the kiosk must be keys`() {
    let found = faults(#"{"kiosk_exit_key": "Ctrl-X Inser"}"#)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("c:1:20: error: no key 'Inser'") == true)
    #expect(
      faults(#"{"kiosk_exit_key": "Ctrl-X F12"}"#).isEmpty && faults(#"{"kiosk_exit_key": null}"#).isEmpty)
  }

  @Test func `a key that was unbound is free`() {
    #expect(faults(#"{"keys": {"search": ["d"], "changes": ["F7"]}}"#).isEmpty)
  }
}
