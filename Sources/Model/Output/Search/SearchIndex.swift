import Domain
import Figures

/// Finds the records of a board by Chinese and English names, by pinyin and initials, and by printed figures.
///
/// ```swift
/// let index = SearchIndex(board)
/// index.hits(for: "sl", limit: 20).first?.title.zh  // 三磊玻纤
/// ```
///
/// It finds everything that is known on the board's day. An index is a value that belongs to its board; another day
/// needs another index. Building it takes time in proportion to the text of the board. A query takes less than a
/// millisecond for a thousand records.
package struct SearchIndex: Sendable {
  /// A kind of record. Equal matches are listed in the order of the cases.
  package enum Kind: String, CaseIterable, Sendable {
    case cluster, firm, organisation, project, indicator, target, park, programme, task, source,
      conflict
    /// A statement of a figure other than the targets.
    case figure
    case strength, measure
    /// A record of the office's month.
    case problem, decision, duty, status

    /// The word for the kind, beside a hit.
    package var name: Name {
      switch self {
      case .cluster: Name(zh: "产业集群", en: "cluster")
      case .firm: Name(zh: "企业", en: "firm")
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
      case .measure: Name(zh: "措施", en: "measure")
      case .problem: Name(zh: "问题", en: "problem")
      case .decision: Name(zh: "决定", en: "decision")
      case .duty: Name(zh: "报送义务", en: "duty")
      case .status: Name(zh: "表态", en: "statement")
      }
    }
  }

  /// A record that matches a query.
  package struct Hit: Hashable, Sendable {
    /// The kind of the record.
    package var kind: Kind
    /// The id of the record within its kind; for a target the id of its figure.
    package var id: String
    /// The text of the hit.
    package var title: Name
    /// A text that distinguishes it from others with the same title: a classification, a plan with a value, a stage
    /// with a date, a lead unit. May be empty.
    package var context: Name
    /// The quality of the match, 1...24; higher is better.
    package var score: Int
  }

  private let catalogue: SearchCatalogue
  private let records: [SearchCatalogue.Record]
  private let keys: SearchKeys

  /// Folds the texts of all records that the board knows.
  package init(_ board: Board) {
    self.init(board, table: .common)
  }

  init(_ board: Board, table: PinyinTable) {
    catalogue = SearchCatalogue(board)
    records = catalogue.records()
    let terms = (Figure.Kind.allCases.map(\.name) + Kind.allCases.map(\.name)).map(\.zh)
    var keys = SearchKeys(table: table, terms: terms)
    for record in records {
      keys.beginRecord()
      catalogue.addTexts(of: record, to: &keys)
    }
    self.keys = keys
  }

  /// The number of searchable records.
  package var count: Int { records.count }

  /// Returns the records that match a query, best first.
  ///
  /// All words of the query must match; case, width and quotation marks are ignored. An exact name comes first, then
  /// names that start with the query, then Chinese names whose reading matches wholly or from the first character, then
  /// names that contain it later. Equal matches are ordered by kind, then by the length of the title, then by the order
  /// of the files.
  /// - Returns: at most `limit` hits, each record once; none for a query without a letter, digit or sign.
  package func hits(for query: String, limit: Int) -> [Hit] {
    matches(for: query).hits(limit: limit)
  }

  /// Returns all records that match a query, of which the hits are made when they are needed.
  package func matches(for query: String) -> Matches {
    let query = SearchText(query)
    var found = [[Int]](repeating: [], count: Int(SearchRank.count))
    if !query.scalars.isEmpty {
      for (record, rank) in keys.ranks(of: query).enumerated() where rank < SearchRank.count {
        let rank = SearchRank.rank(rank, of: records[record].kind)
        found[Int(rank)].append(record)
      }
    }
    return Matches(index: self, found: found)
  }

  /// The records that match a query.
  package struct Matches: Sendable {
    fileprivate let index: SearchIndex
    /// The positions of the records by rank, the best first.
    fileprivate let found: [[Int]]

    /// The number of matches of each kind that has any, in the order of the kinds.
    package var counts: [(kind: Kind, count: Int)] {
      var counts: [Kind: Int] = [:]
      for record in found.joined() { counts[index.records[record].kind, default: 0] += 1 }
      return Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }

    /// Returns the best hits, of one kind or of all.
    package func hits(of kind: Kind? = nil, limit: Int = .max) -> [Hit] {
      var hits: [Hit] = []
      for (rank, records) in found.enumerated() {
        for position in records where kind == nil || index.records[position].kind == kind {
          guard hits.count < limit else { return hits }
          hits.append(index.hit(position, rank))
        }
      }
      return hits
    }
  }

  private func hit(_ position: Int, _ rank: Int) -> Hit {
    let record = records[position]
    return Hit(
      kind: record.kind, id: catalogue.id(of: record), title: catalogue.title(of: record),
      context: catalogue.context(of: record), score: Int(SearchRank.count) - rank)
  }
}
