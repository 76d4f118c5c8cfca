/// The meaning of a click on a part of a frame.
package enum ClickTarget: Hashable, Sendable {
  /// The record of the view with this id.
  case record(String)
  /// The line of a choice list with this index.
  case choice(Int)
  /// The global action with this id.
  case action(String)
  /// The filter of the view with this name.
  case filter(String)
  /// The key with this name.
  case key(String)
}

extension Buffer {
  /// A clickable part of the frame.
  struct ClickArea: Equatable, Sendable {
    var area: Rect
    var target: ClickTarget
  }

  /// Assigns a click target to `area`. Later marks cover earlier ones.
  package mutating func mark(_ area: Rect, as target: ClickTarget) {
    let inside = area.intersection(self.area)
    if !inside.isEmpty { clickAreas.append(ClickArea(area: inside, target: target)) }
  }

  /// The areas of the records that are drawn, with their ids.
  package var records: [(area: Rect, id: String)] {
    clickAreas.compactMap { click in if case .record(let id) = click.target { (click.area, id) } else { nil }
    }
  }

  /// Removes all marks, because something is drawn over them.
  package mutating func coverMarks() { clickAreas = [] }

  /// Returns the target of a click on a cell; nil if it has none.
  package func clickTarget(x: Int, y: Int) -> ClickTarget? {
    clickAreas.last { $0.area.contains(x: x, y: y) }?.target
  }
}
