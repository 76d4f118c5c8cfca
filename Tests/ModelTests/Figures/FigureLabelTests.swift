import Domain
import Store
import Testing

/// How amounts are written: as printed in Chinese, on a scale of its own in English where the unit has one.
struct FigureLabelTests {
  private let dataset: Dataset

  init() throws { dataset = try DatasetLoader.builtIn().dataset }

  @Test func `an indicator has the name of the scope that a figure is for`() throws {
    let dataset = try Fixture("qianjiang").dataset()
    var count = 0
    for figure in dataset.figures {
      for other in dataset.indicators[figure.indicator]?.scopeNames ?? [] where other.scope == figure.scope {
        #expect(dataset.indicatorName(of: figure) == other.name, "\(figure.id)")
        count += 1
      }
    }
    #expect(count > 0)
  }

  @Test(arguments: [
    (144.54, "亿元", "144.54亿元", "¥14.45bn"), (2.89, "亿元", "2.89亿元", "¥0.29bn"), (400, "亿元", "400亿元", "¥40bn"),
    (5000, "万元", "5000万元", "¥50m"), (50, "万吨", "50万吨", "500,000 t"), (0.8, "万吨", "0.8万吨", "8000 t"),
    (95, "%", "95%", "95%"), (4, "年", "4年", "4 years"),
  ])
  func `a value with its unit`(value: Double, unit: String, zh: String, en: String) {
    #expect(dataset.label(value, unit: unit, .zh) == zh)
    #expect(dataset.label(value, unit: unit, .en) == en)
  }

  @Test func `the printed number is kept where it is compared`() {
    #expect(dataset.exactLabel("144.54", unit: "亿元", .en) == "¥14.454bn")
    #expect(dataset.exactNumber(144.54, unit: "亿元", .en) == "14.454")
    #expect(dataset.exactNumber(144.54, unit: "亿元", .zh) == "144.54")
  }

  @Test func `a heading names the scale of its column`() throws {
    #expect(dataset.unitHeading("亿元", .en) == "¥bn" && dataset.unitHeading("亿元", .zh) == "亿元")
    #expect(dataset.unitHeading("万吨", .en) == "t" && dataset.unitHeading("%", .en) == "%")
    #expect(dataset.number(144.54, unit: "亿元", .en) == "14.45")
  }

  @Test func `comparators and ranges surround the scaled number`() throws {
    func figure(_ comparator: String, _ more: String = "") throws -> Figure {
      let text = """
        {"id": "f", "subject": "district", "indicator": "output", "value": 50, \(more)"unit": "亿元", "period": "2022",
        "kind": "actual", "comparator": "\(comparator)", "scope": "above-scale",
        "citations": [{"source": "briefing", "line": 1, "printed": "50"}]}
        """
      return try #require(try Fixture("small").inserting(text, in: "figures.json").dataset().figures["f"])
    }
    let least = try figure("≥")
    #expect(dataset.label(least, .en) == "≥¥5bn" && dataset.label(least, .zh) == "≥50亿元")
    let range = try figure("=", "\"upper\": 80, ")
    #expect(dataset.label(range, .en) == "¥5-8bn" && dataset.value(range, .en) == "5-8")
  }

  @Test func `counts have their noun, and money without a form its printed unit`() throws {
    let small = try Fixture("small").dataset()
    #expect(small.label(144.54, unit: "亿元", .en) == "144.54 x100M yuan")
    let firms = try #require(dataset.indicators.first { $0.noun != nil })
    let noun = try #require(firms.noun)
    #expect(dataset.label(1, unit: firms.unit, of: firms.id, .en) == "1 \(noun.one)")
    #expect(dataset.label(44, unit: firms.unit, of: firms.id, .en) == "44 \(noun.other)")
  }
}
