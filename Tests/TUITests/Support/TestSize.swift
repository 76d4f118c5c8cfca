import Glibc

/// How much the suites of random and hostile input try: a part in every run, all of it with `QJBOARD_FULL=1`, which `script/soak`
/// sets.
enum TestSize {
  static let isFull = getenv("QJBOARD_FULL") != nil

  /// The values to try: all at full size, otherwise every `step`-th, from another one on in each turn, so that the turns together
  /// try all.
  static func some<Value>(of values: [Value], every step: Int, turn: Int) -> [Value] {
    isFull ? values : values.enumerated().filter { ($0.offset + turn) % step == 0 }.map(\.element)
  }
}
