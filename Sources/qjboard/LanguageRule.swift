import App
import Canvas
import Domain
import Store

/// The language that matches the user's locale and terminal.
struct LanguageRule {
  let environment: [String: String]
  let charset: Charset

  private var isKernelConsole: Bool { environment["TERM"] == "linux" }

  func language(_ choice: LookOptions.LanguageChoice) -> Language {
    switch choice {
    case .zh: return .zh
    case .en: return .en
    case .auto: break
    }
    if charset == .ascii || isKernelConsole { return .en }
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    // A locale without a language, such as C.UTF-8, selects the language of the documents.
    let isNeutral = locale.isEmpty || locale.hasPrefix("C.") || locale == "C" || locale == "POSIX"
    return isNeutral || locale.hasPrefix("zh") || charset == .chinese ? .zh : .en
  }

  /// The remarks on the choice for the help page.
  var remarks: [Name] {
    if isKernelConsole {
      return [
        Name(
          zh: "内核控制台不能显示中文，--lang auto 因此用英文和ASCII线条；请用 kmscon 或图形终端",
          en:
            "The kernel console cannot draw Chinese, so --lang auto selects English with ASCII lines; use kmscon or a "
            + "graphical terminal")
      ]
    }
    switch charset {
    case .ascii:
      return [
        Name(
          zh: "语言环境不是UTF-8，--lang auto 因此用英文和ASCII线条；请设 LC_ALL=C.UTF-8",
          en: "The locale is not UTF-8, so --lang auto selects English with ASCII lines; set LC_ALL=C.UTF-8")
      ]
    case .chinese:
      return [Name(zh: "语言环境为国标码，线条用ASCII", en: "The locale is a GB charset; lines are ASCII")]
    case .utf8:
      return []
    }
  }
}

/// The theme selected by the options and the environment.
struct ThemeRule {
  let environment: [String: String]
  let themes: [Theme]

  func theme(_ settings: Settings) -> Theme {
    if settings.colour == .never { return .monochrome }
    return themes.first { $0.name == settings.theme } ?? fromBackground
  }

  private var fromBackground: Theme {
    let isLight = Background(colorfgbg: environment["COLORFGBG"])?.isLight ?? false
    return themes.first { $0.name == (isLight ? "light" : "dark") } ?? .dark
  }
}
