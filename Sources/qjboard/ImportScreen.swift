import App
import ArgumentParser
import Canvas
import Domain
import Glibc
import Output
import Store

/// Runs the screen of `import --interactive` in the terminal.
struct ImportScreen {
  let input: TableInput
  let options: TableImport.Options
  let given: ImportState.Given
  let board: QJBoard
  let language: Language

  /// Runs until the user leaves or asks to write.
  ///
  /// - Returns: the state at the end, with the corrections.
  /// - Throws: an exit code if the terminal ended; nothing is written then.
  mutating func run() throws -> ImportState {
    let (charset, _) = Charset.adopt()
    let environment = Environment.all
    let preferences = try Preferences(environment, look: board.look, language)
    let settings = preferences.settings
    let isChosen =
      settings.colour == .never || preferences.themes.contains { $0.name == settings.theme }
    let look = ImportState.Look(
      language: language,
      theme: ThemeRule(environment: environment, themes: preferences.themes).theme(settings),
      glyphs: settings.drawn(in: charset, terminal: environment["TERM"]),
      themes: isChosen ? [] : preferences.themes)
    var state = Progress.computing.shown(language) { ImportState(input, options, given, look) }
    let reason: EndReason?
    do throws(TerminalError) {
      var options = NcursesTerminal.Options()
      options.escapeDelay = settings.escapeDelay
      options.hasWideAmbiguous = settings.ambiguousWidth == .wide
      options.asksBackground = settings.colour != .never
      var terminal = try NcursesTerminal(options: options)
      reason = RunLoop(time: { Clock.moment }, write: ImportScreen.save).run(
        &state, on: &terminal, suspend: { $0.suspend() })
    } catch {
      Console.complain(language == .zh ? error.chinese : error.english)
      throw ExitCode(70)
    }
    if let reason { throw ExitCode(reason.exitStatus) }
    return state
  }

  /// Saves a recipe. A file that is none is not replaced.
  private static func save(_ path: String, _ bytes: [UInt8]) -> Event? {
    if access(FileName.cString(path), F_OK) == 0 {
      let file = try? InputFile.read(path: path, name: path)
      guard let file, RecipeFile.read(file).1.isEmpty else {
        return .notWritten(
          name: path,
          reason: Name(zh: "已有此文件，且不是方案；请另取名称", en: "it exists and is not a recipe; choose another name"))
      }
    }
    if let problem = OutputFile.replace(path, with: bytes) { return .notWritten(name: path, reason: problem) }
    return .written(name: path)
  }
}
