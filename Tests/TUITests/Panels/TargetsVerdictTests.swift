import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The lines above the targets, and the lines that fold those without a comparable figure.
struct TargetsVerdictTests {
  private func lines(_ language: Language, _ width: Int) throws -> [String] {
    let context = try Fixture.builtInStage("targets", language).context
    let rows = context.board.targets.filter { !$0.isSecondary }
    return TargetsVerdict(rows: rows, context: context).lines(width: width).map(\.text)
  }

  @Test(arguments: Language.allCases) func `the counts of the states add up to all targets`(
    language: Language
  ) throws {
    let context = try Fixture.builtInStage("targets", language).context
    let rows = context.board.targets.filter { !$0.isSecondary }
    let first = try lines(language, 200)[0]
    // A year is no count.
    let numbers = first.split { !$0.isNumber }.compactMap { Int($0) }.filter { $0 < 1900 }
    let judged = rows.count { !$0.status.isUnknown }
    #expect(numbers.prefix(2) == (language == .zh ? [judged, rows.count] : [judged, rows.count]))
    #expect(numbers.dropFirst(2).reduce(0, +) == rows.count)
  }

  @Test(arguments: Language.allCases, [40, 60, 80, 120]) func `no line is wider than its room`(
    language: Language, width: Int
  ) throws {
    let lines = try lines(language, width)
    #expect(lines.count == (width < 60 ? 1 : 2))
    #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= width })
  }

  @Test func `a fold names how many it holds, opens with Enter and closes with Esc`() throws {
    var stage = try Fixture.builtInStage("targets", .en)
    let before = TargetsPanel().ids(stage.view, stage.context)
    let fold = TargetsPanel.Fold.noNews
    let position = try #require(before.firstIndex(of: fold.id))
    stage.view.selection = fold.id
    let hidden = try #require(TargetsPanel().chosenFold(stage.view, stage.context)).rows
    stage.press(.enter)
    let open = TargetsPanel().ids(stage.view, stage.context)
    #expect(open.count == before.count - 1 + hidden.count)
    #expect(Array(open[position..<position + hidden.count]) == hidden.map(\.target.id))
    #expect(stage.view.selection == hidden.first?.target.id)
    stage.press(.escape)
    #expect(TargetsPanel().ids(stage.view, stage.context) == before && stage.view.selection == fold.id)
  }
}
