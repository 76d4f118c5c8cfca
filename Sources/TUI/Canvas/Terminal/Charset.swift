import Glibc

/// The character set that the locale declares for the terminal.
package enum Charset: Equatable, Sendable {
  case utf8
  /// GB 18030 or one of its subsets: Chinese, with some of the box-drawing characters two columns wide.
  case chinese
  /// All other charsets are treated as ASCII.
  case ascii

  /// The charset for a name returned by nl_langinfo(CODESET).
  init(codeset: String) {
    switch codeset.uppercased() {
    case "UTF-8", "UTF8": self = .utf8
    case "GB18030", "GBK", "GB2312", "EUC-CN", "EUCCN": self = .chinese
    default: self = .ascii
    }
  }

  /// Adopts the user's locale for character types and returns its charset.
  ///
  /// The locale is the first of LC_ALL, LC_CTYPE and LANG that is not empty. A locale that is not installed is replaced
  /// by C.UTF-8 if its name contains UTF-8. `missing` is then its name, also if no replacement was possible; otherwise
  /// nil.
  package static func adopt() -> (charset: Charset, missing: String?) {
    var missing: String?
    if setlocale(LC_CTYPE, "") == nil {
      let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
      missing = TextWidth.cleaned(name)
      let codeset = name.uppercased()
      let isUTF8 = codeset.contains("UTF-8") || codeset.contains("UTF8")
      if !isUTF8 || setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "C") }
    }
    return (current, missing)
  }

  /// The charset of the adopted locale; ASCII before one was adopted.
  package static var current: Charset {
    Charset(codeset: nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? "")
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
