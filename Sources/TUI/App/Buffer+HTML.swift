import Canvas
import Domain
import Output

extension Buffer {
  /// Returns the frame as one HTML page without scripts, pictures or external resources: the same cells in the same
  /// colours.
  ///
  /// Characters that fonts may draw in another width are placed in boxes of one or two columns, so that columns stay
  /// aligned in any font.
  package func html(_ theme: Theme, title: String, _ language: Language) -> String {
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
      h1{margin:0 0 .6em;font:bold 16px/1.4 sans-serif}
      main{overflow-x:auto}
      pre{margin:0;width:\(width)ch;font:14px/1.2857 "DejaVu Sans Mono",Consolas,Menlo,"Noto Sans Mono CJK SC",\
      "Sarasa Mono SC",NSimSun,monospace;font-variant-ligatures:none;white-space:pre}
      pre i{display:inline-block;width:1ch;height:1.2857em;font-style:normal;text-align:center;overflow:hidden;\
      vertical-align:top}
      pre i.w{width:2ch}
      @page{size:A4 landscape;margin:10mm}
      @media print{body{margin:0;background:#fff;color:#000}main{overflow:visible}h1{font-size:10pt}\
      pre{font-size:\(printedSize)mm}pre span{color:#000!important;background:none!important}}
      </style>
      </head>
      <body>
      <main>
      <h1>\(Markup.escaped(title))</h1>
      <pre>\(lines.joined(separator: "\n"))</pre>
      </main>
      </body>
      </html>

      """
  }

  /// The font size at which all columns and lines fit on an A4 page, in millimetres.
  private var printedSize: String {
    let columns = 277 / (Double(max(1, width)) * 0.61)
    let lines = 178 / (Double(max(1, height)) * 1.29)
    return Decimal.text(min(columns, lines, 4.5), digits: 2)
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

/// The colours of a page: those of the theme, on the kind of screen that it is designed for.
struct PagePalette {
  let foreground: String
  let background: String

  init(_ theme: Theme) {
    let isDark = theme.kind == .dark
    foreground = isDark ? "#d0d0d0" : "#1c1c1c"
    background = isDark ? "#1c1c1c" : "#ffffff"
  }

  /// Returns the CSS declarations of a paint; empty for the page's default. Text is readable in every theme: see
  /// ``PageColour``.
  func style(_ paint: Paint) -> String {
    var ink = paint.foreground >= 0 ? PageColour(paint.foreground) : nil
    var paper = paint.background >= 0 ? PageColour(paint.background) : nil
    let page = (ink: PageColour(hex: foreground), paper: PageColour(hex: background))
    if paint.attributes.contains(.reverse) { (ink, paper) = (paper ?? page.paper, ink ?? page.ink) }
    if paint.attributes.contains(.dim) { ink = (ink ?? page.ink).mixed(with: paper ?? page.paper, 0.3) }
    if ink != nil || paper != nil {
      let read = (ink ?? page.ink).readable(on: paper ?? page.paper)
      if ink != nil || read != page.ink { ink = read }
    }
    var parts: [String] = []
    if let ink { parts.append("color:\(ink.hex)") }
    if let paper { parts.append("background:\(paper.hex)") }
    if paint.attributes.contains(.bold) { parts.append("font-weight:bold") }
    if paint.attributes.contains(.underline) { parts.append("text-decoration:underline") }
    return parts.joined(separator: ";")
  }
}
