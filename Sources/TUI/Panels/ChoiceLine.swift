import Canvas

/// The values that a key goes through, with the chosen one in brackets: what is chosen, and what else there is.
struct ChoiceLine {
  /// The name of what is chosen.
  var title: String
  /// The names of the values, in the order of the key. Before them comes the state without a choice.
  var values: [String]
  /// The index of the chosen value.
  var chosen: Int
  /// The name of the state without a choice; nil if one value is always chosen.
  var none: String?

  /// Returns `集群 1/4  全部  [新材料]  消费品工业 …`: as many values as fit into `width` columns, around the chosen one.
  func line(width: Int, glyphs: Glyphs) -> Line {
    let place = " \(chosen + 1)/\(values.count)"
    var spans = [Span(" \(title)", Style(.strong)), Span("\(place) ", .muted)]
    let names = (none.map { [$0] } ?? []) + values
    let now = chosen + (none == nil ? 0 : 1)
    guard names.indices.contains(now) else { return Line(spans) }
    let mark = TextWidth.columns(of: glyphs.ellipsis) + 1
    var room = width - Line(spans).columns - 2 * mark
    var (first, last) = (now, now)
    room -= columns(names[now]) + 2
    while true {
      if last + 1 < names.count, columns(names[last + 1]) <= room {
        last += 1
        room -= columns(names[last])
      } else if first > 0, columns(names[first - 1]) <= room {
        first -= 1
        room -= columns(names[first])
      } else {
        break
      }
    }
    if first > 0 { spans.append(Span(" \(glyphs.ellipsis)", .muted)) }
    for index in first...last {
      spans.append(
        index == now
          ? Span(" [\(names[index])]", Style(.accent, on: .plain, .bold)) : Span(" \(names[index]) ", .muted))
    }
    if last + 1 < names.count { spans.append(Span(" \(glyphs.ellipsis)", .muted)) }
    return Line(spans)
  }

  private func columns(_ name: String) -> Int { TextWidth.columns(of: name) + 2 }
}
