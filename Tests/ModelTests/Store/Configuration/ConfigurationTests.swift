import Store
import Testing

struct ConfigurationTests {
  private func read(_ text: String) -> (file: ConfigurationFile, messages: [String]) {
    let (file, faults) = ConfigurationFile.read(
      InputFile(path: "config.json", name: "config.json", bytes: Array(text.utf8)))
    return (file, faults.map { $0.message(.en) })
  }

  @Test func `settings of a file are read with their places`() {
    let (file, messages) = read(
      "{\n \"theme\": \"light\", \"plain\": true,\n \"keys\": {\"search\": [\"F5\"]}\n}")
    #expect(messages.isEmpty)
    #expect(file.theme?.value == "light" && file.theme?.line == 2 && file.theme?.column == 11)
    #expect(file.plain?.value == true && file.clipboard == nil)
    #expect(file.keys.map(\.action.value) == ["search"] && file.keys.first?.keys.first?.line == 3)
  }

  /// A value of each setting that is not the built-in one.
  private static let values: [Setting: String] = [
    .data: "\"d\"", .language: "\"en\"", .theme: "\"light\"", .colour: "\"never\"", .view: "\"tasks\"",
    .keys: "{\"help\": [\"x\"]}", .clipboard: "false", .mouse: "true", .ambiguousWidth: "\"wide\"",
    .glyphs: "\"ascii\"", .plain: "true", .escapeDelay: "5", .kioskExitKey: "\"x\"",
  ]

  @Test(arguments: Setting.allCases) func `a key of a file sets its own setting and no other`(
    setting: Setting
  )
    throws
  {
    let directory = try TemporaryDirectory()
    let value = try #require(Self.values[setting])
    try directory.write("{\"\(setting.rawValue)\": \(value)}", to: "config.json")
    let environment = [
      "QJBOARD_CONFIG": directory.path("config.json"), "XDG_CONFIG_DIRS": "/nonexistent",
    ]
    let configuration = Configuration(paths: ConfigurationPaths(environment: environment))
    #expect(configuration.diagnostics.isEmpty)
    var settings = configuration.settings
    #expect(Array(settings.origins.keys) == [setting])
    settings.origins = [:]
    #expect(settings != Settings())
  }

  @Test(arguments: [
    (
      "{\"glyphs\": \"block\"}",
      "config.json:1:12: error: 'glyphs' is 'block'; expected auto, blocks, braille, ascii; did you mean 'blocks'?"
    ),
    ("{\"plain\": 1}", "config.json:1:11: error: 'plain' is a number; expected true or false"),
    ("{\"escape_delay\": 9999}", "config.json:1:18: error: 'escape_delay' is 9999; must be 0 to 5000"),
    ("{\"keys\": {\"help\": \"x\"}}", "config.json:1:19: error: 'help' is a string; expected an array"),
    (
      "{\"colour\": \"never\"}",
      "config.json:1:2: warning: unknown key 'colour' in configuration is ignored; did you mean 'color'?"
    ),
  ])
  func `a fault has its location and the allowed values`(text: String, message: String) {
    #expect(read(text).messages == [message])
  }

  @Test func `the fault of a file that is not JSON has its place`() {
    #expect(
      read("{\"theme\": }").messages.first?.hasPrefix("config.json:1:11: error: not valid JSON") == true)
  }

  @Test func `paths follow the base directories`() {
    func paths(_ environment: [String: String]) -> [String] {
      ConfigurationPaths(environment: environment).all
    }
    let own = "/h/.config/qjboard/config.json"
    #expect(paths(["HOME": "/h"]) == [own, "/etc/xdg/qjboard/config.json"])
    #expect(paths(["HOME": "/h", "XDG_CONFIG_HOME": "", "XDG_CONFIG_DIRS": ""]).first == own)
    #expect(paths(["HOME": "/h", "XDG_CONFIG_HOME": "here"]).first == own)
    #expect(
      paths(["XDG_CONFIG_HOME": "/c", "XDG_CONFIG_DIRS": "/a:b:/d"]) == [
        "/c/qjboard/config.json", "/a/qjboard/config.json", "/d/qjboard/config.json",
      ])
    #expect(paths(["HOME": "/h", "QJBOARD_CONFIG": "x.json"]).first == "x.json")
  }

  @Test func `the user's file overrides the system's, and variables override both`() throws {
    let directory = try TemporaryDirectory()
    let user = directory.path("user")
    let system = directory.path("system")
    let result = Shell.run(
      "mkdir -p '\(user)/qjboard' '\(system)/qjboard'; "
        + "echo '{\"theme\": \"light\", \"data\": \"d\"}' > '\(user)/qjboard/config.json'; "
        + "echo '{\"theme\": \"dark\", \"language\": \"en\"}' > '\(system)/qjboard/config.json'")
    try #require(result.status == 0)
    defer { _ = Shell.run("rm -r '\(user)' '\(system)'") }
    var environment = ["XDG_CONFIG_HOME": user, "XDG_CONFIG_DIRS": system]
    let configuration = Configuration(paths: ConfigurationPaths(environment: environment))
    #expect(configuration.diagnostics.isEmpty)
    var settings = configuration.settings
    #expect(settings.theme == "light" && settings.language == .en)
    #expect(settings.data == "\(user)/qjboard/d")
    #expect(settings.origin(of: .theme) == .file(path: "\(user)/qjboard/config.json", line: 1))
    #expect(settings.origin(of: .plain) == .builtIn)
    environment["QJBOARD_THEME"] = "monochrome"
    environment["QJBOARD_LANG"] = ""
    try settings.take(environment: environment)
    #expect(settings.theme == "monochrome" && settings.language == .en)
    settings.set("dark", as: .theme, from: .flag("--theme"), into: \.theme)
    #expect(settings.theme == "dark" && settings.origin(of: .theme) == .flag("--theme"))
  }

  @Test func `a theme of the user stands behind that of the system, which it replaces`() throws {
    let directory = try TemporaryDirectory()
    let places = ["user", "system"].map { directory.path($0) }
    let made = places.map {
      "mkdir -p '\($0)/qjboard/themes' && echo '{}' > '\($0)/qjboard/themes/mine.json'"
    }
    try #require(Shell.run(made.joined(separator: " && ")).status == 0)
    defer { _ = Shell.run("rm -r '\(places[0])' '\(places[1])'") }
    let environment = ["XDG_CONFIG_HOME": places[0], "XDG_CONFIG_DIRS": places[1]]
    let themes = Configuration(paths: ConfigurationPaths(environment: environment)).themes
    #expect(themes.map(\.path) == places.reversed().map { "\($0)/qjboard/themes/mine.json" })
  }

  @Test(arguments: [
    (["NO_COLOR": "1", "FORCE_COLOR": "1"], Settings.ColourChoice.never), (["NO_COLOR": ""], .auto),
    (["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], .always), (["FORCE_COLOR": "0"], .auto),
    (["CLICOLOR": "0"], .never), (["CLICOLOR": "1"], .auto),
  ])
  func `variables of colour`(environment: [String: String], choice: Settings.ColourChoice) throws {
    var settings = Settings()
    try settings.take(environment: environment)
    #expect(settings.colour == choice)
  }

  @Test func `a file that was asked for must be there`() {
    let environment = ["QJBOARD_CONFIG": "/nonexistent/config.json", "XDG_CONFIG_DIRS": "/nonexistent"]
    let faults = Configuration(paths: ConfigurationPaths(environment: environment)).diagnostics
    #expect(faults.map(\.path) == ["/nonexistent/config.json"])
  }
}
