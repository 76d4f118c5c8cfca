import Domain

// What was on record on a day: records of an office count from their own day, and those that cite documents from the day
// on which one of them is known as well.

extension Board {
  private func isOnRecord(_ date: Day, _ citations: [Citation]) -> Bool {
    date <= asOf && (citations.isEmpty || isKnown(citations))
  }

  private func onRecord(_ history: [Step]) -> [Step] {
    history.filter { isOnRecord($0.date, $0.citations) }
  }

  /// The problems that were raised by the board's day, in file order, each with its history up to that day.
  package var problems: [Problem] {
    dataset.problems.filter { isOnRecord($0.raised, $0.citations) }.map { problem in
      var known = problem
      known.history = onRecord(problem.history)
      return known
    }
  }

  /// The decisions taken by the board's day, in file order, each with its history up to that day.
  package var decisions: [Decision] {
    dataset.decisions.filter { isOnRecord($0.date, $0.citations) }.map { decision in
      var known = decision
      known.history = onRecord(decision.history)
      return known
    }
  }

  /// The duties known on the board's day, in file order.
  package var duties: [Duty] {
    dataset.duties.filter { duty in
      duty.from.start <= asOf && (duty.citations.isEmpty || isKnown(duty.citations))
    }
  }

  /// The reports received by the board's day, in file order.
  package var reports: [ReceivedReport] {
    dataset.reports.filter { isOnRecord($0.received, $0.citations) }
  }

  /// The statements made by the board's day, in file order.
  package var statusEntries: [StatusEntry] {
    dataset.statuses.filter { isOnRecord($0.date, $0.citations) }
  }

  /// What was said about the state of a task by the board's day, the newest first.
  package func statements(ofTask id: String) -> [StatusEntry] {
    statusEntries.filter { $0.about.task == id && $0.state != nil }.enumerated()
      .sorted { ($0.element.date, $0.offset) > ($1.element.date, $1.offset) }.map(\.element)
  }

  /// The newest statement about the state of each task, by its id.
  package var taskStates: [String: StatusEntry] {
    Dictionary(
      statusEntries.filter { $0.state != nil }.compactMap { entry in entry.about.task.map { ($0, entry) } },
      uniquingKeysWith: { $1.date >= $0.date ? $1 : $0 })
  }

  /// Whether the dataset has records of an office's month, on whatever day.
  package var hasMonth: Bool {
    let data = complete
    return data.info.dispatch != nil || !data.problems.isEmpty || !data.decisions.isEmpty
      || !data.duties.isEmpty || !data.statuses.isEmpty
  }
}
