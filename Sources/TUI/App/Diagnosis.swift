import Canvas
import Domain
import Store

/// The properties of a terminal, and the advice for its user.
package struct Diagnosis: Sendable {
  /// The kind of character that a measured sample represents.
  package enum Sample: CaseIterable, Sendable {
    case chinese, line, block, mark, quotation, braille

    /// The measured character.
    package var scalar: Unicode.Scalar {
      switch self {
      case .chinese: "黔"
      case .line: "─"
      case .block: "█"
      case .mark: "≠"
      case .quotation: "“"
      case .braille: "⣿"
      }
    }

    /// The columns that the layout of frames assumes.
    var columns: Int { self == .chinese ? 2 : 1 }

    var name: Name {
      switch self {
      case .chinese: Name(zh: "汉字", en: "Chinese")
      case .line: Name(zh: "制表线", en: "lines")
      case .block: Name(zh: "色块", en: "blocks")
      case .mark: Name(zh: "数学符号", en: "signs")
      case .quotation: Name(zh: "引号", en: "quotation marks")
      case .braille: Name(zh: "点阵", en: "braille")
      }
    }
  }

  /// The locale of the environment, cleaned: the first of LC_ALL and the others; empty if none is set.
  package var locale: String
  /// The locale of the environment if it is not installed; otherwise nil.
  package var missingLocale: String?
  /// The charset of the locale.
  package var charset: Charset
  /// The terminal type in use; nil if none is usable.
  package var type: String?
  /// The value of TERM if another type is used instead; otherwise nil.
  package var replacedType: String?
  /// Why no screen can be opened; nil if it can.
  package var typeProblem: TerminalError?
  /// The number of colours of the terminal type; 0 for none.
  package var colours: Int
  /// The size of the window in cells; nil where there is no terminal.
  package var size: (width: Int, height: Int)?
  /// The measured widths in the order of `Sample.allCases`; nil if there is no terminal to ask.
  package var widths: [TerminalProbe.Width]?
  /// The terminal's background colour; nil if it did not answer, or there is none to ask.
  package var background: Background?
  /// Whether the terminal was asked for its background.
  package var isBackgroundAsked = false
  /// The background according to the environment.
  package var expectedBackground: Background?

  /// Creates a diagnosis from what was measured.
  package init(
    locale: String, missingLocale: String?, charset: Charset, type: String?, replacedType: String?,
    typeProblem: TerminalError?, colours: Int, size: (width: Int, height: Int)?,
    widths: [TerminalProbe.Width]?
  ) {
    self.locale = locale
    self.missingLocale = missingLocale
    self.charset = charset
    self.type = type
    self.replacedType = replacedType
    self.typeProblem = typeProblem
    self.colours = colours
    self.size = size
    self.widths = widths
  }

  /// The facts, each with its label.
  package var findings: [(label: Name, value: Name)] {
    [
      (Name(zh: "语言环境", en: "locale"), locale.isEmpty ? Name(zh: "未设置", en: "not set") : Name(both: locale)),
      (Name(zh: "字符集", en: "charset"), charsetName),
      (Name(zh: "终端类型", en: "terminal type"), typeName),
      (Name(zh: "颜色", en: "colours"), Name(both: String(colours))),
      (Name(zh: "大小", en: "size"), sizeName), (Name(zh: "背景", en: "background"), backgroundName),
    ] + widthFindings
  }

  private var charsetName: Name {
    switch charset {
    case .utf8: Name(both: "UTF-8")
    case .chinese: Name(zh: "国标码（GB18030、GBK）", en: "GB (GB18030, GBK)")
    case .ascii: Name(both: "ASCII")
    }
  }

  private var typeName: Name {
    guard let type else { return Name(zh: "不可用", en: "cannot be used") }
    guard let replacedType else { return Name(both: type) }
    return Name(zh: "\(replacedType)（未知，按 \(type)）", en: "\(replacedType) (unknown, used as \(type))")
  }

  private var sizeName: Name {
    guard let size else { return Name(zh: "不是终端", en: "not a terminal") }
    return Name(both: "\(size.width)x\(size.height)")
  }

  private var backgroundName: Name {
    func name(_ colour: Background, _ zh: String, _ en: String) -> Name {
      let kind = colour.isLight ? Name(zh: "浅色", en: "light") : Name(zh: "深色", en: "dark")
      return Name(zh: "\(kind.zh) \(colour.text)\(zh)", en: "\(kind.en) \(colour.text)\(en)")
    }
    if let background { return name(background, "", "") }
    if let expectedBackground { return name(expectedBackground, "（COLORFGBG）", " (COLORFGBG)") }
    return Name(zh: "未知，按深色", en: "unknown, treated as dark")
  }

  private var widthFindings: [(label: Name, value: Name)] {
    guard let widths else {
      return [
        (
          Name(zh: "字符宽度", en: "widths"),
          Name(zh: "未测，标准输入输出不是终端", en: "not measured, this is not a terminal")
        )
      ]
    }
    return zip(Sample.allCases, widths).map { sample, width in
      let character = Character(sample.scalar)
      let label = Name(zh: "宽度 \(sample.name.zh) \(character)", en: "width of \(sample.name.en) \(character)")
      return (label, Self.name(of: width))
    }
  }

  private static func name(of width: TerminalProbe.Width) -> Name {
    switch width {
    case .columns(let count): Name(zh: "\(count) 格", en: "\(count) \(count == 1 ? "cell" : "cells")")
    case .notInCharset: Name(zh: "字符集中没有", en: "not in the charset")
    case .silent: Name(zh: "终端没有回答", en: "the terminal did not answer")
    }
  }

  // MARK: Advice

  /// The recommended settings, most important first; empty if there is nothing to change.
  package var advice: [Name] {
    [
      typeAdvice, localeAdvice, chineseAdvice, ambiguousAdvice, silenceAdvice, colourAdvice, backgroundAdvice,
      sizeAdvice,
    ].compactMap { $0 }
  }

  private var typeAdvice: Name? {
    if type == "linux" {
      return Name(
        zh: "内核控制台不能显示中文：请用 kmscon 或图形终端",
        en: "the kernel console cannot draw Chinese: use kmscon or a graphical terminal")
    }
    if let typeProblem { return Name(zh: typeProblem.chinese, en: typeProblem.english) }
    guard let replacedType else { return nil }
    return Name(
      zh: "系统不认识终端类型 \(replacedType)：请设 TERM=xterm-256color",
      en: "the terminal type \(replacedType) is unknown here: set TERM=xterm-256color")
  }

  private var localeAdvice: Name? {
    if let missingLocale {
      return Name(
        zh: "系统未安装 \(missingLocale)：请设 LC_ALL=C.UTF-8",
        en: "\(missingLocale) is not installed: set LC_ALL=C.UTF-8")
    }
    guard charset == .ascii else { return nil }
    return Name(
      zh: "语言环境不能表示中文：请设 LC_ALL=C.UTF-8 或 zh_CN.UTF-8",
      en: "the locale has no Chinese: set LC_ALL=C.UTF-8 or zh_CN.UTF-8")
  }

  private func width(of sample: Sample) -> TerminalProbe.Width? {
    guard let widths, let index = Sample.allCases.firstIndex(of: sample), widths.indices.contains(index)
    else { return nil }
    return widths[index]
  }

  private var chineseAdvice: Name? {
    guard case .columns(let count) = width(of: .chinese), count != Sample.chinese.columns else { return nil }
    return Name(
      zh: "汉字占了 \(count) 格，终端的编码与语言环境不符：请把终端软件的编码设为 \(charsetName.zh)",
      en:
        "a Chinese character took \(count) cells, so the client's encoding differs from the locale: set it to "
        + charsetName.en)
  }

  /// The samples that take more columns than the layout assumes; nil if unknown. The measurement is meaningful only if
  /// the Chinese sample has the right width.
  private var wideSamples: [Sample]? {
    guard charset == .utf8, width(of: .chinese) == .columns(Sample.chinese.columns) else { return nil }
    return Sample.allCases.filter { sample in
      if case .columns(let count) = width(of: sample) { return count > sample.columns }
      return false
    }
  }

  /// The setting that matches the measured width of ambiguous characters; nil if a width is unknown.
  package var ambiguousWidth: Settings.AmbiguousWidth? {
    guard let wideSamples, widths?.contains(.silent) == false else { return nil }
    return wideSamples.isEmpty ? .narrow : .wide
  }

  private var ambiguousAdvice: Name? {
    guard let wide = wideSamples, !wide.isEmpty else { return nil }
    let zh = wide.map(\.name.zh).joined(separator: "、")
    let en = wide.map(\.name.en).joined(separator: ", ")
    return Name(
      zh: "\(zh)占两格：请用 --ambiguous-width wide，或用 doctor --fix 写入配置文件",
      en:
        "\(en) take two cells: use --ambiguous-width wide, or write it into the configuration with doctor --fix"
    )
  }

  private var silenceAdvice: Name? {
    guard let widths, widths.contains(.silent) else { return nil }
    return Name(
      zh: "终端没有回答光标位置，宽度未知：若线条错位，请用 --ambiguous-width wide",
      en:
        "the terminal did not report the cursor position, so widths are unknown; if lines are out of place use --ambiguous-width wide"
    )
  }

  private var colourAdvice: Name? {
    guard type != nil, type != "linux", colours < 256 else { return nil }
    return Name(
      zh: "只有 \(colours) 色：终端若支持 256 色，请设 TERM=xterm-256color",
      en: "only \(colours) colours: if the terminal has 256, set TERM=xterm-256color")
  }

  /// Advice on the background, only if there are colours that may not match it.
  private var backgroundAdvice: Name? {
    guard isBackgroundAsked, background == nil, expectedBackground == nil, colours >= 8 else { return nil }
    return Name(
      zh: "终端未报告背景色：浅色背景请用 --theme light，或按 T",
      en: "the terminal does not report its background: if it is light, use --theme light or press T")
  }

  private var sizeAdvice: Name? {
    guard let size, size.width < 80 || size.height < 24 else { return nil }
    return Name(
      zh: "窗口小于 80x24：可以用，\(Frame.minimumWidth)x\(Frame.minimumHeight) 以下不能",
      en: "the window is smaller than 80x24: it works down to \(Frame.minimumWidth)x\(Frame.minimumHeight)")
  }
}
