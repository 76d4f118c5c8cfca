/// Whether a computed number is a given one, up to what the given one has as decimals.
func isNear(_ value: Double?, _ expected: Double?, within tolerance: Double = 0.0005) -> Bool {
  guard let value, let expected else { return value == nil && expected == nil }
  return abs(value - expected) <= tolerance
}

/// Entries for `figures.json`, as short as a test can say them; what is not said is of the district's gross output.
func figureText(
  _ id: String, _ value: Double, _ period: String, kind: String = "actual", subject: String = "district",
  indicator: String = "output", unit: String = "亿元", scope: String = "above-scale", plan: String? = nil,
  comparator: String = "=", supersedes: String? = nil, source: String = "briefing", line: Int = 1,
  printed: String? = nil
) -> String {
  let more = [("plan", plan), ("supersedes", supersedes)].compactMap { key, id in
    id.map { "\"\(key)\": \"\($0)\", " }
  }
  return """
    {"id": "\(id)", "subject": "\(subject)", "indicator": "\(indicator)", "value": \(value), "unit": "\(unit)",
    "period": "\(period)", "kind": "\(kind)", "comparator": "\(comparator)", "scope": "\(scope)", \(more.joined())
    "citations": [{"source": "\(source)", "line": \(line), "printed": "\(printed ?? "\(value)")"}]}
    """
}

/// An entry for `plans.json`.
func planText(
  _ id: String, _ start: String, _ end: String, from day: String = "01-01", baseline: String? = nil,
  source: String = "report"
) -> String {
  let base = baseline.map { "\"baseline\": \"\($0)\", " } ?? ""
  return """
    {"id": "\(id)", "name": {"zh": "新规划", "en": "New plan"}, "short": {"zh": "新", "en": "New"}, "source": "\(source)",
    "start": "\(start)-\(day)", "end": "\(end)-12-31", \(base)"note": {"zh": "测试", "en": "test"}}
    """
}

/// A second plan, of the briefing, which is newer.
let secondPlan = planText("plan-2", "2023", "2025", source: "briefing")
