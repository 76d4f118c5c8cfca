import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The content of each page, in ordinary text as on a small screen.
struct KioskPageTests {
  private func state(_ language: Language, width: Int = 80, height: Int = 24) throws -> KioskState {
    var kiosk = try KioskState.builtIn(KioskOptions(), language)
    _ = update(&kiosk, .resize(width: width, height: height))
    // After the end of the plans of 2025.
    let day = try #require(Day("2026-12-01"))
    _ = update(&kiosk, .tick(Moment(monotonic: 1000, day: day, minute: 720)))
    return kiosk
  }

  private func screen(_ view: String, _ language: Language = .zh, width: Int = 80, height: Int = 24) throws
    -> String
  {
    var kiosk = try state(language, width: width, height: height)
    kiosk.index = try #require(kiosk.pages.firstIndex(of: view))
    return kiosk.screen.joined(separator: "\n")
  }

  private func expect(_ view: String, _ words: [String], _ language: Language = .zh) throws {
    let screen = try screen(view, language)
    for words in words { #expect(screen.contains(words), "\(words)\n\(screen)") }
  }

  @Test func `the first page is the verdict on the headline`() throws {
    // 132.76 · (400 / 132.76)^0.25 expected, and 8.3 months late.
    try expect("overview", ["规上产值 2022年", "✗ 滞后8个月", "严重滞后", "应达174.9亿元，2025年目标400亿元"])
    try expect("overview", ["Gross output 2022", "✗ 8 months behind", "expected ¥17.49bn"], .en)
  }

  @Test func `clusters are ranked, the slowest first`() throws {
    let lines = try screen("clusters").split(separator: "\n").map(String.init)
    let names = ["消费品工业", "生物医药", "卷烟及配套", "新材料", "新能源"]
    let places = names.compactMap { name in lines.firstIndex { $0.contains(name) } }
    #expect(places.count == names.count && places == places.sorted())
    try expect("clusters", ["✗ 滞后11个月", "✗ 滞后5个月", "✓ 2022年已达到"])
  }

  @Test func `other headline indicators show figure, time and state`() throws {
    try expect("targets", ["规上增加值 71.89 亿元", "2020年 ◇ 基期后无新数据", "规上企业 44 家"])
    #expect(!(try screen("targets").contains("规上产值")))
  }

  @Test func `stages show listed projects, official totals apart`() throws {
    try expect("pipeline", ["投产 18", "谋划 280", "清单项目314项", "2022年官方通报：", "开工 24"])
    let lines = try screen("pipeline").split(separator: "\n").map(String.init)
    // The last line is the progress of the page.
    let bars = lines.dropLast().compactMap { line in
      line.firstIndex { "▏▎▍▌▋▊▉█".contains($0) }.map { TextWidth.columns(of: String(line[..<$0])) }
    }
    #expect(bars.count >= 5 && Set(bars).count == 1, "all bars begin in one column")
  }

  @Test func `news shows the stage, the date and the name, the newest first`() throws {
    try expect("projects", ["在建  至迟2024年10月底", "铝晟30万吨再生铝项目", "此后无报道"])
  }

  @Test func `commitments show what was promised, reported and what became of it`() throws {
    try expect("commitments", ["竣工投产 21 2022年 任务≥10个 ✓ 完成", "○ 不可比", "未公布"])
    #expect(!(try screen("commitments").contains("未完成")))
  }

  @Test func `the park shows what documents place where`() throws {
    try expect("park", ["青杠组团 新材料", "冯家组团 消费品工业"])
  }

  @Test func `the age of the data is large, and so is its sign`() throws {
    let kiosk = try state(.zh)
    let age = KioskAge(kiosk.app.context)
    #expect(age.isStale)
    try expect("sources", ["◷ \(age.words)", "个目标到期未公布"])
  }

  // MARK: Sizes

  @Test func `at 120x36 the verdict is in large words`() throws {
    let lines = try screen("overview", width: 120, height: 36).split(separator: "\n").map(String.init)
    let dotted = lines.count { line in line.contains { "█▀▄".contains($0) } }
    #expect(dotted >= 24, "name, figure and lag have eight rows each")
    #expect(!lines.contains { $0.contains("规上产值") })
  }

  @Test(arguments: Language.allCases) func `no line is larger than one of more weight`(language: Language)
    throws
  {
    for height in [36, 50, 70] {
      let kiosk = try state(language, width: 2 * height + 60, height: height)
      for view in kiosk.pages {
        let page = try #require(KioskRegistry.view(view)?.page(kiosk.app.context))
        let sizes = BigSize.allowed(width: kiosk.app.width, height: height, .blocks)
        let drawing = KioskDrawing(page: page, sizes: sizes, glyphs: .blocks)
        let rows = drawing.sizes(in: Rect(width: kiosk.app.width - 4, height: height - 5))
        let ranked = zip(page.lines, rows).filter { $0.0.weight > 0 }.sorted { $0.0.weight > $1.0.weight }
          .map(\.1.rows)
        #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0 >= $1 }, "\(view) \(height) \(ranked)")
      }
    }
  }

  @Test func `pages are few, and each has its own message`() throws {
    let kiosk = try state(.zh)
    #expect(kiosk.pages == KioskRegistry.ids)
    #expect(kiosk.pages.count <= 8)
    let screens = try kiosk.pages.map { try screen($0) }
    #expect(Set(screens).count == screens.count)
  }
}
