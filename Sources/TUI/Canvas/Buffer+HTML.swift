import Model

extension Buffer {
  /// The frame as one page without scripts, pictures or anything from elsewhere: the same cells in the same colours.
  ///
  /// Characters that fonts draw in a width of their own stand in boxes of one or two columns, so that all columns are
  /// in step whatever font there is.
  public func html(_ theme: Theme, title: String, _ language: Language) -> String {
    let page = PagePalette(theme)
    let lines = runs(theme).map { runs in runs.map { html($0, page) }.joined() }
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(Markup.escaped(title))</title>
      <style>
      body{margin:1em;background:\(page.background);color:\(page.foreground)}
      pre{margin:0;width:\(width)ch;font:14px/18px "DejaVu Sans Mono",Consolas,Menlo,"Noto Sans Mono CJK SC",\
      "Sarasa Mono SC",NSimSun,monospace;font-variant-ligatures:none;white-space:pre}
      pre i{display:inline-block;width:1ch;height:18px;font-style:normal;text-align:center;overflow:hidden;\
      vertical-align:top}
      pre i.w{width:2ch}
      </style>
      </head>
      <body>
      <pre>\(lines.joined(separator: "\n"))</pre>
      </body>
      </html>

      """
  }

  private func html(_ run: CellRun, _ page: PagePalette) -> String {
    var text = ""
    for cell in run.cells {
      let escaped = Markup.escaped(String(cell.glyph))
      if cell.width == 2 {
        text += "<i class=\"w\">\(escaped)</i>"
      } else {
        text += cell.glyph.isASCII ? escaped : "<i>\(escaped)</i>"
      }
    }
    let style = page.style(run.paint)
    return style.isEmpty ? text : "<span style=\"\(style)\">\(text)</span>"
  }
}

/// The colours of a page: those of the theme, on the kind of screen that it is made for.
struct PagePalette {
  let foreground: String
  let background: String

  init(_ theme: Theme) {
    let isDark = theme.kind == .dark
    foreground = isDark ? "#d0d0d0" : "#1c1c1c"
    background = isDark ? "#1c1c1c" : "#ffffff"
  }

  /// The declarations of a look; empty for the page's own.
  func style(_ paint: Paint) -> String {
    var ink = paint.foreground >= 0 ? PagePalette.hex(paint.foreground) : nil
    var paper = paint.background >= 0 ? PagePalette.hex(paint.background) : nil
    if paint.attributes.contains(.reverse) { (ink, paper) = (paper ?? background, ink ?? foreground) }
    var parts: [String] = []
    if let ink { parts.append("color:\(ink)") }
    if let paper { parts.append("background:\(paper)") }
    if paint.attributes.contains(.bold) { parts.append("font-weight:bold") }
    if paint.attributes.contains(.dim) { parts.append("opacity:.7") }
    if paint.attributes.contains(.underline) { parts.append("text-decoration:underline") }
    return parts.joined(separator: ";")
  }

  /// One of 256 colours as xterm draws it: 16 of its own, a cube of 6x6x6, 24 greys.
  static func hex(_ number: Int16) -> String {
    let number = Int(number)
    let parts: [Int]
    if number < 16 {
      parts = basic[max(0, number)]
    } else if number < 232 {
      let cube = number - 16
      parts = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    } else {
      parts = Array(repeating: 8 + 10 * (min(number, 255) - 232), count: 3)
    }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static let basic = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255], [255, 0, 255],
    [0, 255, 255], [255, 255, 255],
  ]
}
