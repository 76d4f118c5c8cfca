import ArgumentParser
import Canvas
import Domain
import Store

/// The language of messages when the settings are not read: for an invalid command line, or a command that needs no
/// settings.
enum UsageLanguage {
  /// The language from `--lang` as typed, the variables, the configuration or the locale.
  ///
  /// An invalid value is ignored: the message is about something else.
  static let current: Language = {
    let (charset, _) = Charset.adopt()
    let environment = Environment.all
    let rule = LanguageRule(environment: environment, charset: charset)
    if let choice = written(Arguments.all[...]) { return rule.language(choice) }
    var settings = Configuration(paths: ConfigurationPaths(environment: environment)).settings
    try? settings.take(environment: environment)
    return rule.language(settings.language)
  }()

  /// Returns the value of the last `--lang zh` or `--lang=zh` before a `--`.
  static func written(_ words: ArraySlice<String>) -> LookOptions.LanguageChoice? {
    let words = Array(words.prefix { $0 != "--" })
    let values = words.indices.compactMap { index -> String? in
      if words[index] == option { return words.indices.contains(index + 1) ? words[index + 1] : nil }
      return words[index].hasPrefix("\(option)=") ? String(words[index].dropFirst(option.count + 1)) : nil
    }
    return values.compactMap(LookOptions.LanguageChoice.init(rawValue:)).last
  }

  private static let option = "--lang"
}

extension ValidationError {
  /// The error in the current language.
  init(zh: String, en: String) { self.init(Name(zh: zh, en: en)[UsageLanguage.current]) }

  /// The error for an unknown word, with the nearest allowed one.
  ///
  /// - Parameter what: the kind of word, such as 视图 and view.
  init(_ what: Name, _ word: String, among allowed: [String], in place: Name = Name(both: "")) {
    let word = TextWidth.cleaned(word)
    let nearest = UsageFault.nearest(to: word, among: allowed)
    self.init(
      zh: "\(place.zh)没有\(what.zh)“\(word)”；有：\(allowed.joined(separator: "、"))。"
        + Spelling.question(nearest).zh,
      en: "no \(what.en) '\(word)'\(place.en); available: \(allowed.joined(separator: ", "))."
        + Spelling.question(nearest).en)
  }
}
