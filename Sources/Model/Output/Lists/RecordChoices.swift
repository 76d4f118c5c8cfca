import Domain
import Figures

/// The choices of fields in a dataset.
enum RecordChoices {
  @Sendable static func sources(_ board: Board) -> [RecordChoice] {
    board.dataset.sources.map { RecordChoice($0.id, names: [$0.short, $0.title]) }
  }

  @Sendable static func plans(_ board: Board) -> [RecordChoice] {
    board.dataset.plans.map { RecordChoice($0.id, names: [$0.short, $0.name]) }
  }

  @Sendable static func clusters(_ board: Board) -> [RecordChoice] {
    board.dataset.clusters.map { RecordChoice($0.id, names: $0.names) }
  }

  @Sendable static func classifications(_ board: Board) -> [RecordChoice] {
    board.dataset.classifications.map { RecordChoice($0.id, names: [$0.name]) }
  }

  @Sendable static func firms(_ board: Board) -> [RecordChoice] {
    board.dataset.firms.map { RecordChoice($0.id, names: $0.names) }
  }

  @Sendable static func parks(_ board: Board) -> [RecordChoice] {
    board.dataset.parks.map { RecordChoice($0.id, names: $0.names) }
  }

  @Sendable static func projects(_ board: Board) -> [RecordChoice] {
    board.dataset.projects.map { RecordChoice($0.id, names: $0.names) }
  }

  @Sendable static func organisations(_ board: Board) -> [RecordChoice] {
    board.dataset.organisations.map { RecordChoice($0.id, names: $0.names) }
  }

  @Sendable static func programmes(_ board: Board) -> [RecordChoice] {
    board.dataset.programmes.map { RecordChoice($0.id, names: [$0.name]) }
  }

  @Sendable static func indicators(_ board: Board) -> [RecordChoice] {
    board.dataset.indicators.map { RecordChoice($0.id, names: [$0.name, $0.short]) }
  }

  @Sendable static func units(_ board: Board) -> [RecordChoice] {
    board.dataset.vocabulary.units.map { RecordChoice($0.id, names: [$0.name]) }
  }

  @Sendable static func scopes(_ board: Board) -> [RecordChoice] { terms(board.dataset.vocabulary.scopes) }

  @Sendable static func categories(_ board: Board) -> [RecordChoice] {
    terms(board.dataset.vocabulary.categories)
  }

  @Sendable static func topics(_ board: Board) -> [RecordChoice] { terms(board.dataset.vocabulary.topics) }

  /// Returns the rungs of the ladder of firms, the lowest first.
  @Sendable static func firmLadder(_ board: Board) -> [RecordChoice] {
    board.dataset.vocabulary.firmLadder.enumerated().map {
      RecordChoice($1.id, names: [$1.name], rank: $0)
    }
  }

  /// Returns the rules of the vocabulary, and those of precedence.
  @Sendable static func rules(_ board: Board) -> [RecordChoice] {
    let decisions = PrecedenceCriterion.allCases.map { Precedence.Decision.criterion($0) } + [.order]
    return terms(board.dataset.vocabulary.rules)
      + decisions.map { RecordChoice($0.id, names: [$0.name(in: board.dataset)]) }
  }

  @Sendable static func causes(_ board: Board) -> [RecordChoice] { terms(board.dataset.vocabulary.causes) }

  @Sendable static func tasks(_ board: Board) -> [RecordChoice] {
    board.dataset.programmes.flatMap(\.tasks).map { RecordChoice($0.id, names: [$0.name]) }
  }

  @Sendable static func problems(_ board: Board) -> [RecordChoice] {
    board.dataset.problems.map { RecordChoice($0.id, names: [$0.title]) }
  }

  @Sendable static func duties(_ board: Board) -> [RecordChoice] {
    board.dataset.duties.map { RecordChoice($0.id, names: [$0.name]) }
  }

  private static func terms(_ terms: [Term]) -> [RecordChoice] {
    terms.map { RecordChoice($0.id, names: [$0.name]) }
  }

  /// Returns the subjects of figures, as `cluster/new-materials` or the bare id.
  @Sendable static func subjects(_ board: Board) -> [RecordChoice] {
    let district = RecordChoice(
      Subject.district.text, names: [board.dataset.info.short, board.dataset.info.name])
    func prefixed(_ kind: Subject.Kind, _ choices: [RecordChoice]) -> [RecordChoice] {
      choices.map {
        RecordChoice(
          Subject(kind: kind, id: $0.id).text, spellings: [$0.id, "\(kind.rawValue)/\($0.id)"],
          names: $0.names)
      }
    }
    return [district] + prefixed(.cluster, clusters(board)) + prefixed(.firm, firms(board))
      + prefixed(.park, parks(board)) + prefixed(.programme, programmes(board))
      + prefixed(.organisation, organisations(board)) + prefixed(.project, projects(board))
  }

  /// Returns the rungs of the ladder, then the dataset's own stages, each with the rank of its rung.
  @Sendable static func stages(_ board: Board) -> [RecordChoice] {
    let stages = board.dataset.vocabulary.stages
    let rungs = Rung.allCases.map { rung in
      RecordChoice(
        rungID(rung), spellings: [rung.rawValue],
        names: stages.first { $0.ladder == rung }.map { [$0.name] } ?? [], rank: rank(of: rung))
    }
    return rungs
      + stages.map {
        RecordChoice(stageID($0.id), spellings: [$0.id], names: [$0.name], rank: rank(of: $0.ladder))
      }
  }

  /// Returns the rank of a rung; rungs beside the ladder come after all of it.
  static func rank(of rung: Rung) -> Int { rung < .stalled ? rung.order : offLadder + rung.order }

  /// Ranks from here on cannot be compared by order.
  static let offLadder = 1_000

  static func rungID(_ rung: Rung) -> String { "rung/\(rung.rawValue)" }
  static func stageID(_ id: String) -> String { "stage/\(id)" }
}
