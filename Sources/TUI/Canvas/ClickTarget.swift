/// What a click on a part of a frame means.
package enum ClickTarget: Hashable, Sendable {
  /// The record of the view with this id.
  case record(String)
  /// The line of a list of choices with this index.
  case choice(Int)
  /// The action for everywhere with this id.
  case action(String)
  /// The key of this name.
  case key(String)
}

extension Buffer {
  /// A part of the frame that can be clicked.
  struct ClickArea: Equatable, Sendable {
    var area: Rect
    var target: ClickTarget
  }

  /// Says what a click on `area` means; what is said later lies above.
  package mutating func mark(_ area: Rect, as target: ClickTarget) {
    let inside = area.intersection(self.area)
    if !inside.isEmpty { clickAreas.append(ClickArea(area: inside, target: target)) }
  }

  /// Forgets what was marked so far, because something is drawn over it.
  package mutating func coverMarks() { clickAreas = [] }

  /// What a click on a cell means; nil where it means nothing.
  package func clickTarget(x: Int, y: Int) -> ClickTarget? {
    clickAreas.last { $0.area.contains(x: x, y: y) }?.target
  }
}
