import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The content of each page, as it is built and as ordinary text on a small screen.
struct KioskPageTests {
  /// The built-in data after the end of the plans of 2025, read once.
  private static let states: [Language: KioskState] = Language.allCases.reduce(into: [:]) {
    states, language in
    guard var kiosk = try? KioskState.builtIn(KioskOptions(), language), let day = Day("2026-12-01") else {
      return
    }
    _ = update(&kiosk, .tick(Moment(monotonic: 1000, day: day, minute: 720)))
    states[language] = kiosk
  }

  private func state(_ language: Language, width: Int = 79, height: Int = 15) throws -> KioskState {
    var kiosk = try #require(Self.states[language])
    _ = update(&kiosk, .resize(width: width, height: height))
    return kiosk
  }

  private func screen(_ view: String, _ language: Language = .zh, width: Int = 79, height: Int = 15) throws
    -> String
  {
    var kiosk = try state(language, width: width, height: height)
    kiosk.index = try #require(kiosk.pages.firstIndex(of: view))
    return kiosk.screen.joined(separator: "\n")
  }

  private func page(_ view: String, _ language: Language = .zh) throws -> KioskPage {
    try #require(KioskRegistry.view(view)?.page(state(language).app.context))
  }

  private func expect(_ view: String, _ words: [String], _ language: Language = .zh) throws {
    let screen = try screen(view, language)
    for words in words { #expect(screen.contains(words), "\(words)\n\(screen)") }
  }

  @Test
  func `the first page is the verdict on the headline, with its year and that the target's year is over`()
    throws
  {
    // 132.76 · (400 / 132.76)^0.25 expected, and 8.3 months late.
    try expect("overview", ["规上产值2022年144.54亿元，应达174.9亿元，2025年目标400亿元"])
    try expect("overview", ["¥17.49bn expected", "target ¥40bn for 2025"], .en)
    let states = try page("overview").lead.first?.flatMap(\.pieces).map(\.text) ?? []
    #expect(states == ["规上产值", "2022年", "144.54亿元", "✗ 2022年滞后8个月", "◷ 2025年目标年已过、数据未公布"])
    let english = try page("overview", .en).lead.first?.flatMap(\.pieces).map(\.text) ?? []
    #expect(english.suffix(2) == ["✗ 2022: 8 months behind", "◷ past due in 2025, result unpublished"])
  }

  @Test func `clusters are ranked, the slowest first`() throws {
    let lines = try screen("clusters").split(separator: "\n").map(String.init)
    let names = ["消费品工业", "生物医药", "卷烟及配套", "新材料", "新能源"]
    let places = names.compactMap { name in lines.firstIndex { $0.contains(name) } }
    #expect(places.count == names.count && places == places.sorted())
    // Part of 2024 proves the light of new materials wrong, and no more than that.
    try expect("clusters", ["5个产业集群中3个滞后", "✗ 滞后11个月", "✗ 滞后 6个月", "▽ 2024年好转", "○ 目标≈基期"])
  }

  @Test func `figures without news show it once, as a block, and then figure and target`() throws {
    try expect("targets", ["71.89亿元", "2025年目标 120亿元", "44家"])
    #expect(!(try screen("targets").contains("规上产值")))
    #expect(try page("targets").lead.first?.flatMap(\.pieces).map(\.text) == ["◇ 4项指标2020年后未公布"])
  }

  @Test func `stages add up to all listed projects, and bars are of one height and of honest length`() throws
  {
    let page = try page("pipeline")
    #expect(page.lead.first?.flatMap(\.pieces).map(\.text) == ["132项中105项仅谋划"])
    #expect(try self.page("pipeline", .en).lead.first?.first?.pieces.first?.text == "105 of 132 only planned")
    let rows = try #require(page.rows.first)
    let counts = rows.compactMap { Int($0.line.pieces[1].text) }
    #expect(counts.reduce(0, +) == 132 && rows.contains { $0.line.pieces[0].text == "阶段不明" })
    for (row, count) in zip(rows, counts) { #expect(row.bar?.value == Double(count) / 132) }
    for (width, height) in [(120, 36), (56, 17)] {
      let plan = KioskDrawing(page: page, glyphs: .blocks).plan(width: width - 4, height: height - 3)
      #expect(Set(plan.table.heights).count == 1)
    }
    #expect(!(try screen("pipeline").contains("官方通报")), "totals of another definition stand elsewhere")
  }

  @Test func `news shows the stage, the date and the name, the newest first`() throws {
    let lead = try page("projects").lead.first?.flatMap(\.pieces).map(\.text)
    #expect(lead == ["铝晟30万吨再生铝项目", "在建", "截至2024年10月底"])
    try expect("projects", ["年产30万吨石英砂项目", "此后无报道"])
  }

  @Test func `commitments show what was promised, reported and what became of it`() throws {
    try expect(
      "commitments",
      [
        "竣工投产", "21", "目标≥10个", "✓ 2022年完成", "○ 2022年不可比", "○ 未公布",
        "新开工不可比：通报数未限定投资5000万元及以上",
      ])
    #expect(!(try screen("commitments").contains("未完成")))
    #expect(try page("commitments").lead.first?.first?.pieces.map(\.text) == ["◷ 2023—2025年结果未公布"])
  }

  @Test func `the age of the data is large, and so are the results that are missing`() throws {
    let age = KioskAge(try state(.zh).app.context)
    #expect(age.isStale)
    let lead = try page("sources").lead.first?.flatMap(\.pieces).map(\.text) ?? []
    #expect(lead.prefix(3) == ["最新资料", "2024-10-30", "◷ \(age.words)"] && lead[3].hasSuffix("个目标到期未公布"))
  }

  // MARK: Dates

  @Test func `the foot has the date of the page's figures, and no other`() throws {
    let dates = [
      "overview": "本页为2022年数据，距今3年11个月", "clusters": "本页为2022年数据，距今3年11个月",
      "commitments": "本页为2022年数据，距今3年11个月", "targets": "本页为2020年数据，距今5年11个月",
      "pipeline": "按截至2024-10-30的资料，距今2年1个月", "projects": "按截至2024-10-30的资料，距今2年1个月",
      "sources": "",
    ]
    for view in try state(.zh).pages {
      let foot = try #require(screen(view).split(separator: "\n").last)
      let text = foot.prefix { $0 != "→" && $0 != "─" }.trimmed
      #expect(text == dates[view], "\(view)")
    }
    try expect("overview", ["figures of 2022, 3 y 11 mo old"], .en)
  }

  @Test func `no mark stands without its words`() throws {
    for language in Language.allCases {
      for view in try state(language).pages {
        #expect(!(try screen(view, language).contains("≠")), "\(view)")
      }
    }
  }

  // MARK: Sizes

  private static let screens = [(120, 36), (80, 24), (64, 20), (56, 17), (240, 70)]

  @Test(arguments: Language.allCases)
  func `all rows of a table are of one size, and so are all lines of a lead`(
    language: Language
  ) throws {
    let kiosk = try state(language)
    for (width, height) in Self.screens {
      for view in kiosk.pages {
        let page = try #require(KioskRegistry.view(view)?.page(kiosk.app.context))
        let plan = KioskDrawing(page: page, glyphs: .blocks).plan(width: width - 4, height: height - 3)
        #expect(plan.table.size.rows <= plan.lead.size.rows || plan.lead.lines.isEmpty, "\(view) \(width)")
        for group in plan.groups {
          let lines = group.lines.filter { $0.line.hasBlock == group.lines[0].line.hasBlock }
          #expect(Set(lines.map { $0.line.rows(group.size) }).count == 1, "\(view) \(width)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases) func `a state in ordinary text is never cut`(language: Language) throws
  {
    var checked = 0
    for (width, height) in [(80, 24), (64, 20), (56, 17), (40, 12)] {
      for view in try state(language).pages {
        let screen = try screen(view, language, width: width, height: height)
        let choices = try page(view, language).rows
        for index in choices.first?.indices ?? 0..<0 {
          let pieces = choices.map { $0[index].line.pieces }
          let states = pieces.compactMap { $0.first(where: \.isBlock)?.text.replacing("\u{2007}", with: " ") }
          guard !states.isEmpty, let name = pieces.first?.first(where: { !$0.isBlock })?.text,
            screen.contains(name)
          else { continue }
          checked += 1
          #expect(states.contains { screen.contains($0) }, "\(view) \(width)x\(height) \(name)\n\(screen)")
        }
      }
    }
    #expect(checked >= 20)
  }

  @Test(arguments: Language.allCases) func `at 120x36 every message is at least six rows high`(
    language: Language
  ) throws {
    for view in try state(language).pages {
      let plan = KioskDrawing(page: try page(view, language), glyphs: .blocks).plan(width: 116, height: 33)
      #expect((plan.groups.first?.size.rows ?? 0) >= 6, "\(view)")
    }
  }

  @Test func `the rest of a ranking without room is named in words`() throws {
    #expect(try screen("clusters", width: 120, height: 36).contains("新能源 ○ 目标≈基期"))
    #expect(!(try screen("clusters", width: 120, height: 36).contains("新材料")), "drawn large")
  }

  // MARK: Pages

  @Test func `pages are few, and each has its own message`() throws {
    let kiosk = try state(.zh)
    #expect(kiosk.pages == KioskRegistry.ids.filter { $0 != "dispatch" })
    #expect(kiosk.pages.count <= 8)
    let screens = try kiosk.pages.map { try screen($0) }
    #expect(Set(screens).count == screens.count)
  }

  @Test func `a page without a message is not shown`() throws {
    var dataset = try Fixture.builtIn()
    dataset.info.commitments = []
    #expect(!KioskState.of(dataset).pages.contains("commitments"))
    dataset.info.headlines = Array(dataset.info.headlines.prefix(1))
    #expect(!KioskState.of(dataset).pages.contains("targets"), "the only headline is the verdict")
    dataset.projects = Records([])
    let pages = KioskState.of(dataset).pages
    #expect(!pages.contains("pipeline") && !pages.contains("projects") && pages.contains("overview"))
  }
}

extension Substring {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
