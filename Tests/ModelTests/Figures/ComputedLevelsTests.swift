import Domain
import Store
import Testing

@testable import Figures

/// What no document prints and the figures of the clusters make, of Qianjiang.
struct ComputedLevelsTests {
  private let dataset: Dataset

  init() throws { dataset = try DatasetLoader.builtIn().dataset }

  private func row(_ id: String, on date: String) throws -> TargetProgress {
    let day = try #require(Day(date))
    return try #require(Board(dataset, asOf: day).target(id))
  }

  /// 69.88 + 35.75 + 5.28 + 2.89 + 30.73 = 144.53; the sum of the bases is 132.76.
  @Test func `the total is the sum of its parts until a document prints it`() throws {
    let then = try row("sc2022-gross-output-2025", on: "2023-02-15")
    #expect(then.observation?.derivation?.method == .sum && isNear(then.actual, 144.53))
    #expect(then.status == .farBehind && isNear(then.scheduleRatio, 0.3081, within: 0.001))
    let later = try row("sc2022-gross-output-2025", on: "2024-01-01")
    #expect(later.observation?.isComputed == false && later.actual == 144.54)
    #expect(later.history.allSatisfy { !$0.isComputed })
  }

  /// (2.89 + 30.73) / 144.54; before, (2.65 + 29.98) / 132.76.
  @Test func `a share that the target's document defines is computed from the clusters`() throws {
    let share = try row("sc2022-emerging-share-2025-task1", on: "2026-12-01")
    #expect(isNear(share.actual, 23.26, within: 0.005) && isNear(share.base?.value, 24.576, within: 0.005))
    #expect(share.asksForNothing && share.status == .reached && share.isUnreported)
    // Another definition of the same indicator is left alone.
    #expect(try row("plan2021-emerging-share-2025", on: "2026-12-01").actual == 5.6)
    // As long as no output of a cluster is known there is nothing to compute.
    #expect(try row("sc2022-emerging-share-2025-task1", on: "2022-12-31").actual == nil)
  }

  @Test func `a count of clusters above a level is shown, and has no light before its year`() throws {
    let count = try row("sc2022-ten-billion-industries-2025", on: "2026-12-01")
    #expect(count.actual == 0 && count.attainment == 0 && count.measure == nil)
    #expect(count.status == .notComparable && count.obstacle == .countsAbove)
  }

  /// 54.8 in nine months of 2024: ln(54.8 / 30.35) / ln(100 / 30.35) / (3/4) = 0.66.
  @Test func `a part of a later year that proves a better light leaves the older light behind`() throws {
    let then = try row("sc2022-new-materials-gross-output-2025", on: "2023-12-31")
    #expect(then.status == .farBehind && then.formerStatus == nil)
    let now = try row("sc2022-new-materials-gross-output-2025", on: "2026-12-01")
    #expect(now.status == .improved && now.formerStatus == .farBehind)
    #expect(isNear(now.floor?.scheduleRatio, 0.661, within: 0.001))
    #expect(now.word.zh == "2022年严重滞后，2024年至少0.66")
    #expect(now.word.en == "far behind in 2022, at least 0.66 in 2024")
    let board = Board(dataset, asOf: try #require(Day("2026-12-01")))
    #expect(!board.belowPace.contains { $0.target.id == now.target.id })
  }
}
