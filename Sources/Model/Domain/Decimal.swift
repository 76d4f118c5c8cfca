/// Formats numbers for display: plain decimal digits, no trailing zeros.
package enum Decimal {
  /// The magnitude that numbers of a dataset stay below: up to it a Double has all digits of a whole number.
  package static let limit = 1e15

  /// Returns the shortest text with at most `digits` decimals: 109.43, 144.5, 400; −0 is 0.
  package static func text(_ value: Double, digits: Int = 2) -> String {
    guard abs(value) < limit else { return beyondLimit(value) }
    var text = fixed(value, digits: digits)
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  /// Returns a text with exactly `digits` decimals, clamped to 0...15. Rounds half away from zero, based on the decimal
  /// value that is printed for the number.
  package static func fixed(_ value: Double, digits: Int) -> String {
    guard abs(value) < limit else { return beyondLimit(value) }
    let digits = min(max(0, digits), 15)
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    // The whole part and the decimals are separate: neither exceeds 10^15, so both fit an integer.
    var whole = abs(value).rounded(.down)
    // 1.005 is stored as 1.00499…; adding a few units in the last place rounds it as displayed. If those units are not
    // small compared with the last decimal, nothing needs fixing.
    let nudge = abs(value).ulp * 4 * factor
    var decimals = (abs(value) - whole) * factor
    decimals = (nudge < 0.25 ? decimals + nudge : decimals).rounded(.toNearestOrAwayFromZero)
    if decimals >= factor {
      whole += 1
      decimals = 0
    }
    let sign = value < 0 && (whole > 0 || decimals > 0) ? "-" : ""
    guard digits > 0 else { return "\(sign)\(Int64(whole))" }
    let text = String(Int64(decimals))
    return "\(sign)\(Int64(whole)).\(String(repeating: "0", count: max(0, digits - text.count)))\(text)"
  }

  /// Returns the text of a computed number that has no reliable decimals: whole, with an exponent from about 10^18 on.
  /// NaN and infinities are `-`.
  private static func beyondLimit(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    return Int64(exactly: value.rounded()).map(String.init) ?? "\(value)"
  }

  /// Returns a count with thousands separators: 29,988.
  package static func grouped(_ count: Int) -> String {
    var groups: [String] = []
    var rest = Substring(String(count.magnitude))
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest = rest.dropLast(3)
    }
    return (count < 0 ? "-" : "") + ([String(rest)] + groups).joined(separator: ",")
  }

  /// Adds thousands separators to the whole part of a printed number from five digits on: 500,000.
  package static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    guard let count = Int(whole), abs(count) >= 10_000 else { return text }
    return grouped(count) + text.dropFirst(whole.count)
  }

  /// Returns a fraction as a percentage: 0.361 is `36.1%`.
  package static func percent(_ fraction: Double, digits: Int = 1) -> String {
    "\(fixed(fraction * 100, digits: digits))%"
  }

  /// Returns a number with its sign: `+3.2`, `-27.9`. Zero has none.
  package static func signed(_ value: Double, digits: Int = 1) -> String {
    let text = fixed(value, digits: digits)
    return value > 0 && text.contains(where: { $0 != "0" && $0 != "." }) ? "+\(text)" : text
  }
}
