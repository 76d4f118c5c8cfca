import App
import ArgumentParser
import Canvas
import Domain
import Figures
import Glibc
import Store

/// The inputs of a command: the data, the language, the appearance, the day.
struct Session {
  private var loaded: DatasetLoader.Loaded
  /// Follows the directory of the data; nil for the built-in data.
  private let feed: DatasetFeed?
  let asOf: Day?
  let today: Day
  /// The directory of the data; nil for the built-in data.
  let directory: String?
  let environment: [String: String]
  let language: Language
  let theme: Theme
  /// The settings from options, variables and files.
  let settings: Settings
  private let themes: [Theme]
  private let charset: Charset
  private let remarks: [Name]
  /// How long reading may take before a notice is shown, in milliseconds.
  private let delay: Int

  // Nothing that runs before the board opens is inlined: its stack space would stay in use for as long as the board is open.

  /// - Parameters:
  ///   - isFollowed: whether the data is followed for as long as the program runs.
  ///   - use: the settings that are needed.
  ///   - isRead: whether the data is read; without it the dataset is empty.
  @inline(never)
  init(
    data: DataOptions, look: LookOptions, for use: Preferences.Use = .screen, isFollowed: Bool = false,
    isRead: Bool = true
  ) throws {
    environment = Environment.all
    let (charset, missing) = Charset.adopt()
    self.charset = charset
    let rule = LanguageRule(environment: environment, charset: charset)
    let preferences = try Preferences(
      environment, data: data, look: look, rule.language(look.language ?? .auto), for: use)
    settings = preferences.settings
    themes = preferences.themes
    language = rule.language(settings.language)
    today = Clock.today
    asOf = data.day
    theme = ThemeRule(environment: environment, themes: themes).theme(settings)
    var remarks = rule.remarks
    if let missing {
      remarks.append(
        Name(zh: "系统未安装语言环境 \(missing)", en: "the locale \(missing) is not installed"))
    }
    self.remarks = remarks
    directory = settings.data.flatMap { $0.isEmpty ? nil : $0 }
    // Started before the files are read, so that no later change is missed.
    feed = isFollowed ? directory.map { DatasetFeed(directory: $0) } : nil
    loaded = DatasetLoader.Loaded()
    delay = isFollowed ? Progress.screenDelay : 500
    if isRead { loaded = try Data.load(directory, language, after: delay) }
  }

  var dataset: Dataset { loaded.dataset }

  /// Notes on standard error that the day is after today, or before anything was known.
  func remarkOnDay() { remarkOnDay(of: dataset) }

  func remarkOnDay(of dataset: Dataset) {
    guard let asOf else { return }
    if asOf > today {
      Console.complain(
        language == .zh
          ? "--as-of \(asOf) 晚于今天（\(today)），所示为现有全部资料"
          : "--as-of \(asOf) lies after today, \(today): this is all that is known now")
    } else if let first = Board.steps(of: dataset).first, asOf < first {
      Console.complain(
        language == .zh
          ? "--as-of \(asOf) 早于第一份资料（\(first)），当时尚无资料"
          : "--as-of \(asOf) lies before the first document, \(first): nothing was known then")
    }
  }

  /// Returns the state of the board, with a notice if computing the views takes long.
  ///
  /// - Parameter isText: whether the output is text, for which the terminal's colours and lines do not matter.
  @inline(never)
  func state(view: String, width: Int, height: Int, isText: Bool) -> AppState {
    Progress.computing.shown(language, after: delay) {
      computed(view: view, width: width, height: height, isText: isText)
    }
  }

  @inline(never)
  private func computed(view: String, width: Int, height: Int, isText: Bool) -> AppState {
    var state = AppState(
      dataset: dataset, asOf: asOf, today: today, language: language, theme: theme,
      glyphs: settings.drawn(in: charset, terminal: isText ? nil : environment["TERM"]), width: width,
      height: height, view: view)
    state.remarks = remarks
    state.settings = settings
    state.themes = themes
    state.bindings = KeyBindings(settings)
    if !isText { state.expectBackground(environment, settings) }
    state.mayWrite = !Restriction.isAsked
    state.directory = Export.directory(environment)
    return state
  }

  /// Runs the board in the terminal until the user quits or the terminal ends.
  ///
  /// - Throws: an exit code if the terminal ended.
  mutating func open(view: String, mayCopy: Bool, takesMouse: Bool, idleLimit: IdleLimit) throws {
    var state = state(view: view, width: 80, height: 24, isText: false)
    state.mayCopy = mayCopy && settings.clipboard
    state.takesMouse = takesMouse
    let storage = Restriction.isAsked ? nil : StateStorage(environment)
    if let storage {
      (state.kept, state.mayKeep) = (storage.read(), true)
      let isLegible = charset != .ascii && environment["TERM"] != "linux"
      state.resume(
        hasTheme: themes.contains { $0.name == settings.theme },
        mayChangeLanguage: settings.language == .auto && isLegible)
      state.greet { storage.keep($0) == nil }
    }
    let reader = try reader()
    // Many sessions share one machine: nothing may retain the data after it is replaced.
    loaded.dataset = Dataset()
    let reason = try run(&state, idleLimit, reader, storage)
    if reason == .idle { Console.complain(language == .zh ? idleLimit.notice.zh : idleLimit.notice.en) }
    if let reason { throw ExitCode(reason.exitStatus) }
  }

  /// Returns a reader that follows the directory on its own thread, from where the feed began; nil without a feed.
  @inline(never)
  private func reader() throws -> DatasetReader? {
    guard let feed else { return nil }
    do throws(SystemError) {
      return try DatasetReader(feed, known: loaded)
    } catch {
      Console.complain(
        language == .zh ? "无法跟踪数据：\(error.name.zh)" : "cannot follow the data: \(error.name.en)")
      throw ExitCode(70)
    }
  }

  private func run(
    _ state: inout AppState, _ idleLimit: IdleLimit, _ reader: DatasetReader?, _ storage: StateStorage?
  ) throws -> EndReason? {
    do throws(TerminalError) {
      var options = NcursesTerminal.Options()
      options.escapeDelay = settings.escapeDelay
      options.watched = reader?.descriptor
      options.hasWideAmbiguous = settings.ambiguousWidth == .wide
      options.idleLimit = idleLimit.seconds
      options.isRestricted = Restriction.isAsked
      options.asksBackground = settings.colour != .never
      var terminal = try NcursesTerminal(options: options)
      state.remarks += terminal.notes.map { Name(zh: $0.chinese, en: $0.english) }
      return RunLoop(
        time: { Clock.moment }, restOfDay: { Clock.restOfDay },
        feed: reader.map { reader in
          (
            { reader.news(now: Clock.monotonic).flatMap { Event($0, since: Clock.timeOfDay) } },
            { reader.timeout }
          )
        },
        write: Export.write, keep: { storage?.keep($0) }
      ).run(&state, on: &terminal, suspend: { $0.suspend() })
    } catch {
      Console.complain(language == .zh ? error.chinese : error.english)
      throw ExitCode(70)
    }
  }
}

enum Data {
  /// Returns the dataset of a directory, or the built-in one.
  static func load(_ directory: String?) throws(LoadFailure) -> DatasetLoader.Loaded {
    guard let directory, !directory.isEmpty else { return try DatasetLoader.builtIn() }
    return try DatasetLoader.load(directory: directory)
  }

  /// Returns the dataset for a command that needs it.
  ///
  /// - Throws: an exit code, after printing every fault.
  static func load(_ directory: String?, _ language: Language, after delay: Int = 500) throws
    -> DatasetLoader.Loaded
  {
    do throws(LoadFailure) {
      return try Progress.reading.shown(language, after: delay) { () throws(LoadFailure) in
        try load(directory)
      }
    } catch {
      throw refusal(error, language)
    }
  }

  /// Prints every fault.
  ///
  /// - Returns: the exit code.
  static func refusal(_ failure: LoadFailure, _ language: Language) -> ExitCode {
    Console.report(failure.diagnostics, language)
    return ExitCode(failure.isMissing ? 66 : 65)
  }
}

extension Event {
  /// - Parameter since: when the news arrived, for refused data.
  init?(_ news: DatasetReader.News, since: String) {
    switch news {
    case .loaded(let loaded): self = .loaded(loaded.dataset)
    case .failed(let diagnostics):
      guard let refusal = Refusal(diagnostics, since: since) else { return nil }
      self = .refused(refusal)
    }
  }
}

extension Settings {
  /// Returns the glyphs for drawing: as set or, by default, lines and blocks if the terminal draws them one cell wide.
  ///
  /// - Parameter terminal: the type of the terminal; nil for text.
  func drawn(in charset: Charset, terminal: String?) -> Glyphs {
    switch glyphs {
    case .ascii: .ascii
    case .blocks: .blocks
    case .braille: .braille
    case .auto:
      charset == .utf8 && ambiguousWidth == .narrow && terminal != "linux" ? .blocks : .ascii
    }
  }
}

extension AppState {
  /// Makes the theme follow the terminal's background, unless a theme is set or there are no colours.
  mutating func expectBackground(_ environment: [String: String], _ settings: Settings) {
    let known = Background(colorfgbg: environment["COLORFGBG"])
    if settings.colour != .never, !themes.contains(where: { $0.name == settings.theme }) {
      followBackground(known: known)
    } else {
      expectBackground(known)
    }
  }
}
