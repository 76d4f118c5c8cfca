/// A level over time: a line through its figures, the path that a target asks for, and a tick for each target.
///
/// The time axis is linear. Where no figure is known the line is dashed, and nothing is filled. Drawn with box lines, in
/// braille dots, or in ASCII, depending on the glyphs.
package struct HistoryChart: Sendable {
  /// A figure or a target.
  package struct Point: Sendable {
    /// What a point stands for; each has a sign of its own.
    package enum Kind: Sendable {
      case published, computed, target, otherTarget
    }

    /// The time in years; a year ends at the next whole number, so that the end of 2022 is 2023.
    package var time: Double
    /// The level, in the unit of the chart.
    package var value: Double
    /// The level as text, beside the point.
    package var label: String
    /// The time as text, below the picture.
    package var caption: String
    /// The plan of a target, beside its tick; empty for none.
    package var remark: String
    /// The meaning of the point.
    package var kind: Kind
    /// The colour of the point.
    package var role: Role

    /// Creates a chart; goals beyond the last point are at its right.
    package init(
      time: Double, _ value: Double, label: String, caption: String, remark: String = "",
      kind: Kind = .published, role: Role = .accent
    ) {
      (self.time, self.value, self.label) = (time, value, label)
      (self.caption, self.remark, self.kind, self.role) = (caption, remark, kind, role)
    }
  }

  /// A level of a path.
  package struct Level: Sendable {
    /// The time, as that of a point.
    package var time: Double
    /// The level, in the unit of the chart.
    package var value: Double

    package init(time: Double, _ value: Double) { (self.time, self.value) = (time, value) }
  }

  /// The time after the last figure for which none is published.
  package struct Silence: Sendable {
    /// Its end, as the time of a point.
    package var end: Double
    /// The word beside it.
    package var word: String

    package init(until end: Double, _ word: String) { (self.end, self.word) = (end, word) }
  }

  /// The ends of both axes.
  package struct Scale: Hashable, Sendable {
    /// The lowest and the highest level.
    package var levels: ClosedRange<Double>
    /// The first and the last time.
    package var times: ClosedRange<Double>
  }

  /// The figures, from the earliest to the latest.
  package var figures: [Point]
  /// The targets, from the earliest to the latest.
  package var targets: [Point]
  /// The levels that the target asks for, from the earliest to the latest; empty for none.
  package var path: [Level]
  /// The word beside the path.
  package var pathWord: String
  /// The time without figures; nil for none.
  package var silence: Silence?
  /// The times at which an upright line divides the picture, such as the beginnings of years in a series of months.
  package var divisions: [Double] = []
  /// The ends of the axes; nil takes those of ``ownScale``. Charts that are compared share one.
  package var scale: Scale?

  /// The rows that a chart needs; below that a bar says more.
  package static let leastHeight = 8
  /// The columns that a chart needs.
  package static let leastWidth = 18

  /// - Parameters:
  ///   - points: figures and targets in any order; those whose level is not finite are left out.
  ///   - path: the levels that the target asks for, from the earliest to the latest.
  ///   - pathWord: the word beside the path.
  ///   - silence: the time without figures.
  package init(_ points: [Point], path: [Level] = [], pathWord: String = "", silence: Silence? = nil) {
    let known = points.filter { $0.value.isFinite && $0.time.isFinite }.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element)
    figures = known.filter { !$0.isTarget }
    targets = known.filter(\.isTarget)
    self.path = path.filter { $0.value.isFinite }
    (self.pathWord, self.silence) = (pathWord, silence)
  }

  /// Returns the chart with all levels in another unit.
  package func scaled(by factor: Double) -> HistoryChart {
    var chart = self
    for index in chart.figures.indices { chart.figures[index].value *= factor }
    for index in chart.targets.indices { chart.targets[index].value *= factor }
    for index in chart.path.indices { chart.path[index].value *= factor }
    return chart
  }

  /// Whether there is anything to compare: two figures, or a figure and a target.
  package var isDrawable: Bool { !figures.isEmpty && figures.count + targets.count > 1 }

  /// Returns the foot of an axis: the lowest level, or zero where that leaves no more than an eighth of the height empty.
  private static func floor(_ low: Double, _ high: Double) -> Double { low * 8 >= high ? low : min(0, low) }

  /// The scale that its own points need: it is fitted to the levels, so that their course is not flattened, and begins at
  /// zero where the lowest is near it; nil without a point.
  package var ownScale: Scale? {
    let levels = (figures + targets).map(\.value) + path.map(\.value)
    let times = (figures + targets).map(\.time) + path.map(\.time)
    guard let low = levels.min(), let high = levels.max(), let start = times.min(), let end = times.max()
    else { return nil }
    let floor = Self.floor(low, high)
    return Scale(
      levels: floor...(high > floor ? high : floor + 1), times: start...(end > start ? end : start + 1))
  }

  /// Returns the charts with one scale that has room for all of them.
  package static func sharingScale(_ charts: [HistoryChart]) -> [HistoryChart] {
    let scales = charts.compactMap(\.ownScale)
    guard let low = scales.map(\.levels.lowerBound).min(), let high = scales.map(\.levels.upperBound).max(),
      let start = scales.map(\.times.lowerBound).min(), let end = scales.map(\.times.upperBound).max()
    else { return charts }
    let floor = floor(low, high)
    return charts.map { chart in
      var chart = chart
      chart.scale = Scale(levels: floor...high, times: start...end)
      return chart
    }
  }

  /// Draws the chart; nothing if `area` is smaller than ``leastWidth`` x ``leastHeight`` or there is nothing to compare.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard area.height >= Self.leastHeight, area.width >= Self.leastWidth, isDrawable,
      let scale = scale ?? ownScale
    else { return }
    HistoryPlot(self, scale, in: area, glyphs).render(into: &buffer)
  }

  /// The signs of a chart.
  package struct Signs: Sendable {
    let published, computed, target, otherTarget: String
    let axis, tick, path, silence: String
    let flat, dash, upright: String
    /// A flat piece and a dot of the path at the foot of a row, half a row below the middle.
    let low, lowPath: String
    /// The line at the beginning of a year.
    let division: String
    /// The corners of a line that rises and of one that falls, from left to right.
    let rise, fall: (String, String)

    package init(_ glyphs: Glyphs) {
      if glyphs.isASCII {
        (published, computed, target, otherTarget) = ("*", "o", "X", "x")
        (axis, tick, path, silence, flat, dash, upright) = ("|", "+", ".", "-", "-", "-", "|")
        (rise, fall) = (("/", "/"), ("\\", "\\"))
        (low, lowPath, division) = ("_", ".", ":")
      } else {
        (published, computed, target, otherTarget) = (glyphs.node, glyphs.openNode, "◆", "◇")
        (axis, tick, path, silence, flat, dash, upright) = ("│", "┤", glyphs.way, "┈", "─", "╌", "│")
        (rise, fall) = (("╯", "╭"), ("╮", "╰"))
        (low, lowPath, division) = ("▁", ".", "┊")
      }
    }

    /// Returns the sign of a point.
    package func sign(_ kind: Point.Kind) -> String {
      switch kind {
      case .published: published
      case .computed: computed
      case .target: target
      case .otherTarget: otherTarget
      }
    }
  }
}

extension HistoryChart.Point {
  var isTarget: Bool { kind == .target || kind == .otherTarget }
}
