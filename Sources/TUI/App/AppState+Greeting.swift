import Store

extension AppState {
  /// Shows one hint at the very first start. Where it cannot be kept that it was shown, it is not shown: it would come
  /// with every start.
  ///
  /// - Parameter keep: keeps the state for the next start, and returns whether it is kept.
  package mutating func greet(keeping keep: (KeptState) -> Bool) {
    guard !kept.isGreeted else { return }
    kept.isGreeted = true
    guard keep(kept) else { return }
    say(
      "初次使用：此行说明光标处的符号；s 出处，/ 搜索，? 全部符号和按键",
      "first start: this line explains the row; s sources, / search, ? all signs")
  }
}
