import Domain

extension Unit {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.unitName("name"),
      dimension: fields.string("dimension"),
      scale: fields.optionalNumber("scale", .above(0), required: true) ?? 1,
      english: fields.optionalObject("english") { EnglishForm(&$0) })
  }
}

extension Unit.EnglishForm {
  init(_ fields: inout Fields) {
    self.init(
      prefix: fields.optionalString("prefix") ?? "",
      suffix: fields.optionalString("suffix") ?? "",
      factor: fields.optionalNumber("factor", .above(0), required: true) ?? 1,
      digits: Int(min(4, fields.optionalNumber("digits", .atLeast(0)) ?? 2)))
  }
}

extension Term {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.name("name"))
  }

  /// Reads a scope.
  init(scope fields: inout Fields) {
    self.init(&fields)
    subject = fields.optionalChoice("subject")
  }
}

extension Stage {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.name("name"),
      ladder: fields.choice("ladder", default: .planned))
  }
}

/// What the units of a dimension measure.
private struct Dimension {
  let id: String
  let role: Unit.Role?

  init(_ fields: inout Fields) { (id, role) = (fields.string("id"), fields.optionalChoice("role")) }
}

extension Vocabulary {
  init(_ fields: inout Fields) {
    let dimensions = fields.objects("dimensions", decode: { Dimension(&$0) })
    self.init(
      units: fields.objects("units", .filled, decode: { Unit(&$0) }),
      scopes: fields.objects("scopes", .filled, decode: { Term(scope: &$0) }),
      categories: fields.objects("categories", .filled, decode: { Term(&$0) }),
      stages: fields.objects("stages", .filled, decode: { Stage(&$0) }),
      rules: fields.objects("rules", decode: { Term(&$0) }),
      causes: fields.objects("causes", decode: { Term(&$0) }),
      topics: fields.objects("topics", decode: { Term(&$0) }),
      firmLadder: fields.objects("firm_ladder", decode: { Term(&$0) }),
      thresholds: fields.optionalObject("thresholds", decode: { Thresholds(&$0) }) ?? Thresholds())
    for dimension in dimensions {
      for index in units.indices where units[index].dimension == dimension.id {
        units[index].role = dimension.role
      }
    }
  }
}

extension Vocabulary.Thresholds {
  init(_ fields: inout Fields) {
    self.init()
    slightlyBehind = fields.fraction("slightly_behind", default: slightlyBehind)
    behind = fields.fraction("behind", default: behind)
    basicallyReached = fields.fraction("basically_reached", default: basicallyReached)
    guard behind > slightlyBehind else { return }
    fields.loading.report(
      .larger(
        first: "behind \(Decimal.text(behind))", second: "slightly_behind \(Decimal.text(slightlyBehind))"),
      at: fields.origin)
  }
}

extension Fields {
  /// Reads a fraction of 0 to 1. A larger number has another meaning, such as points; it is replaced by the default,
  /// with a warning.
  fileprivate mutating func fraction(_ key: StaticString, default usual: Double) -> Double {
    guard let number = optionalNumber(key, .atLeast(0)) else { return usual }
    if number > 1, let value = value(key) {
      loading.report(
        .replaced(key: "\(key)", found: Decimal.text(number), used: Decimal.text(usual)), at: value,
        severity: .warning)
    }
    return number > 1 ? usual : number
  }
}
