import Domain
import Figures

extension RecordCatalogue where Row == Measure {
  /// The list of measures and mechanisms, in file order.
  package static let measures = RecordCatalogue(
    columns: [
      .id { $0.id },
      .references("topic", "主题", "Topic", isColumn: true, to: RecordChoices.topics) { row, board in
        let topic = board.dataset.vocabulary.topics.first { $0.id == row.topic }
        return .references([.init(row.topic, topic?.name ?? Name(both: row.topic))])
      }.json(.string) { row, _ in .string(row.topic) },
      .text("name", "措施", "Measure", isColumn: true, aliases: ["名称"]) { row, _ in .text(row.name) }.json(),
      .member("parts", "内容", "Parts", .items) { row, board in board.dataset.output(row.parts) },
      .references("lead", "责任单位", "Responsible", isColumn: true, to: RecordChoices.organisations) {
        row, board in
        .references(row.lead, in: board.dataset.organisations, \.name)
      }.json(.strings) { row, _ in .strings(row.lead) },
      .references("cooperating", "配合单位", "Cooperating", to: RecordChoices.organisations) { row, board in
        .references(row.cooperating, in: board.dataset.organisations, \.name)
      }.json(.strings) { row, _ in .strings(row.cooperating) },
      .text("serves", "服务于", "Serves", isColumn: true) { row, board in .optional(row.serves(in: board)) },
      .references("cluster", "集群", "Cluster", to: RecordChoices.clusters) { row, board in
        .references(row.clusters, in: board.dataset.clusters, \.name)
      }.json("clusters", .strings) { row, _ in .strings(row.clusters) },
      .references("indicator", "指标", "Indicator", to: RecordChoices.indicators) { row, board in
        .references(row.indicators, in: board.dataset.indicators, \.name)
      }.json("indicators", .strings) { row, _ in .strings(row.indicators) },
      .member("tasks", "任务", "Tasks", .strings) { row, _ in .strings(row.tasks) },
      .text("amount", "额度", "Amount") { row, board in .optional(row.amounts(in: board)) },
      .member("figures", "数字", "Figures", .strings) { row, _ in .strings(row.figures) },
      .word("cadence", "周期", "Period", \Indicator.Cadence.name) { $0.cadence }.json(),
      .time("due", "期限", "Due") { row, _ in .time(row.due) }
        .json(.optional(.string)) { row, _ in .optional(row.due?.text) },
      .member("due_note", "期限说明", "Note on the due date", .optional(.name)) { row, _ in
        .optional(name: row.dueNote)
      },
    ] + Column.places(\.citations),
    rows: { board in board.dataset.measures.filter { board.isListed($0.citations) } })
}

extension Measure {
  /// Returns the names of the clusters, indicators and tasks that it serves; nil for none.
  package func serves(in board: Board) -> Name? {
    let data = board.dataset
    let all = data.programmes.flatMap(\.tasks)
    return Name.list(
      clusters.compactMap { data.clusters[$0]?.name } + indicators.compactMap { data.indicators[$0]?.name }
        + tasks.compactMap { id in all.first { $0.id == id }?.name })
  }

  /// Returns its amounts and limits, each with its indicator; nil for none.
  package func amounts(in board: Board) -> Name? {
    let data = board.dataset
    return Name.list(
      board.figures.filter { figures.contains($0.id) }.map { figure in
        let name = data.indicators[figure.indicator]?.name ?? Name(both: figure.indicator)
        return Name(
          zh: "\(name.zh) \(data.label(figure, .zh))", en: "\(name.en) \(data.label(figure, .en))")
      })
  }
}

extension Name {
  /// Returns the names joined as a list; nil for none.
  fileprivate static func list(_ names: [Name]) -> Name? {
    names.isEmpty
      ? nil
      : Name(
        zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
  }
}
