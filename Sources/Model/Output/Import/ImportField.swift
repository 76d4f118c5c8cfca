import Domain

/// The possible contents of a table's column.
package enum ImportField: Hashable, Sendable {
  case id, subject, indicator, period, value, unit, kind, scope, comparator, plan
  case source, section, line, printed, note
  case name, nameEnglish, clusters, owner, enterprise, park, stage, stageDate
  /// The date of a stage of the common ladder; expected when the header says expected (预计投产日期).
  case milestone(Rung, isExpected: Bool)
  /// A figure about the project, by the id of its indicator.
  case figure(String)

  /// The headers of each field, the documented one first.
  static let heads: [(field: ImportField, heads: [String])] = [
    (.id, ["id", "编号"]),
    (.subject, ["主体", "subject", "对象", "集群", "cluster", "单位名称"]),
    (.indicator, ["指标", "indicator", "指标名称"]),
    (.period, ["期间", "period", "时期", "年份", "year", "时间", "月份"]),
    (.value, ["数值", "value", "数据", "值"]),
    (.unit, ["单位", "unit", "计量单位"]),
    (.kind, ["性质", "kind"]),
    (.scope, ["口径", "scope"]),
    (.comparator, ["比较", "comparator"]),
    (.plan, ["规划", "plan"]),
    (.source, ["来源", "source", "出处", "文件"]),
    (.section, ["章节", "section"]),
    (.line, ["行", "line", "行号"]),
    (.printed, ["原文", "printed"]),
    (.note, ["备注", "note", "说明"]),
    (.name, ["名称", "name", "项目名称", "项目", "project"]),
    (.nameEnglish, ["英文名称", "name_en", "english name"]),
    (.clusters, ["集群", "clusters", "cluster", "产业", "所属集群"]),
    (.owner, ["业主", "owner", "业主单位"]),
    (.enterprise, ["企业", "enterprise", "企业名称"]),
    (.park, ["园区", "park", "组团", "所在园区", "group"]),
    (.stage, ["阶段", "stage", "进展阶段"]),
    (.stageDate, ["阶段日期", "date", "日期"]),
  ]
  private static let rungs: [(Rung, [String])] = [
    (.planned, ["谋划", "planned"]), (.reserve, ["储备", "reserve"]), (.signed, ["签约", "signed"]),
    (.started, ["开工", "started"]), (.underConstruction, ["在建", "under-construction"]),
    (.commissioned, ["投产", "commissioned"]), (.fullOutput, ["达产", "full-output"]),
  ]

  static let ofObservations: [ImportField] = [
    .subject, .indicator, .period, .value, .unit, .kind, .scope, .comparator, .plan, .source, .section, .line,
    .printed, .note,
  ]
  static let ofProjects: [ImportField] = [
    .id, .name, .nameEnglish, .clusters, .owner, .enterprise, .park, .stage, .stageDate, .source, .section,
    .line,
    .printed, .note,
  ]

  /// The headers of this field.
  var heads: [String] { ImportField.heads.first { $0.field == self }?.heads ?? [] }

  /// Reads headers such as `签约日期`, `signed date`, `预计投产日期`, `expected commissioned`; nil for others.
  static func milestone(_ folded: String) -> ImportField? {
    var text = folded
    var isExpected = false
    for word in ["预计", "计划", "拟", "expected "] where text.hasPrefix(word) {
      text.removeFirst(word.count)
      isExpected = true
      break
    }
    for ending in ["日期", "时间", " date", "_date"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
      break
    }
    guard text != folded, let rung = rungs.first(where: { $0.1.contains(text) })?.0 else { return nil }
    return .milestone(rung, isExpected: isExpected)
  }

  /// The key as shown, and as used in `--map`.
  package var key: String {
    switch self {
    case .milestone(let rung, let isExpected): "\(isExpected ? "expected " : "")\(rung.rawValue) date"
    case .figure(let indicator): indicator
    default: heads.first { $0.utf8.allSatisfy { $0 < 0x80 } } ?? ""
    }
  }

  /// The name in both languages.
  package var name: Name {
    switch self {
    case .milestone(let rung, let isExpected):
      Name(
        zh: (isExpected ? "预计" : "") + (ImportField.rungs.first { $0.0 == rung }?.1.first ?? rung.rawValue)
          + "日期",
        en: key)
    case .figure: Name(both: key)
    default: Name(zh: heads.first { $0.utf8.contains { $0 >= 0x80 } } ?? key, en: key)
    }
  }
}

/// The field of each column of a table, with the unit in its header: `投资额（万元）`.
package struct ImportMapping: Sendable {
  package struct Column: Sendable {
    package var head: String
    /// Nil when the column is not used.
    package var field: ImportField?
    /// Empty when the header names no unit.
    package var unit: String
  }

  package var columns: [Column]

  func position(of field: ImportField) -> Int? { columns.firstIndex { $0.field == field } }

  /// - Parameter choices: the user's pairs of header and field.
  init(
    _ header: [String], fields: [ImportField], choices: [(String, String)], dataset: Dataset, index: NameIndex
  ) throws(CellFault) {
    let isOfProjects = fields.contains(.name)
    var columns: [Column] = []
    for head in header {
      let (bare, unit) = ImportMapping.split(head)
      let folded = NameIndex.folded(bare)
      var field: ImportField?
      if let choice = choices.first(where: {
        [NameIndex.folded(head), folded].contains(NameIndex.folded($0.0))
      }) {
        field = try ImportMapping.field(choice.1, fields, isOfProjects, index)
      } else {
        field = ImportMapping.found(folded, fields, isOfProjects, dataset, index)
      }
      if let taken = columns.first(where: { $0.field == field && field != nil }) {
        throw CellFault(
          zh: "“\(taken.head)”和“\(head)”两列都是\(field?.name.zh ?? "")；用 --map '列名=字段' 指定，不用的列写 -",
          en:
            "columns '\(taken.head)' and '\(head)' are both \(field?.name.en ?? ""); choose with --map 'column=field', and - for an unused column"
        )
      }
      columns.append(Column(head: head, field: field, unit: unit))
    }
    for choice in choices
    where !header.contains(where: {
      [NameIndex.folded($0), NameIndex.folded(ImportMapping.split($0).bare)].contains(
        NameIndex.folded(choice.0))
    }) {
      throw CellFault(
        zh: "--map：没有“\(choice.0)”这一列；表中有：\(header.joined(separator: "、"))",
        en: "--map: no column '\(choice.0)'; available: \(header.joined(separator: ", "))")
    }
    self.columns = columns
  }

  /// Splits a header into its text and the text in brackets at its end.
  private static func split(_ head: String) -> (bare: String, unit: String) {
    let plain = CellText.plain(head)
    guard plain.hasSuffix(")"), let open = plain.lastIndex(of: "(") else { return (plain, "") }
    let unit = plain[plain.index(after: open)...].dropLast()
    return (
      String(CellText.trimmed(plain[..<open].unicodeScalars)), String(CellText.trimmed(unit.unicodeScalars))
    )
  }

  private static func found(
    _ folded: String, _ fields: [ImportField], _ isOfProjects: Bool, _ dataset: Dataset, _ index: NameIndex
  ) -> ImportField? {
    if let field = fields.first(where: { $0.heads.contains { NameIndex.folded($0) == folded } }) {
      return field
    }
    guard isOfProjects else { return nil }
    if let milestone = ImportField.milestone(folded) { return milestone }
    let named = index.all("indicators", folded)
    if named.count == 1 { return .figure(named[0]) }
    guard ["投资额", "总投资", "计划投资", "计划总投资", "总投资额", "investment", "total investment"].contains(folded) else {
      return nil
    }
    // The board's own definition of investment: money of that category; of several indicators, the one that projects
    // have.
    let money = dataset.indicators.filter {
      $0.category == "investment" && dataset.units[$0.unit]?.dimension == "money"
    }
    let used = money.filter { indicator in
      dataset.figures.contains { $0.indicator == indicator.id && $0.subject.kind == .project }
    }
    return (used.count == 1 ? used : money).count == 1
      ? (used.first ?? money.first).map { .figure($0.id) } : nil
  }

  private static func field(
    _ text: String, _ fields: [ImportField], _ isOfProjects: Bool, _ index: NameIndex
  ) throws(CellFault) -> ImportField? {
    let folded = NameIndex.folded(text)
    if folded == "-" { return nil }
    if let field = fields.first(where: {
      $0.key == folded || $0.heads.contains { NameIndex.folded($0) == folded }
    }) {
      return field
    }
    if isOfProjects, let field = ImportField.milestone(folded) { return field }
    if isOfProjects, case let named = index.all("indicators", text), named.count == 1 {
      return .figure(named[0])
    }
    let allowed = fields.map(\.key).joined(separator: ", ")
    throw CellFault(
      zh: "--map：没有“\(text)”这个字段；可用：\(allowed)" + (isOfProjects ? "、signed date 等、指标 id" : ""),
      en: "--map: no field '\(text)'; there are \(allowed)"
        + (isOfProjects ? ", 'signed date' and the like, ids of indicators" : ""))
  }

  /// Checks that the table has these columns.
  ///
  /// - Throws: a fault for each missing one.
  func require(_ fields: [ImportField]) throws(ImportFailure) {
    let missing = fields.filter { position(of: $0) == nil }
    guard !missing.isEmpty else { return }
    throw ImportFailure(
      missing.map { field in
        ImportFault(
          line: nil, column: nil,
          message: Name(
            zh:
              "缺少“\(field.name.zh)”列；可用的列名：\(field.heads.joined(separator: "、"))，或用 --map '列名=\(field.key)' 指定",
            en:
              "no column for \(field.key); accepted heads: \(field.heads.joined(separator: ", ")); or use --map 'column=\(field.key)'"
          ))
      })
  }
}
