/// A piece of text in one style.
package struct Span: Hashable, Sendable {
  /// The text of the span.
  package var text: String
  /// The colours and attributes of the span.
  package var style: Style

  /// Creates a span; control characters must be removed before.
  package init(_ text: String, _ style: Style = Style()) {
    self.text = text
    self.style = style
  }

  /// Creates a span in the colour of a role.
  package init(_ text: String, _ role: Role) {
    self.init(text, Style(role))
  }
}

/// A line of styled text.
package struct Line: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The pieces of the line, from left to right.
  package var spans: [Span]
  /// The blanks before its continuation lines; nil for those of the text that it is in.
  package var indent: Int?

  /// Creates a line of spans, drawn without gaps.
  package init(_ spans: [Span]) { self.spans = spans }
  /// Creates a line of one span.
  package init(_ text: String, _ role: Role = .plain) { spans = [Span(text, role)] }
  /// Creates a plain line.
  package init(stringLiteral text: String) { self.init(text) }

  /// The width in columns.
  package var columns: Int { spans.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

  /// The text of all spans.
  package var text: String { spans.map(\.text).joined() }

  /// Returns the text broken into lines of at most `columns` columns: between words, between Chinese characters, or
  /// inside a word that is longer than a line. Continuation lines begin with `indent` blanks.
  package func wrapped(to columns: Int, indent: Int = 0) -> [Line] {
    guard columns > 0, self.columns > columns else { return [self] }
    let wanted = self.indent ?? indent
    let indent = wanted < columns / 2 ? wanted : 0
    var lines: [[Span]] = [[]]
    var room = columns
    for span in spans {
      for word in Line.words(TextWidth.cleaned(span.text)) {
        var rest = word
        var width = TextWidth.columns(of: rest)
        // The blank after a word that fills its line is not needed.
        let needed = rest.last == " " ? width - 1 : width
        let isFresh = room == columns || (lines.count > 1 && room == columns - indent)
        if needed > room, !isFresh, needed <= columns - indent || room < 4 {
          lines.append(indent > 0 ? [Span(String(repeating: " ", count: indent))] : [])
          room = columns - indent
          if needed == 0 { continue }
        }
        if needed == room, needed < width {
          rest.removeLast()
          width = needed
        }
        if width > room {
          var piece = ""
          width = 0
          for character in rest {
            let count = TextWidth.columns(of: character)
            if width + count > room, !piece.isEmpty {
              lines[lines.count - 1].append(Span(piece, span.style))
              lines.append(indent > 0 ? [Span(String(repeating: " ", count: indent))] : [])
              (piece, width, room) = ("", 0, columns - indent)
            }
            piece.append(character)
            width += count
          }
          rest = piece
        }
        lines[lines.count - 1].append(Span(rest, span.style))
        room -= width
      }
    }
    return lines.map { Line($0) }
  }

  /// Splits text into words, each with the blank after it; a wide character is a word of its own.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    for character in text {
      if TextWidth.columns(of: character) == 2 {
        if !current.isEmpty { words.append(current) }
        current = ""
        if let last = words.indices.last, isClosing(character) || words[last].last.map(isOpening) == true {
          words[last].append(character)
        } else {
          words.append(String(character))
        }
      } else if current.isEmpty, isClosing(character), let last = words.indices.last, words[last].last != " "
      {
        words[last].append(character)
      } else {
        current.append(character)
        if character == " " {
          words.append(current)
          current = ""
        }
      }
    }
    if !current.isEmpty { words.append(current) }
    return words
  }

  /// Returns whether an opening mark must stay with the text after it.
  private static func isOpening(_ mark: Character) -> Bool { "（《〈「『【“‘".contains(mark) }

  /// Returns whether a closing mark must stay with the text before it.
  private static func isClosing(_ mark: Character) -> Bool {
    "，。、；：）》〉】〕」』”’！？％…,.;:)]%≠".contains(mark)
  }
}

extension Buffer {
  /// Draws a line at the left of row `row` of `area`, cut with an ellipsis if it is too long.
  package mutating func put(_ line: Line, in area: Rect, row: Int = 0, ellipsis: String = "…") {
    guard row >= 0, row < area.height else { return }
    var x = area.x
    var left = line.columns
    for span in line.spans {
      let room = area.right - x
      guard room > 0 else { return }
      let width = TextWidth.columns(of: span.text)
      if left > room, width >= room {
        // The rest is cut off too, even if this span would just fit.
        let text = TextWidth.fitted(span.text + " ", to: room, ellipsis: true, mark: ellipsis)
        put(text, x: x, y: area.y + row, style: span.style, clip: area)
        return
      }
      x += put(span.text, x: x, y: area.y + row, style: span.style, clip: area)
      left -= width
    }
  }
}

extension Buffer {
  /// The rows as lines of text in their styles, without trailing blanks.
  package var styledLines: [Line] {
    lines.enumerated().map { y, text in
      var spans: [Span] = []
      for x in 0..<TextWidth.columns(of: text) {
        guard let cell = self[x, y], cell.width > 0 else { continue }
        if spans.last?.style == cell.style {
          spans[spans.count - 1].text.append(cell.glyph)
        } else {
          spans.append(Span(String(cell.glyph), cell.style))
        }
      }
      return Line(spans)
    }
  }
}
