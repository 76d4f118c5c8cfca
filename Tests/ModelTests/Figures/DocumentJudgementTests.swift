import Domain
import Figures
import Output
import Store
import Testing

/// What is said of Qianjiang, where the documents allow one answer and a wrong one is near at hand.
struct DocumentJudgementTests {
  private let dataset: Dataset
  private let board: Board

  init() throws {
    dataset = try DatasetLoader.builtIn().dataset
    board = Board(dataset, asOf: .distantFuture)
  }

  // MARK: Targets

  /// 144.54 of 400 is behind, but no further than the worst of the five clusters.
  @Test func `the district is not shown behind its worst part`() throws {
    let district = try #require(try board.row("sc2022-gross-output-2025").scheduleRatio)
    let parts = try ["tobacco", "new-materials", "consumer-goods", "biomedicine"].map { cluster in
      try #require(try board.row("sc2022-\(cluster)-gross-output-2025").scheduleRatio)
    }
    let worst = try #require(parts.min())
    let best = try #require(parts.max())
    #expect(worst < district && district < best)
  }

  /// 120 / 69.88 and 100 / 5.28 in three years: 1.198^3 = 1.719, 2.666^3 = 18.95. By days it would be 19.7 and 166.5.
  @Test func `required growth counts whole years`() throws {
    for (id, text) in [
      ("sc2022-tobacco-gross-output-2025", "19.8"), ("sc2022-consumer-goods-gross-output-2025", "166.6"),
    ] {
      let required = try #require(try board.row(id).requiredGrowth)
      #expect((required * 1000).rounded() / 10 == Double(text))
    }
  }

  /// 0.6 makes both red; linear progress, 0.37 and 0.31 of the time gone, does so too: the light depends on no method.
  @Test func `tobacco at 0.50 and new materials at 0.55 are red by every method`() throws {
    for (id, ratio, linear) in [
      ("sc2022-tobacco-gross-output-2025", 0.50, 0.37),
      ("sc2022-new-materials-gross-output-2025", 0.55, 0.31),
    ] {
      let row = try board.row(id)
      let measure = try #require(row.measure)
      #expect((row.formerStatus ?? row.status) == .farBehind)
      #expect(isNear(measure.scheduleRatio, ratio, within: 0.005))
      #expect(isNear(try #require(measure.linearProgress) / measure.elapsed, linear, within: 0.005))
      #expect(!measure.isMethodSensitive)
    }
  }

  /// New energy had 30.73 of a wanted 30 and a base of 29.98: in points of the way from base to target, 3,750 % and more.
  @Test func `no distance is reported in thousands of points`() {
    for row in board.targets {
      #expect(abs(row.shortfall ?? 0) < 100, "\(row.target.id)")
      if let bar = row.onBar { #expect((0...1).contains(bar.earned), "\(row.target.id)") }
    }
  }

  @Test func `a share or a rate is never asked to grow by percent`() {
    let shares = board.targets.filter { $0.target.unit == "%" }
    #expect(shares.count > 5)
    for row in shares {
      #expect(row.requiredGrowth == nil && row.measure?.path != .compound, "\(row.target.id)")
    }
  }

  @Test func `nothing is projected beyond ten years after its target`() {
    for row in board.targets {
      guard let year = row.projection?.year else { continue }
      #expect(year <= row.target.period.year + 10, "\(row.target.id)")
    }
  }

  /// 95 % of solid waste is what the plan of 2021 gives for 2020, and what it wants; nothing newer is known.
  @Test func `a base alone is not a result`() throws {
    let row = try board.row("plan2021-solid-waste-rate-2025")
    #expect(row.base?.value == 95 && row.status == .noDataSinceBase && row.asksForNothing)
  }

  // MARK: Projects

  /// The plan names 2021 to 2025 for all that it lists; a date is printed for three.
  @Test func `three projects are due, not all of a plan that is over`() throws {
    let today = try Board(dataset, on: "2026-11-30")
    #expect((today.overdue + today.unreported).count <= 8)
    #expect(today.lapsed.count > 200)
    for status in today.lapsed { #expect(status.lateness == nil, "\(status.project.id)") }
  }

  /// Stages as they stand are no cohort. Of the 94 construction projects that the plan of 2021 lists as intentions two went
  /// further, the cigarette factory and waste to energy, whose beginning only a later document reports; the cooperation park is
  /// inferred from the wording. Sanlei's base was in operation in part before, and the smelter is halted.
  @Test func `a conversion is of what one document lists`() throws {
    let cohort = try #require(board.pipeline.funnel.intentions)
    #expect(cohort.source == "plan-2021" && cohort.recorded == 94 && cohort.further == 3)
    #expect(cohort.deduced == 1 && cohort.halted == 1)
  }

  @Test func `lines and programmes of a plan are distinguished`() {
    let counts = board.projectCounts
    #expect(counts.planItems == dataset.projects.count { $0.nature != .project && $0.parent == nil })
    #expect(counts.planItems == 182 && counts.projects == 132 && counts.parts == 23)
  }

  struct Named: Sendable {
    var source: String
    var line: Int
    var printed: String
  }

  /// What a document names in one breath is a project on both sides, or on neither.
  static let named = [
    Named(source: "plan-2021", line: 39, printed: "桐乡丝绸工业园"),
    Named(source: "plan-2021", line: 39, printed: "渝东南电商产业微企孵化园"),
    Named(source: "plan-2021", line: 39, printed: "渝东南冷链物流中心"),
    Named(source: "plan-2021", line: 45, printed: "武陵山天然气管道"),
    Named(source: "plan-2021", line: 45, printed: "220千伏黔江站增容改造"),
    Named(source: "plan-2021", line: 282, printed: "工业硅下游产业项目"),
    Named(source: "plan-2021", line: 282, printed: "积极盘活正阳新材料公司闲置设备"),
    Named(source: "plan-2021", line: 298, printed: "农副食品绿色工厂、智能车间"),
    Named(source: "plan-2021", line: 469, printed: "智慧医院建设"),
    Named(source: "plan-2021", line: 469, printed: "智慧校园建设"),
    Named(source: "conference-2024", line: 77, printed: "城中村改造、保障性住房和平急两用项目“三大工程”"),
    Named(source: "strong-city-2022", line: 56, printed: "规模以上工业企业研发机构倍增计划"),
    Named(source: "strong-city-2022", line: 64, printed: "高新区发展专项规划方案"),
    Named(source: "strong-city-2022", line: 68, printed: "标准厂房多层厂房建设"),
    Named(source: "strong-city-2022", line: 68, printed: "分布式数据中心"),
    Named(source: "strong-city-2022", line: 74, printed: "工业5G专网试点"),
  ]

  @Test(arguments: named)
  func `a name in a document is a project`(named: Named) {
    let holders = dataset.projects.filter { project in
      project.citations.contains {
        $0.source == named.source && $0.line == named.line && $0.printed == named.printed
      }
    }
    #expect(holders.count == 1)
  }

  @Test(arguments: [
    Named(source: "strong-city-2022", line: 88, printed: "专项资金"),
    Named(source: "strong-city-2022", line: 90, printed: "专项引导基金"),
  ])
  func `money is not a project, and is found as what it is`(named: Named) throws {
    let strength = try #require(
      dataset.strengths.first { strength in
        strength.citations.contains {
          $0.source == named.source && $0.line == named.line && $0.printed.contains(named.printed)
        }
      })
    let hits = SearchIndex(board).hits(for: named.printed, limit: 100)
    #expect(hits.contains { $0.id == strength.id })
  }

  // MARK: Data

  @Test func `the first little giant is a figure`() throws {
    let figure = try #require(dataset.figures.first { $0.id == "winter-little-giants-2023" })
    #expect(figure.value == 1 && figure.citations.contains { $0.line == 22 && $0.printed.contains("零的突破") })
  }

  @Test func `three industries of ten billion are set as targets`() {
    let targets = dataset.figures.filter { figure in
      figure.kind == .target && figure.value == 100
        && figure.citations.contains { $0.line == 38 && $0.printed.contains("突破百亿") }
    }
    #expect(targets.count == 3)
  }

  @Test func `two tobacco companies are two`() {
    let holders = dataset.firms.filter {
      $0.citations.contains { $0.line == 246 && $0.printed == "浙渝中烟" }
    }
    #expect(Set(holders.map(\.id)) == ["chongqing-tobacco", "zheyu-tobacco"])
  }

  /// 001:47 prints no year for the 80,000 t that came before the 200,000 t.
  @Test func `what had been before is of no year that nobody prints`() throws {
    let capacity = try #require(dataset.figures["conf-sanlei-capacity-before"])
    #expect(capacity.isPeriodInferred && capacity.period.year != 2021)
  }

  /// A year stands beside a goal as printed only where the place that it is cited from prints one.
  @Test func `a goal of 2027 is marked where no year is printed, in lists too`() {
    let goals = dataset.figures.filter { $0.kind == .target && $0.period.text == "2027" }
    let inferred = goals.filter(\.isPeriodInferred)
    #expect(inferred.count >= 8 && inferred.count < goals.count)
    for goal in inferred { #expect(goal.periodLabel(.en).contains("year not printed"), "\(goal.id)") }
  }

  @Test func `Sanlei leads its chain`() {
    #expect(dataset.firms["sanlei"]?.role?.name.zh.contains("链主") == true)
  }
}
