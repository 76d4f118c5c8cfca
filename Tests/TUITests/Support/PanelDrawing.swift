import Testing

@testable import Canvas
@testable import Domain

/// What a panel draws for the small dataset after some keys, without blank rows at the end.
func panelLines(
  _ view: String, _ language: Language, _ width: Int, _ height: Int, keys: [Key] = []
) throws -> [String] {
  var stage = try Fixture.stage(view, language, width: width, height: height)
  for key in keys { stage.press(key) }
  var lines = stage.lines
  while lines.last == "" { lines.removeLast() }
  return lines
}

/// Compares what a panel draws with the lines of a test.
func expectPanel(
  _ view: String, _ language: Language, _ width: Int, _ height: Int, keys: [Key] = [],
  shows expected: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let lines = try panelLines(view, language, width, height, keys: keys)
  guard lines != expected else { return }
  Issue.record(
    Comment(rawValue: LineDifference(expected: expected, actual: lines).description),
    sourceLocation: sourceLocation)
}

/// The statements about what is under the cursor: figure, source, line and what is printed there.
func told(_ stage: PanelStage) -> [String] {
  stage.statements.flatMap { statement in
    statement.citations.map { "\(statement.figure ?? "-") \($0.source) \($0.line) \($0.printed)" }
  }
}
