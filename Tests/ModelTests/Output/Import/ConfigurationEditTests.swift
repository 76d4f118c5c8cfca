import Output
import Testing

struct ConfigurationEditTests {
  private func edited(_ text: String) -> String? {
    ConfigurationEdit.text(Array(text.utf8), with: .ambiguousWidth, as: "wide").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("", "{\n  \"ambiguous_width\": \"wide\"\n}\n"), ("{}\n", "{\"ambiguous_width\": \"wide\"}\n"),
    (
      "{\n \"theme\": \"light\"\n}\n",
      "{\n \"theme\": \"light\",\n \"ambiguous_width\": \"wide\"\n}\n"
    ),
    (
      "{\n \"ambiguous_width\": \"narrow\",\n \"theme\":   \"light\"\n}\n",
      "{\n \"ambiguous_width\": \"wide\",\n \"theme\":   \"light\"\n}\n"
    ),
    ("{\"theme\": \"light\"}", "{\"theme\": \"light\", \"ambiguous_width\": \"wide\"}"),
  ])
  func `one setting is set, and all else stays`(before: String, after: String) {
    #expect(edited(before) == after)
  }

  @Test(arguments: ["[]", "{", "null"])
  func `what is not an object is left alone`(text: String) {
    #expect(edited(text) == nil)
  }
}
