/// What can be listed.
public enum ListKind: String, CaseIterable, Sendable {
  case figures, clusters, indicators, targets, projects, tasks, parks, sources, conflicts, enterprises,
    strengths
}

/// A kind of record as a list: for programs as JSON objects, for people as a table of texts.
public struct RecordList {
  public var columns: [Name]
  /// One row a record, one text a column.
  public var rows: [[String]]
  public var objects: [JSONOutput]

  /// - Parameter language: of the texts in `rows`; the objects carry both.
  public init(_ kind: ListKind, of board: Board, language: Language) {
    let records = Records(board: board, language: language)
    (columns, rows, objects) =
      switch kind {
      case .figures: records.figures()
      case .clusters: records.clusters()
      case .indicators: records.indicators()
      case .targets: records.targets()
      case .projects: records.projects()
      case .tasks: records.tasks()
      case .parks: records.parks()
      case .sources: records.sources()
      case .conflicts: records.conflicts()
      case .enterprises: records.enterprises()
      case .strengths: records.strengths()
      }
  }
}

/// Turns the records of a board into rows and objects.
private struct Records {
  typealias Result = (columns: [Name], rows: [[String]], objects: [JSONOutput])

  let board: Board
  let language: Language
  private var dataset: Dataset { board.dataset }

  init(board: Board, language: Language) {
    self.board = board
    self.language = language
  }

  private func cited(_ citation: Citation) -> [(String, JSONOutput)] {
    [
      ("source", .string(citation.source)),
      ("file", .optional(dataset.sources[citation.source]?.file)),
      ("section", .string(citation.section)),
      ("line", .number(Double(citation.line))),
      ("printed", .string(citation.printed)),
    ]
  }

  private func citations(_ citations: [Citation]) -> JSONOutput {
    .array(citations.map { .object(cited($0)) })
  }

  private func place(_ citation: Citation?) -> String {
    citation.map { "\($0.source):\($0.line)" } ?? ""
  }

  private func fraction(_ value: Double?) -> JSONOutput { value.map { .number($0) } ?? .null }

  // MARK: Figures

  /// One object per statement: a figure that two places print is listed twice.
  func figures() -> Result {
    var result: Result = (
      [
        Name(zh: "对象", en: "Subject"), Name(zh: "指标", en: "Indicator"), Name(zh: "数值", en: "Value"),
        Name(zh: "时期", en: "Period"), Name(zh: "性质", en: "Kind"), Name(zh: "规划", en: "Plan"),
        Name(zh: "出处", en: "Source"),
      ], [], []
    )
    for figure in board.figures {
      let name = dataset.indicators[figure.indicator]?.name ?? Name(both: figure.indicator)
      for citation in figure.citations {
        result.rows.append([
          dataset.name(of: figure.subject)[language], name[language], dataset.label(figure, language),
          figure.period.text, figure.kind.rawValue, figure.plan ?? "", place(citation),
        ])
        result.objects.append(
          .object(
            [
              ("id", .string(figure.id)), ("subject", .string(figure.subject.text)),
              ("indicator", .string(figure.indicator)), ("name", .name(name)),
              ("value", .number(figure.value)),
              ("upper", fraction(figure.upper)), ("unit", .string(figure.unit)),
              ("period", .string(figure.period.text)), ("kind", .string(figure.kind.rawValue)),
              ("comparator", .string(figure.comparator.rawValue)), ("scope", .string(figure.scope)),
              ("plan", .optional(figure.plan)),
            ] + cited(citation)))
      }
    }
    return result
  }

  func indicators() -> Result {
    (
      [
        Name(zh: "代码", en: "Id"), Name(zh: "名称", en: "Name"), Name(zh: "类别", en: "Category"),
        Name(zh: "单位", en: "Unit"),
      ],
      dataset.indicators.map {
        [
          $0.id, $0.name[language], dataset.categoryName($0.category)[language],
          dataset.unitName($0.unit)[language],
        ]
      },
      dataset.indicators.map {
        .object([
          ("id", .string($0.id)), ("name", .name($0.name)), ("category", .string($0.category)),
          ("unit", .string($0.unit)), ("type", .string($0.measure.rawValue)),
          ("better", .string($0.better.rawValue)),
          ("cadence", .string($0.cadence.rawValue)),
        ])
      }
    )
  }

  func targets() -> Result {
    (
      [
        Name(zh: "对象", en: "Subject"), Name(zh: "指标", en: "Indicator"), Name(zh: "规划", en: "Plan"),
        Name(zh: "实际", en: "Actual"), Name(zh: "目标", en: "Target"), Name(zh: "完成率", en: "Attainment"),
        Name(zh: "差距", en: "Gap"), Name(zh: "状态", en: "Status"),
      ],
      board.targets.map { row in
        [
          dataset.name(of: row.target.subject)[language], row.indicator.name[language],
          row.plan.short[language],
          row.observation.map { dataset.label($0, language) } ?? "", dataset.label(row.target, language),
          row.attainment.map { Decimal.percent($0) } ?? "", row.gap.map { Decimal.signed($0) } ?? "",
          row.status.name[language],
        ]
      },
      board.targets.map { row in
        .object([
          ("figure", .string(row.target.id)), ("subject", .string(row.target.subject.text)),
          ("indicator", .string(row.indicator.id)), ("name", .name(row.indicator.name)),
          ("plan", .string(row.plan.id)), ("period", .string(row.target.period.text)),
          ("target", .number(row.target.value)), ("unit", .string(row.target.unit)),
          ("actual", fraction(row.observation?.value)), ("actual_figure", .optional(row.observation?.id)),
          ("actual_period", .optional(row.observation?.period.text)),
          ("baseline", fraction(row.baseline?.value)),
          ("baseline_computed", row.baseline.map { .boolean($0.isComputed) } ?? .null),
          ("attainment", fraction(row.attainment)), ("progress", fraction(row.progress)),
          ("pace", fraction(row.pace)), ("gap_points", fraction(row.gap)),
          ("required_growth", fraction(row.requiredGrowth)),
          ("projected_year", row.projectedYear.map { .number(Double($0)) } ?? .null),
          ("status", .string(row.status.rawValue)), ("stale", .boolean(row.isStale)),
          ("superseded", .boolean(row.isSecondary)),
          ("obstacle", row.obstacle.map { .name($0.name) } ?? .null),
        ])
      }
    )
  }

  // MARK: Clusters, firms, strengths

  func clusters() -> Result {
    (
      [
        Name(zh: "分类", en: "Classification"), Name(zh: "种类", en: "Kind"), Name(zh: "名称", en: "Name"),
        Name(zh: "上级", en: "Part of"), Name(zh: "出处", en: "Source"),
      ],
      dataset.clusters.map { cluster in
        [
          dataset.classifications[cluster.classification]?.name[language] ?? cluster.classification,
          cluster.kind.rawValue, cluster.name[language],
          cluster.parent.flatMap { dataset.clusters[$0]?.name[language] } ?? "",
          place(cluster.citations.first),
        ]
      },
      dataset.clusters.map { cluster in
        .object([
          ("id", .string(cluster.id)), ("classification", .string(cluster.classification)),
          ("kind", .string(cluster.kind.rawValue)), ("parent", .optional(cluster.parent)),
          ("name", .name(cluster.name)),
          ("aliases", .array(cluster.aliases.map { .name($0) })), ("same_as", .strings(cluster.sameAs)),
          ("products", items(cluster.products)), ("directions", items(cluster.directions)),
          (
            "chain",
            .array(
              cluster.chain.map {
                .object([("stage", .string($0.stage.rawValue)), ("items", items($0.items))])
              })
          ),
          ("enterprises", .strings(cluster.enterprises)), ("parks", .strings(cluster.parks)),
          ("damaged", .boolean(cluster.isDamaged)), ("citations", citations(cluster.citations)),
        ])
      }
    )
  }

  private func items(_ items: [Item]) -> JSONOutput {
    .array(items.map { .object([("name", .name($0.name)), ("citations", citations($0.citations))]) })
  }

  func enterprises() -> Result {
    (
      [Name(zh: "名称", en: "Name"), Name(zh: "角色", en: "Role"), Name(zh: "出处", en: "Source")],
      dataset.enterprises.map { [$0.name[language], $0.role?[language] ?? "", place($0.citations.first)] },
      dataset.enterprises.map { firm in
        .object([
          ("id", .string(firm.id)), ("name", .name(firm.name)),
          ("aliases", .array(firm.aliases.map { .name($0) })), ("clusters", .strings(firm.clusters)),
          ("role", firm.role.map { .name($0) } ?? .null), ("products", items(firm.products)),
          ("citations", citations(firm.citations)),
        ])
      }
    )
  }

  func strengths() -> Result {
    (
      [Name(zh: "类别", en: "Category"), Name(zh: "名称", en: "Name"), Name(zh: "出处", en: "Source")],
      dataset.strengths.map { [$0.category.rawValue, $0.name[language], place($0.citations.first)] },
      dataset.strengths.map { strength in
        .object([
          ("id", .string(strength.id)), ("category", .string(strength.category.rawValue)),
          ("name", .name(strength.name)), ("figures", .strings(strength.figures)),
          ("citations", citations(strength.citations)),
        ])
      }
    )
  }

  // MARK: Projects, tasks, parks

  func projects() -> Result {
    (
      [
        Name(zh: "项目", en: "Project"), Name(zh: "阶段", en: "Stage"), Name(zh: "日期", en: "Date"),
        Name(zh: "集群", en: "Cluster"), Name(zh: "出处", en: "Source"),
      ],
      board.projects.map { status in
        [
          status.project.name[language],
          status.reached.flatMap { dataset.stages[$0.stage]?.name[language] } ?? "",
          status.reached?.date.text ?? "",
          status.project.clusters.compactMap { dataset.clusters[$0]?.name[language] }.joined(separator: " "),
          place(status.project.citations.first),
        ]
      },
      board.projects.map(projectObject)
    )
  }

  private func projectObject(_ status: ProjectStatus) -> JSONOutput {
    let project = status.project
    let milestones = status.milestones.flatMap { milestone in
      milestone.citations.map { citation -> JSONOutput in
        .object(
          [
            ("stage", .string(milestone.stage)), ("date", .string(milestone.date.text)),
            ("expected", .boolean(milestone.isExpected)),
          ] + cited(citation))
      }
    }
    return .object([
      ("id", .string(project.id)), ("name", .name(project.name)),
      ("aliases", .array(project.aliases.map { .name($0) })), ("parent", .optional(project.parent)),
      ("clusters", .strings(project.clusters)), ("enterprise", .optional(project.enterprise)),
      ("park", .optional(project.park)), ("box", project.box.map { .name($0) } ?? .null),
      ("stage", .optional(status.rung?.rawValue)), ("since", .optional(status.since?.description)),
      ("milestones", .array(milestones)), ("citations", citations(project.citations)),
    ])
  }

  func tasks() -> Result {
    var result: Result = (
      [
        Name(zh: "规划", en: "Plan"), Name(zh: "编号", en: "No."), Name(zh: "任务", en: "Task"),
        Name(zh: "牵头单位", en: "Lead"), Name(zh: "出处", en: "Source"),
      ], [], []
    )
    func units(_ ids: [String]) -> String {
      ids.compactMap { dataset.organisations[$0]?.name[language] }.joined(
        separator: language == .zh ? "、" : ", ")
    }
    for programme in dataset.programmes {
      for task in programme.tasks {
        result.rows.append([
          dataset.plans[programme.plan]?.short[language] ?? programme.plan, task.number, task.name[language],
          units(task.lead), place(task.citations.first),
        ])
        result.objects.append(
          .object([
            ("id", .string(task.id)), ("plan", .string(programme.plan)),
            ("kind", .string(programme.kind.rawValue)),
            (
              "programme",
              .object([
                ("id", .string(programme.id)), ("number", .string(programme.number)),
                ("name", .name(programme.name)),
              ])
            ),
            ("number", .string(task.number)), ("name", .name(task.name)), ("lead", organisations(task.lead)),
            ("cooperating", organisations(task.cooperating)), ("indicators", .strings(task.indicators)),
            ("due", .optional(task.due?.text)), ("due_note", task.dueNote.map { .name($0) } ?? .null),
            ("projects", .strings(task.projects)), ("citations", citations(task.citations)),
          ]))
      }
    }
    return result
  }

  private func organisations(_ ids: [String]) -> JSONOutput {
    .array(
      ids.map { id in
        .object([("id", .string(id)), ("name", .name(dataset.organisations[id]?.name ?? Name(both: id)))])
      })
  }

  func parks() -> Result {
    (
      [
        Name(zh: "名称", en: "Name"), Name(zh: "种类", en: "Kind"), Name(zh: "上级", en: "Part of"),
        Name(zh: "出处", en: "Source"),
      ],
      dataset.parks.map { park in
        [
          park.name[language], park.kind.rawValue,
          park.parent.flatMap { dataset.parks[$0]?.name[language] } ?? "",
          place(park.citations.first),
        ]
      },
      dataset.parks.map { park in
        .object([
          ("id", .string(park.id)), ("name", .name(park.name)),
          ("aliases", .array(park.aliases.map { .name($0) })),
          ("kind", .string(park.kind.rawValue)), ("parent", .optional(park.parent)),
          ("clusters", .strings(park.clusters)),
          (
            "place",
            park.place.map {
              .object([("row", .number(Double($0.row))), ("column", .number(Double($0.column)))])
            } ?? .null
          ),
          ("citations", citations(park.citations)),
        ])
      }
    )
  }

  // MARK: Sources, conflicts

  func sources() -> Result {
    (
      [
        Name(zh: "日期", en: "Date"), Name(zh: "标题", en: "Title"), Name(zh: "发文", en: "Issuer"),
        Name(zh: "文号", en: "Number"), Name(zh: "种类", en: "Kind"),
      ],
      board.sources.map {
        [$0.date.text, $0.title[language], $0.issuer[language], $0.number, $0.kind.rawValue]
      },
      board.sources.map { source in
        .object([
          ("id", .string(source.id)), ("title", .name(source.title)), ("issuer", .name(source.issuer)),
          ("number", .string(source.number)), ("date", .string(source.date.text)),
          ("date_note", source.dateNote.map { .name($0) } ?? .null),
          ("known_on", .string(source.knownOn.description)), ("kind", .string(source.kind.rawValue)),
          ("file", .string(source.file)),
          (
            "figures",
            .number(Double(board.figures.filter { $0.citations.contains { $0.source == source.id } }.count))
          ),
        ])
      }
    )
  }

  func conflicts() -> Result {
    (
      [
        Name(zh: "程度", en: "Severity"), Name(zh: "种类", en: "Kind"), Name(zh: "发现", en: "Found by"),
        Name(zh: "标题", en: "Title"), Name(zh: "验算", en: "Check"),
      ],
      board.conflicts.map {
        [
          $0.severity.rawValue, $0.kind.rawValue, $0.foundBy.rawValue, $0.title[language],
          $0.computed?[language] ?? "",
        ]
      },
      board.conflicts.map { conflict in
        .object([
          ("id", .string(conflict.id)), ("kind", .string(conflict.kind.rawValue)),
          ("severity", .string(conflict.severity.rawValue)), ("found_by", .string(conflict.foundBy.rawValue)),
          ("title", .name(conflict.title)), ("statements", .array(conflict.statements.map(statement))),
          ("computed", conflict.computed.map { .name($0) } ?? .null), ("rule", .string(conflict.rule)),
          ("shown", conflict.shown.map { .name($0) } ?? .null),
        ])
      }
    )
  }

  private func statement(_ statement: Conflict.Statement) -> JSONOutput {
    switch statement {
    case .figure(let id):
      guard let figure = dataset.figures[id] else { return .null }
      return .object([
        ("figure", .string(id)), ("subject", .string(figure.subject.text)),
        ("indicator", .string(figure.indicator)),
        ("value", .number(figure.value)), ("unit", .string(figure.unit)),
        ("period", .string(figure.period.text)),
        ("citations", citations(figure.citations)),
      ])
    case .claim(let claim, let places):
      return .object([("claim", .name(claim)), ("citations", citations(places))])
    }
  }
}
