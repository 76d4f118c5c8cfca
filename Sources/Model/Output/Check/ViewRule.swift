import Domain

/// What a view takes from the vocabulary and the indicators, and the dataset does not declare.
struct ViewRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] { [investment(), share()].compactMap { $0 } }

  /// Projects have amounts of money, none of which is their investment.
  private func investment() -> CheckRule.Finding? {
    let dataset = context.dataset
    let amounts = context.board.figures.filter {
      $0.subject.kind == .project && dataset.isMoney($0.unit)
    }
    let investments = dataset.investments
    guard let first = amounts.first, !amounts.contains(where: { investments.contains($0.indicator) }) else {
      return nil
    }
    return finding(
      first,
      Name(
        zh: "项目有以\(dataset.unitName(first.unit).zh)计的数，但都不是项目的投资；项目视图不显示投资",
        en:
          "projects have amounts of money, but none is their investment, so that no view of projects shows one"
      ))
  }

  /// Growths or shares are recorded, and no unit measures shares.
  private func share() -> CheckRule.Finding? {
    guard !context.dataset.units.contains(where: { $0.role == .share }),
      let first = context.board.figures.first(where: { $0.kind == .growth || $0.kind == .share })
    else { return nil }
    return finding(
      first,
      Name(
        zh: "有增速或占比，但没有单位的量纲是 share；增速不参与计算",
        en:
          "there are growths or shares, but no unit has a dimension with the role share; no growth is computed with"
      ))
  }

  private func finding(_ figure: Figure, _ words: Name) -> CheckRule.Finding {
    CheckRule.Finding(about: figure.indicator, words: words, origin: figure.origin)
  }
}
