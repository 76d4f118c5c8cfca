/// Entries for `figures.json`, as short as a test can say them; what is not said is of the district's gross output.
func figureText(
  _ id: String, _ value: Double, _ period: String, kind: String = "actual", subject: String = "district",
  indicator: String = "output", unit: String = "亿元", scope: String = "above-scale", plan: String? = nil,
  supersedes: String? = nil, source: String = "briefing", line: Int = 1, printed: String? = nil
) -> String {
  let more = [("plan", plan), ("supersedes", supersedes)].compactMap { key, id in
    id.map { "\"\(key)\": \"\($0)\", " }
  }
  return """
    {"id": "\(id)", "subject": "\(subject)", "indicator": "\(indicator)", "value": \(value), "unit": "\(unit)",
    "period": "\(period)", "kind": "\(kind)", "comparator": "=", "scope": "\(scope)", \(more.joined())
    "citations": [{"source": "\(source)", "line": \(line), "printed": "\(printed ?? "\(value)")"}]}
    """
}

/// A second plan, of the briefing, which is newer.
let secondPlan = """
  {"id": "plan-2", "name": {"zh": "新规划", "en": "New plan"}, "short": {"zh": "新", "en": "New"}, "source": "briefing",
  "start": "2023-01-01", "end": "2025-12-31"}
  """
