import Glibc

/// What characters a terminal is said to understand.
package enum Charset: Equatable, Sendable {
  case utf8
  /// GB 18030 or one of its subsets: Chinese, and some of the box drawing, in two columns.
  case chinese
  /// Everything else is used as if it were ASCII.
  case ascii

  /// The charset of a name as nl_langinfo(CODESET) gives it.
  init(codeset: String) {
    switch codeset.uppercased() {
    case "UTF-8", "UTF8": self = .utf8
    case "GB18030", "GBK", "GB2312", "EUC-CN", "EUCCN": self = .chinese
    default: self = .ascii
    }
  }

  /// Takes over the user's locale for the types of characters, and says which charset it has.
  ///
  /// The locale is the first of LC_ALL, LC_CTYPE and LANG that is not empty. One that is not installed is replaced
  /// by C.UTF-8 if its name says UTF-8; `missing` is its name then, or when nothing could replace it.
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

  /// The charset of the locale that was adopted; ASCII before.
  package static var current: Charset {
    Charset(codeset: nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? "")
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
