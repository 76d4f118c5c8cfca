import Domain
import Figures

/// Targets whose compound path passes through zero or below: no percentage leads from a loss to a profit.
struct PathRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] {
    context.board.targets.compactMap { row in
      guard row.target.kind == .target, !row.target.isInWords, !row.isYearly, !row.isYearToDate,
        context.dataset.path(of: row.indicator) == .compound
      else { return nil }
      let levels = levels(row)
      guard let level = levels.first(where: { $0.value <= 0 }) else { return nil }
      return context.finding(
        row.target, beside: levels.compactMap(\.figure).filter { $0.id != row.target.id },
        Name(
          zh: "\(level.name.zh)为\(level.label.zh)，不能按复合增长计算",
          en: "the \(level.name.en) is \(level.label.en), and a compound path cannot pass through zero"))
    }
  }

  /// A level on the path, in the unit of the target.
  private struct Level {
    var name: Name
    var value: Double
    var figure: Figure?
    var label: Name
  }

  private func levels(_ row: TargetProgress) -> [Level] {
    func level(_ name: Name, _ value: Double?, _ figure: Figure?) -> Level? {
      value.map { value in
        let text = Decimal.text(value, digits: 4)
        func label(_ language: Language) -> String {
          context.dataset.exactLabel(text, unit: row.target.unit, of: row.indicator.id, language)
        }
        return Level(name: name, value: value, figure: figure, label: Name(zh: label(.zh), en: label(.en)))
      }
    }
    return [
      level(Name(zh: "基期值", en: "base"), row.base?.value, row.base?.figures.first),
      level(Name(zh: "实际值", en: "actual level"), row.actual, row.observation),
      level(Name(zh: "目标值", en: "target"), row.target.value, row.target),
    ].compactMap(\.self)
  }
}
