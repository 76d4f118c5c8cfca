import Domain
import Figures
import Output
import Testing

/// A name that stands for two kinds tells readers nothing.
struct KindNamesTests {
  private func expectDistinct(_ names: [Name], sourceLocation: SourceLocation = #_sourceLocation) {
    for language in Language.allCases {
      let words = names.map { $0[language] }
      #expect(!words.contains(""), sourceLocation: sourceLocation)
      #expect(Set(words).count == words.count, "\(words)", sourceLocation: sourceLocation)
    }
  }

  @Test func `kinds of records`() {
    expectDistinct(Source.Kind.allCases.map(\.name))
    expectDistinct(Project.Nature.allCases.map(\.name))
    expectDistinct(Conflict.Kind.allCases.map(\.name))
    expectDistinct(Conflict.Severity.allCases.map(\.name))
    expectDistinct(Conflict.Finder.allCases.map(\.name))
    expectDistinct(Figure.Kind.allCases.map(\.name))
    expectDistinct(Park.Kind.allCases.map(\.name))
    expectDistinct(Cluster.Kind.allCases.map(\.name))
    expectDistinct(Strength.Category.allCases.map(\.name))
  }

  @Test func `properties of indicators`() {
    expectDistinct(Indicator.Measure.allCases.map(\.name))
    expectDistinct(Indicator.Direction.allCases.map(\.name))
    expectDistinct(Indicator.Cadence.allCases.map(\.name))
    expectDistinct(Indicator.Path.allCases.map(\.name))
  }

  @Test func `stages and states`() {
    expectDistinct(Rung.allCases.map(\.name))
    expectDistinct(Status.worstFirst.map(\.name))
    let missing = Name(zh: "口径", en: "scope")
    expectDistinct(
      [Pipeline.Commitment.Outcome.met, .missed, .notComparable(missing), .noFigure].map(\.name))
  }

  @Test func `reasons why a target is not measured`() {
    let obstacles: [Obstacle] = [
      .noObservation, .onlyBase, .noBase, .otherPeriod, .otherScope, .otherUnit, .noNumber,
      .missingYears([2022]), .ceiling, .noPath,
    ]
    expectDistinct(obstacles.map(\.name))
    #expect(
      Obstacle.missingYears([2022, 2024]).name == Name(zh: "缺2022年、2024年数据", en: "no figure for 2022, 2024"))
  }

  @Test func `what an import does and how it reads lines`() {
    expectDistinct(ImportChange.Kind.allCases.map(\.name))
    expectDistinct(LineLabel.allCases.map(\.name))
  }
}
