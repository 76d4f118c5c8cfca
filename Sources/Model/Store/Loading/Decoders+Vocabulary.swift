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
}

extension Stage {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(),
      name: fields.name("name"),
      ladder: fields.choice("ladder", default: .planned))
  }
}

extension Vocabulary {
  init(_ fields: inout Fields) {
    self.init(
      units: fields.objects("units", .filled, decode: Unit.init),
      scopes: fields.objects("scopes", .filled, decode: Term.init),
      categories: fields.objects("categories", .filled, decode: Term.init),
      stages: fields.objects("stages", .filled, decode: Stage.init),
      rules: fields.objects("rules", decode: Term.init),
      thresholds: fields.optionalObject("thresholds") { limits in
        let slightly = limits.optionalNumber("slightly_behind", .atLeast(0), required: true)
        let behind = limits.optionalNumber("behind", .atLeast(0), required: true)
        let basically = limits.optionalNumber("basically_reached", .atLeast(0))
        if let slightly, let behind, behind > slightly {
          limits.loading.report(
            .larger(
              first: "behind \(Decimal.text(behind))", second: "slightly_behind \(Decimal.text(slightly))"),
            at: limits.origin)
        }
        var thresholds = Thresholds()
        thresholds.slightlyBehind = slightly ?? thresholds.slightlyBehind
        thresholds.behind = behind ?? thresholds.behind
        thresholds.basicallyReached = basically ?? thresholds.basicallyReached
        return thresholds
      } ?? Thresholds())
  }
}
