import Domain
import Figures

// The wording of where a target stands, for the lists of all panels.

extension PanelContext {
  /// Returns the status glyph with the period of the figure and the lag: `✗ 2022年滞后11个月`, `◇ 2020年后未公布`.
  package func standing(of row: TargetProgress) -> String {
    guard let observation = row.observation else { return statusText(row.status) }
    let mark = glyph(row)
    let when = time(of: observation)
    switch row.status {
    case .noDataSinceBase: return "\(mark) " + text("\(when)后未公布", "not published since \(when)")
    case .improved: return "\(mark) " + text(row.word)
    case .noBase, .notComparable, .noData:
      return "\(mark) " + text("\(when)，\(row.word.zh)", "\(when), \(row.word.en)")
    case .reached where row.asksForNothing:
      return "\(mark) \(equalWords)"
    // A reached target shows its year if that is not the target's own.
    case .reached: return "\(mark) " + text(row.word)
    default: return "\(mark) " + text("\(when)\(said(of: row))", "\(when): \(said(of: row))")
    }
  }

  /// Returns the same for a narrow column: `✗ 滞后11个月`, `✓ 已完成`.
  ///
  /// - Parameters:
  ///   - row: the target.
  ///   - hasYear: whether the time of the figure is named.
  package func shortStanding(of row: TargetProgress, hasYear: Bool = false) -> String {
    guard let observation = row.observation else { return statusText(row.status) }
    let mark = glyph(row)
    let when = time(of: observation)
    switch row.status {
    case .noDataSinceBase: return "\(mark) " + text("\(when)后未公布", "last figure \(when)")
    case .improved:
      guard let floor = row.floor else { break }
      return "\(mark) " + text("\(floor.year)年好转", "better \(floor.year)")
    case .reached where row.asksForNothing: return "\(mark) " + equalWords
    case .noBase, .notComparable, .noData:
      return "\(mark) " + text("\(when)，\(row.word.zh)", "\(when), \(row.word.en)")
    default:
      guard hasYear else { break }
      let words = said(of: row).split(separator: " ").map {
        $0 == "months" || $0 == "month" ? "mo" : String($0)
      }
      return "\(mark) " + text("\(when)\(said(of: row))", "\(when): \(words.joined(separator: " "))")
    }
    return "\(mark) \(said(of: row))"
  }

  /// Returns the same for the narrowest screens: `✗ 滞后11个月`, `✗ 11 mo behind`, `◇ 只到2020年`.
  package func compactStanding(of row: TargetProgress) -> String {
    guard let observation = row.observation else { return shortStanding(of: row) }
    switch row.status {
    case .noDataSinceBase:
      return "\(glyph(row)) " + text("只到\(time(of: observation))", "last \(time(of: observation))")
    case .noBase, .notComparable, .noData: return "\(glyph(row.status)) \(text(row.word))"
    default:
      // The words of the lag are long in English.
      let words = shortStanding(of: row).split(separator: " ")
      return words.map { $0 == "months" || $0 == "month" ? "mo" : String($0) }.joined(separator: " ")
    }
  }

  /// What is said of a reached target that asked for no more than its base.
  var equalWords: String { typed(text(TargetProgress.equal)) }

  /// Returns the title of a target; with its plan if another plan sets one for the same figure.
  func distinctTitle(of row: TargetProgress) -> String {
    let hasOther = board.targets.contains {
      !$0.isSecondary && $0.target.id != row.target.id && $0.indicator.id == row.indicator.id
        && $0.target.subject == row.target.subject
    }
    let plan = text(row.planName)
    return title(of: row) + (hasOther ? text("（\(plan)）", " (\(plan))") : "")
  }

  /// Returns status and lag as one judgement without a repeated word: `严重滞后8个月`, `far behind by 8 months`.
  ///
  /// - Parameter status: the status to name; nil for that of the target.
  func judgement(of row: TargetProgress, as status: Status? = nil) -> String {
    let (word, lag) = (status.map { text($0.name) } ?? word(of: row), lag(of: row))
    guard !lag.isEmpty else { return word }
    let isLate = row.measure?.lagMonths.map { $0 > 0 } ?? false
    switch (language, status ?? row.status) {
    case (.zh, .farBehind) where isLate && lag.hasPrefix("滞后") && word.hasSuffix("滞后"):
      return word + lag.dropFirst("滞后".count)
    case (.en, .farBehind) where isLate && lag.hasSuffix(" behind"),
      (.en, .behind) where isLate && lag.hasSuffix(" behind"),
      (.en, .slightlyBehind) where isLate && lag.hasSuffix(" behind"):
      return "\(word) by \(lag.dropLast(" behind".count))"
    default: return text("\(word)，\(lag)", "\(word), \(lag)")
    }
  }

  /// Returns the lag if there is one, otherwise the status.
  private func said(of row: TargetProgress) -> String {
    let lag = lag(of: row)
    return lag.isEmpty ? text(row.word) : lag
  }
}
