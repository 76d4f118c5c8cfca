import Glibc

/// Evaluates what explanations print: decimal numbers, `+ - * / ^ ( )` and `ln( )`, as a pocket calculator would.
struct Calculator {
  private var rest: Substring

  /// Nil where the text is no expression.
  static func value(of text: String) -> Double? {
    var calculator = Calculator(rest: text.filter { $0 != " " }[...])
    guard let value = calculator.sum(), calculator.rest.isEmpty else { return nil }
    return value
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("-") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = power() else { return nil }
    while true {
      if take("*") {
        guard let next = power() else { return nil }
        value *= next
      } else if take("/") {
        guard let next = power() else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func power() -> Double? {
    guard let base = atom() else { return nil }
    guard take("^") else { return base }
    return atom().map { Glibc.pow(base, $0) }
  }

  private mutating func atom() -> Double? {
    if take("ln(") { return closed(sum()).map { Glibc.log($0) } }
    if take("(") { return closed(sum()) }
    if take("-") { return atom().map { -$0 } }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    rest = rest.dropFirst(digits.count)
    return Double(digits)
  }

  private mutating func closed(_ value: Double?) -> Double? { take(")") ? value : nil }
}
