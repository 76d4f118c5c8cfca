import Domain
import Testing

/// What documents want of projects is what they print, word and date.
struct ProjectDataTests {
  /// The words that name a stage; `docs/data-entry.md` has the table.
  private static let words = [
    "signed": ["签约", "引进"],
    "started": ["开工", "建设", "新建", "共建", "搭建", "建立", "构建", "打造", "实施", "开展"],
    // A year by which something is built (2028年前建设) is the year that it is complete; a railway arrives (迎来).
    "commissioned": ["建成", "投产", "投用", "投入运营", "完成", "重启", "建设", "迎来"],
    "full-output": ["达产"],
  ]

  private func expected() throws -> [(id: String, milestone: Milestone)] {
    try Fixture("qianjiang").dataset().projects.flatMap { project in
      project.milestones.filter(\.isExpected).map { (id: project.id, milestone: $0) }
    }
  }

  @Test func `an expected stage cites the word that names it`() throws {
    let all = try expected()
    #expect(all.count > 100)
    for (id, milestone) in all {
      let words = try #require(Self.words[milestone.stage], "\(id): \(milestone.stage)")
      let isPrinted = milestone.citations.contains { citation in
        words.contains { citation.printed.contains($0) }
      }
      #expect(isPrinted, "\(id): \(milestone.stage)")
    }
  }

  @Test func `an expected date cites the year that it is of`() throws {
    let dated = try expected().filter { $0.milestone.date.precision != .unknown }
    #expect(
      Set(dated.map { $0.id }) == [
        "five-g-demos", "zhengyang-green-park", "high-speed-rail", "sanlei-base", "sanlei-lines-3-4",
        "sanlei-phase-2", "sanlei-ecr-50", "sanlei-high-modulus",
      ])
    for (id, milestone) in dated where id != "high-speed-rail" {
      let year = milestone.date.text.suffix(4)
      #expect(milestone.citations.contains { $0.printed.contains("\(year)年") }, "\(id)")
    }
    // The press conference of October 2024 prints 明年6月30日.
    let railway = try #require(dated.first { $0.id == "high-speed-rail" })
    #expect(railway.milestone.date.text == "2025-06-30")
    #expect(railway.milestone.citations.contains { $0.printed == "明年6月30日" })
  }
}
