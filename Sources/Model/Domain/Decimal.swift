/// Writes numbers for people: plain decimal digits, no exponent, no trailing zeros.
package enum Decimal {
  /// Numbers from here on have no digits that can be relied on, and are not written out.
  package static let limit = 1e15

  /// The shortest text with at most `digits` decimals: 109.43, 144.5, 400; −0 is 0.
  package static func text(_ value: Double, digits: Int = 2) -> String {
    guard value.isFinite, abs(value) < limit else { return "-" }
    var text = fixed(value, digits: digits)
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  /// Exactly `digits` decimals, at most 15, rounded half away from zero on the decimal value that is printed for the
  /// number.
  package static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < limit else { return "-" }
    let digits = min(max(0, digits), 15)
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    // Whole part and decimals apart: neither exceeds 10^15, so that both fit an integer.
    var whole = abs(value).rounded(.down)
    // 1.005 is stored as 1.00499…; a nudge of a few units in the last place rounds what people see. Where those units
    // are no small part of the last decimal, there is nothing to mend.
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

  /// A count with a comma before every three digits: 29,988.
  package static func grouped(_ count: Int) -> String {
    var groups: [String] = []
    var rest = Substring(String(count.magnitude))
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest = rest.dropLast(3)
    }
    return (count < 0 ? "-" : "") + ([String(rest)] + groups).joined(separator: ",")
  }

  /// A written number with a comma before every three digits of its whole part, from five digits on: 500,000.
  package static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    guard let count = Int(whole), abs(count) >= 10_000 else { return text }
    return grouped(count) + text.dropFirst(whole.count)
  }

  /// A fraction as percent: 0.361 is `36.1%`.
  package static func percent(_ fraction: Double, digits: Int = 1) -> String {
    "\(fixed(fraction * 100, digits: digits))%"
  }

  /// With its sign: `+3.2`, `-27.9`.
  package static func signed(_ value: Double, digits: Int = 1) -> String {
    let text = fixed(value, digits: digits)
    return value > 0 && text.contains(where: { $0 != "0" && $0 != "." }) ? "+\(text)" : text
  }
}
