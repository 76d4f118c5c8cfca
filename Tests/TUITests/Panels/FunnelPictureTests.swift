import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The bars of a funnel compare as its counts do.
struct FunnelPictureTests {
  /// The small dataset with so many more projects in reserve.
  private func context(reserve: Int, glyphs: Glyphs = .blocks) throws -> PanelContext {
    var dataset = try Fixture.small()
    let works = try #require(dataset.projects["gear-works"])
    let more = (0..<reserve).map { number in
      Project(
        id: "p\(number)", name: works.name, aliases: [], clusters: [], milestones: [works.milestones[0]],
        citations: works.citations, origin: .unknown)
    }
    dataset.projects = Records(dataset.projects + more)
    return PanelStage("overview", Board(dataset, asOf: Fixture.today), .en, glyphs: glyphs).context
  }

  private func lines(_ context: PanelContext, width: Int, countsEverReached: Bool = false) -> [String] {
    let pipeline = context.board.pipeline
    let steps = pipeline.steps.filter { $0.everReached > 0 }
    let picture = FunnelPicture(
      steps: steps, funnel: pipeline.funnel, selection: nil, context: context,
      countsEverReached: countsEverReached)
    return drawn(width, picture.height) { picture.render(in: $0, into: &$1) }.lines
  }

  @Test func `266 and 1 do not look alike`() throws {
    #expect(
      try lines(context(reserve: 265), width: 40) == [
        "              Now          Official 2022",
        " Planned        0 ────────",
        " Reserve      266 ████████",
        " Signed         1 ▏───────",
        " Started        0 ────────             2",
        " Under const…   1 ▏───────",
        " Commissioned   1 ▏───────",
        " Full output    1 ▏───────",
      ])
  }

  @Test func `empty rungs give way to the others where there is no room for all`() throws {
    let context = try context(reserve: 0)
    let pipeline = context.board.pipeline
    let steps = pipeline.steps.filter { $0.everReached > 0 }
    func names(_ rows: Int, selection: Int? = nil) -> [String] {
      let picture = FunnelPicture(
        steps: steps, funnel: pipeline.funnel, selection: selection, context: context)
      return drawn(40, rows) { picture.render(in: $0, into: &$1) }.lines.dropFirst().compactMap {
        $0.dropFirst().split(separator: " ").first.map(String.init)
      }
    }
    #expect(names(8) == ["Planned", "Reserve", "Signed", "Started", "Under", "Commissioned", "Full"])
    // Nobody published a total for those planned; those started have one.
    #expect(names(7) == ["Reserve", "Signed", "Started", "Under", "Commissioned", "Full"])
    #expect(names(6) == ["Reserve", "Signed", "Under", "Commissioned", "Full"])
    // The cursor stays on its rung.
    #expect(names(7, selection: 0).first == "Planned")
  }

  @Test func `lengths are in proportion`() throws {
    // Reserve 8, the others 1 of 8: one cell of eight.
    let rows = try lines(context(reserve: 7), width: 40)
    #expect(rows[2] == " Reserve        8 ████████" && rows[3] == " Signed         1 █───────")
  }

  @Test func `in ASCII a trace is not a cell of the bar`() throws {
    let rows = try lines(context(reserve: 265, glyphs: .ascii), width: 40)
    #expect(rows[2] == " Reserve      266 ########" && rows[3] == " Signed         1 .-------")
  }

  @Test func `projects of no stage are a row of their own`() throws {
    var dataset = try Fixture.small()
    let works = try #require(dataset.projects["gear-works"])
    dataset.projects = Records(
      dataset.projects + [
        Project(
          id: "p", name: works.name, aliases: [], clusters: [], milestones: [works.milestones[1]],
          citations: works.citations, origin: .unknown)
      ])
    let rows = lines(PanelStage("overview", Board(dataset, asOf: Fixture.today), .en).context, width: 40)
    #expect(rows.last == " Stage unkno…   1 ████████")
  }

  @Test func `what is not built is the light part of a bar, and not counted`() throws {
    var dataset = try Fixture.small()
    let works = try #require(dataset.projects["gear-works"])
    dataset.projects = Records(
      dataset.projects
        + (0..<3).map { number in
          Project(
            id: "line-\(number)", name: works.name, aliases: [], nature: .productLine, clusters: [],
            milestones: [works.milestones[0]], citations: works.citations, origin: .unknown)
        })
    for (glyphs, bar) in [(Glyphs.blocks, "██░░░░░░"), (.ascii, "##======")] {
      let context = PanelStage("overview", Board(dataset, asOf: Fixture.today), .en, glyphs: glyphs).context
      let pipeline = context.board.pipeline
      let picture = FunnelPicture(
        steps: pipeline.steps.filter { $0.everReached > 0 }, funnel: pipeline.funnel, context: context,
        marksPlanItems: true)
      let rows = drawn(40, picture.height) { picture.render(in: $0, into: &$1) }.lines
      #expect(rows[2] == " Reserve        1 \(bar)")
      #expect(picture.legend?.text.contains("product lines, programmes") == true)
    }
  }
}
