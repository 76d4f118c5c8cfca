import Canvas
import Domain

/// A part of what a view shows. `lines(width:)` draws sections, and `Page.add(_:_:)` writes them on a page.
package struct Section: Sendable {
  /// Empty for none.
  package var title: String
  /// Muted text after the title; empty for none.
  package var remark: String
  /// What follows the title on the screen alone: keys, counts as glyphs.
  package var hint: [Span]
  /// 1 for the whole of a view or of a record, 2 for a part of it.
  package var level: Int
  /// Its content in order.
  package var blocks: [Block]

  /// A part of the content.
  package enum Block: Sendable {
    /// One line for each row of each field; `labelWidth` is in columns.
    case fields([Field], labelWidth: Int)
    /// Lines to be wrapped, each of them a paragraph of a page.
    case text([Line])
    /// A list, which its panel draws with the cursor; `citations` are those of each row.
    case list([Table.Column], [[Table.Content]], citations: [[Citation]])
    /// What `lines` returns for a width in columns, and what a page has instead: if that is nil, the lines at full width.
    case drawing(lines: @Sendable (_ width: Int) -> [Line], words: [Block]? = nil)
  }

  /// A value with its name. Without rows it is omitted.
  package struct Field: Sendable {
    /// The name of the value.
    package var label: String
    /// The parts of the value that have a line each.
    package var rows: [[Span]]
    /// The places that print the value; for pages.
    package var citations: [Citation]

    /// Creates a field; rows without spans are left out.
    package init(_ label: String, _ rows: [[Span]], citations: [Citation] = []) {
      self.label = label
      self.rows = rows.filter { !$0.isEmpty }
      self.citations = citations
    }

    /// Creates a field with one row; with none if the text is empty.
    package init(_ label: String, _ text: String, _ role: Role = .plain, remark: String = "") {
      let remarks = remark.isEmpty ? [] : [Span("  \(remark)", .muted)]
      self.init(label, text.isEmpty ? [] : [[Span(text, Style(role))] + remarks])
    }

    /// Returns rows of at most `width` columns, if the items allow it, with two blanks between items. No item is split.
    static func flowing(_ items: [[Span]], width: Int) -> [[Span]] {
      var rows: [[Span]] = []
      for item in items {
        if let last = rows.last, Line(last + item).columns + 2 <= width {
          rows[rows.count - 1] += [Span("  ")] + item
        } else {
          rows.append(item)
        }
      }
      return rows
    }
  }

  /// Creates a section with a title.
  package init(
    _ title: String, remark: String = "", hint: [Span] = [], level: Int = 2, _ blocks: [Block] = []
  ) {
    self.title = title
    self.remark = remark
    self.hint = hint
    self.level = level
    self.blocks = blocks
  }

  /// Creates a section without a title.
  package init(_ blocks: [Block]) { self.init("", blocks) }
}

extension Section.Block {
  /// Returns a list of texts.
  static func list(_ titles: [String], _ rows: [[String]], citations: [[Citation]] = []) -> Section.Block {
    .list(
      titles.map { Table.Column($0, width: 1) }, rows.map { row in row.map { .text($0) } },
      citations: citations)
  }
}

extension PanelContext {
  func field(_ zh: String, _ en: String, _ rows: [[Span]]) -> Section.Field {
    Section.Field(text(zh, en), rows)
  }

  func field(
    _ zh: String, _ en: String, _ value: String, _ role: Role = .plain, remark: String = ""
  ) -> Section.Field {
    Section.Field(text(zh, en), value, role, remark: remark)
  }
}
