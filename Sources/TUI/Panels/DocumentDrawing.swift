import Canvas
import Domain
import Output

// Pages are built from the tables and lines that are drawn, so both have the same content.

extension Document {
  mutating func add(heading: String, level: Int = 1) { blocks.append(.heading(heading, level: level)) }

  mutating func add(paragraph: String) {
    let text = paragraph.singlySpaced
    if !text.isEmpty { blocks.append(.paragraph(Phrase(text))) }
  }

  /// Adds a table from drawn cells. Bars, and columns that are empty in every row, are omitted.
  mutating func add(_ columns: [Table.Column], _ rows: [[Table.Content]], notes: [[Int]] = []) {
    let texts = rows.map { row in row.map(\.words) }
    let kept = columns.indices.filter { column in
      texts.contains { $0.indices.contains(column) && !$0[column].isEmpty }
    }
    guard !kept.isEmpty else { return }
    var sheet = Sheet(
      kept.map { Sheet.Column(columns[$0].title, isNumeric: columns[$0].alignment == .right) })
    for (index, row) in texts.enumerated() {
      var cells = kept.map { Phrase(row.indices.contains($0) ? row[$0] : "") }
      let last = cells.indices.last { !cells[$0].text.isEmpty }
      if notes.indices.contains(index), let last { cells[last].notes = notes[index] }
      sheet.rows.append(cells)
    }
    blocks.append(.table(sheet))
  }

  /// Adds the lines of a detail: a title becomes a heading, a muted label with its value a field, any other line a
  /// paragraph.
  mutating func add(_ lines: [Line], level: Int = 2) {
    var fields: [Field] = []
    func flush(_ document: inout Document) {
      if !fields.isEmpty { document.blocks.append(.fields(fields)) }
      fields = []
    }
    for line in lines {
      let words = line.text.singlySpaced
      if words.isEmpty { continue }
      guard let first = line.spans.first else { continue }
      let rest = line.spans.dropFirst().map(\.text).joined().singlySpaced
      let label = first.text.singlySpaced
      if first.style.foreground == .title {
        flush(&self)
        add(heading: words, level: level)
      } else if first.style.foreground == .muted, !rest.isEmpty, first.text.last == " " || label.last == ":" {
        if label.isEmpty, let last = fields.indices.last {
          fields[last].value.text += "；" + rest
        } else {
          fields.append(Field(label.isEmpty ? "-" : label, Phrase(rest)))
        }
      } else {
        flush(&self)
        add(paragraph: words)
      }
    }
    flush(&self)
  }

  /// Adds the citations as footnotes and returns their numbers.
  mutating func notes(_ citations: [Citation], _ context: PanelContext) -> [Int] {
    var numbers: [Int] = []
    for line in context.citationLines(citations) {
      let number = note(line.text.singlySpaced)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }
}

extension Table.Content {
  /// The text without alignment blanks; empty for a bar.
  fileprivate var words: String {
    switch self {
    case .text(let text, _): text.singlySpaced
    case .bar: ""
    }
  }
}

extension String {
  /// The text without blanks at the ends, and with single blanks between words.
  package var singlySpaced: String { split(separator: " ").joined(separator: " ") }
}

extension PanelContext {
  /// A copy of the context for text output: no glyphs beside words, and a size of 120 x 38 cells.
  var spoken: PanelContext {
    var context = self
    context.glyphs = glyphs.spoken
    (context.width, context.height) = (120, 38)
    return context
  }

  /// Returns a page that begins with the name of the view and the day that it shows.
  func page(_ panel: any Panel) -> Document {
    var document = Document(title: "\(text(dataset.info.short)) \(text(panel.title))")
    var fields = [Document.Field(text("截至", "As of"), Phrase(board.asOf.description))]
    if let source = board.newestSource {
      fields.append(Document.Field(text("资料至", "Data to"), Phrase(source.date.label(language))))
    }
    if isPast {
      fields.append(
        Document.Field(
          text("注意", "Note"), Phrase(text("历史时点：只看当日已公布的资料", "as of that day: later documents are left out")))
      )
    }
    if isBeforeAll {
      fields.append(
        Document.Field(text("注意", "Note"), Phrase(text("此日尚无任何资料", "no document was known on this day"))))
    }
    fields.append(
      Document.Field(
        text("说明", "Legend"),
        Phrase(
          text("\(glyphs.conflict) 表示各文件说法不一", "\(glyphs.conflict) marks figures that documents disagree on"))
      ))
    document.blocks.append(.fields(fields))
    return document
  }
}

extension Glyphs {
  /// The glyphs without those of statuses, which text output writes as words.
  package var spoken: Glyphs {
    Glyphs(
      eighths: eighths, levels: levels, track: " ", paceMark: " ", targetMark: " ", horizontal: " ",
      vertical: " ",
      arrow: isASCII ? "->" : "→", bullet: "", ellipsis: ellipsis, selected: "",
      conflict: isASCII ? "!=" : "≠",
      more: "", way: way, chart: chart, node: node, openNode: openNode, statuses: [:])
  }
}
