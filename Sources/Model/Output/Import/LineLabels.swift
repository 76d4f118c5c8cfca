import Domain

/// What a line of a table is.
package enum LineLabel: String, CaseIterable, Sendable {
  case blank, title, unit, head, section, data, total, part, note

  /// The word for people; `--label` takes the raw value.
  package var name: Name {
    switch self {
    case .blank: Name(zh: "空行", en: "blank")
    case .title: Name(zh: "标题", en: "title")
    case .unit: Name(zh: "单位行", en: "unit")
    case .head: Name(zh: "表头", en: "head")
    case .section: Name(zh: "分组", en: "section")
    case .data: Name(zh: "数据", en: "data")
    case .total: Name(zh: "合计", en: "total")
    case .part: Name(zh: "其中", en: "part")
    case .note: Name(zh: "注", en: "note")
    }
  }
}

/// The labels of all lines of a table, with the reason of each that is neither data nor blank.
package struct LineLabels: Sendable {
  /// The label of each row, by position from 0.
  package internal(set) var labels: [LineLabel]
  /// The reasons by row, from 0.
  package internal(set) var reasons: [Int: Name] = [:]
  /// The rows of the head, from 0.
  package internal(set) var head: ClosedRange<Int>

  func rows(_ label: LineLabel) -> [Int] { labels.indices.filter { labels[$0] == label } }

  mutating func set(_ row: Int, _ label: LineLabel, _ reason: Name) {
    labels[row] = label
    reasons[row] = reason
  }
}
