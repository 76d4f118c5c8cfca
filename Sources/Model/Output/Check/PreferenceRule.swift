import Domain

/// Conflicts that prefer another target than precedence selects.
struct PreferenceRule {
  let context: CheckContext

  func findings() -> [CheckRule.Finding] {
    context.dataset.conflicts.compactMap { conflict in
      context.board.overruling(of: conflict).map { preferred, shown, decision in
        let rule = decision.name(in: context.dataset)
        return CheckRule.Finding(
          about: conflict.id,
          words: Name(
            zh: "“prefer”为 \(preferred.id)，显示的是 \(shown.id)（\(rule.zh)）",
            en: "'prefer' is \(preferred.id), but \(shown.id) is shown (\(rule.en))"), origin: conflict.origin
        )
      }
    }
  }
}
