import Domain

/// Writes a page as one self-contained HTML file: no script, no font, no network.
///
/// It prints on A4 and fits a phone of 390 pixels. There, and on a tablet, each row of a table is a card.
package struct HTMLWriter: Sendable {
  private let language: Language

  /// Creates a writer; the language is that of the document, for screen readers.
  package init(_ language: Language) { self.language = language }

  /// Returns a complete HTML document with its style sheet and charts as SVG; texts are escaped.
  package func text(_ page: Page) -> String {
    var anchors = NoteAnchors()
    let body = page.blocks.map { block($0, &anchors) }.joined()
    let notes = notes(page.notes, anchors)
    let title = Markup.escaped(page.title)
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.text)</style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(body)\(notes)</main>
      </body>
      </html>

      """
  }

  private func block(_ block: Page.Block, _ anchors: inout NoteAnchors) -> String {
    switch block {
    case .heading(let text, let level):
      let tag = "h\(min(max(level, 1), 5) + 1)"
      return "<\(tag)>\(Markup.escaped(text))</\(tag)>\n"
    case .paragraph(let phrase):
      return "<p>\(inline(phrase, &anchors))</p>\n"
    case .fields(let fields):
      let rows = fields.map {
        "<dt>\(Markup.escaped($0.label))</dt><dd>\(inline($0.value, &anchors))</dd>\n"
      }
      return "<dl>\n\(rows.joined())</dl>\n"
    case .table(let sheet):
      return table(sheet, &anchors)
    case .chart(let chart):
      switch chart.marks {
      case .bars(let bars): return BarDrawing(chart, bars, language).text
      case .columns(let columns): return ColumnDrawing(chart, columns).text
      }
    }
  }

  /// Returns a table. Its header repeats on every printed page; on a phone each cell shows its column's name.
  private func table(_ sheet: Sheet, _ anchors: inout NoteAnchors) -> String {
    let head = sheet.columns.map { column in
      "<th scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>\(Markup.escaped(column.name))</th>"
    }.joined()
    var rows = ""
    for row in sheet.rows {
      var cells = ""
      for (column, phrase) in zip(sheet.columns, row) {
        let name = column.isNumeric ? " class=\"n\"" : ""
        cells +=
          "<td\(name) data-label=\"\(Markup.escaped(column.name))\">\(inline(phrase, &anchors))</td>"
      }
      rows += "<tr>\(cells)</tr>\n"
    }
    return
      "<div class=\"scroll\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows)</tbody>\n</table></div>\n"
  }

  private func inline(_ phrase: Phrase, _ anchors: inout NoteAnchors) -> String {
    var text = Markup.escaped(phrase.text)
    if let status = phrase.status { text = "<span class=\"s \(status.rawValue)\">\(text)</span>" }
    for note in phrase.notes {
      let place = anchors.next(note)
      text += "<sup><a id=\"\(place)\" href=\"#note-\(note)\">[\(note)]</a></sup>"
    }
    return text
  }

  /// Returns the footnotes, each with links back to all places that refer to it.
  private func notes(_ notes: [String], _ anchors: NoteAnchors) -> String {
    guard !notes.isEmpty else { return "" }
    let items = notes.enumerated().map { index, text in
      let back = anchors.places(index + 1).enumerated().map { position, place in
        let label = language == .zh ? "返回正文第\(position + 1)处" : "back to reference \(position + 1)"
        return " <a href=\"#\(place)\" aria-label=\"\(label)\">↩</a>"
      }
      return "<li id=\"note-\(index + 1)\">\(Markup.escaped(text))\(back.joined())</li>\n"
    }
    let title = language == .zh ? "附注：数据出处" : "Notes: where each figure is printed"
    return "<section class=\"notes\">\n<h2>\(title)</h2>\n<ol>\n\(items.joined())</ol>\n</section>\n"
  }
}

/// The places that refer to each footnote, in order.
private struct NoteAnchors {
  private var counts: [Int: Int] = [:]

  mutating func next(_ note: Int) -> String {
    counts[note, default: 0] += 1
    return "ref-\(note)-\(counts[note] ?? 1)"
  }

  func places(_ note: Int) -> [String] { (0..<(counts[note] ?? 0)).map { "ref-\(note)-\($0 + 1)" } }
}

/// Escaping of text for HTML or SVG.
package enum Markup {
  /// Returns the text on one line, with HTML special characters escaped and characters that HTML does not allow
  /// removed.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: if !isNoncharacter(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
  }
}
