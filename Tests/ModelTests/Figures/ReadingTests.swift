import Domain
import Figures
import Store
import Testing

/// The built-in data read one wording in one way.
struct ReadingTests {
  @Test func `construction that continues is under way everywhere, and marked as inferred`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    var readings = 0
    for project in dataset.projects {
      for milestone in project.milestones {
        let continues = milestone.citations.contains { citation in
          let text = citation.printed
          // What is to be brought to full output runs in part; full output itself is expected.
          return text.contains("持续") && (text.contains("建设") || text.contains("打造"))
            || text.contains("全面达产") && !milestone.isExpected
        }
        guard continues else {
          #expect(!milestone.isInferred, "\(project.id)")
          continue
        }
        readings += 1
        #expect(dataset.rung(of: milestone.stage) == .underConstruction, "\(project.id)")
        #expect(milestone.isInferred && !milestone.isExpected && milestone.note != nil, "\(project.id)")
      }
    }
    #expect(readings == 10)
  }

  @Test func `a continued construction is no move from one year to the next`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let diff = BoardDiff(
      from: Board(dataset, asOf: try day("2022-12-31")), to: Board(dataset, asOf: try day("2023-12-31")))
    #expect(!diff.moved.contains { $0.project.id == "rizhao-enclave-park" })
    #expect(diff.moved.contains { $0.project.id == "tobacco-relocation" })
  }
}
