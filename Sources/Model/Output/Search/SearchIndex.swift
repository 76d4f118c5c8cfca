import Domain
import Figures

/// Finds what a board knows by Chinese and English names, by pinyin and initials, and by printed figures.
///
/// ```swift
/// let index = SearchIndex(board)
/// index.hits(for: "sl", limit: 20).first?.title.zh  // 三磊玻纤
/// ```
///
/// Everything is found that was known on the board's day. An index is a value that belongs to its board;
/// another day needs another index. Making it takes time in proportion to the text of the board, a query less
/// than a millisecond for a thousand records.
package struct SearchIndex: Sendable {
  /// A kind of record. Of two that match equally well the earlier kind is listed first.
  package enum Kind: String, CaseIterable, Sendable {
    case cluster, enterprise, organisation, project, indicator, target, park, programme, task, source,
      conflict
    /// A statement of a figure other than the targets.
    case figure
    case strength

    package var name: Name {
      switch self {
      case .cluster: Name(zh: "产业集群", en: "cluster")
      case .enterprise: Name(zh: "企业", en: "enterprise")
      case .organisation: Name(zh: "单位", en: "organisation")
      case .project: Name(zh: "项目", en: "project")
      case .indicator: Name(zh: "指标", en: "indicator")
      case .target: Name(zh: "目标", en: "target")
      case .park: Name(zh: "园区", en: "park")
      case .programme: Name(zh: "工程", en: "programme")
      case .task: Name(zh: "任务", en: "task")
      case .source: Name(zh: "文件", en: "document")
      case .conflict: Name(zh: "矛盾", en: "conflict")
      case .figure: Name(zh: "数据", en: "figure")
      case .strength: Name(zh: "优势", en: "strength")
      }
    }
  }

  /// A record that answers a query.
  package struct Hit: Hashable, Sendable {
    package var kind: Kind
    /// The id of the record among those of its kind; of a target the id of its figure.
    package var id: String
    package var title: Name
    /// What tells it from others of the same title: a classification, a plan with a value, a stage with a
    /// date, a lead unit. May be empty.
    package var context: Name
    /// 1...24: how well the record answers; more is better.
    package var score: Int
  }

  private let catalogue: SearchCatalogue
  private let records: [SearchCatalogue.Record]
  private let keys: SearchKeys

  package init(_ board: Board) {
    self.init(board, table: .common)
  }

  init(_ board: Board, table: PinyinTable) {
    catalogue = SearchCatalogue(board)
    records = catalogue.records()
    var keys = SearchKeys(table: table)
    for record in records {
      keys.beginRecord()
      catalogue.addTexts(of: record, to: &keys)
    }
    self.keys = keys
  }

  /// The number of records that can be found.
  package var count: Int { records.count }

  /// The records that answer a query, best first.
  ///
  /// The query is words that must all match; case, width and quotation marks do not count. An exact name
  /// comes first, then one that the query begins, then Chinese names that its letters stand for wholly or
  /// from the first character on, then names that hold it further on. Equal ones are in the order of kinds,
  /// then the shorter title, then the order of the files.
  /// - Returns: At most `limit` hits, each record once; none for a query without a letter, digit or sign.
  package func hits(for query: String, limit: Int) -> [Hit] {
    let query = SearchText(query)
    guard !query.scalars.isEmpty, limit > 0 else { return [] }
    var found = [[Int]](repeating: [], count: Int(SearchRank.count))
    for (record, rank) in keys.ranks(of: query).enumerated() where rank < SearchRank.count {
      if found[Int(rank)].count < limit { found[Int(rank)].append(record) }
    }
    var hits: [Hit] = []
    for (rank, records) in found.enumerated() {
      for index in records.prefix(limit - hits.count) {
        let record = self.records[index]
        hits.append(
          Hit(
            kind: record.kind, id: catalogue.id(of: record), title: catalogue.title(of: record),
            context: catalogue.context(of: record), score: Int(SearchRank.count) - rank))
      }
    }
    return hits
  }
}
