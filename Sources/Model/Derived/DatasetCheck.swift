/// What a dataset in order can still be questioned about: arithmetic that its conflicts do not record.
public struct DatasetCheck {
  let dataset: Dataset

  public init(dataset: Dataset) {
    self.dataset = dataset
  }

  /// A warning for each finding of a rule that no conflict records, a note for each that one does.
  public func diagnostics() -> [Diagnostic] {
    let board = Board(dataset, asOf: .distantFuture)
    return ArithmeticRules(dataset: dataset, figures: board.figures).findings().map { finding in
      let recorded = dataset.conflicts.first { Set(finding.figures).isSubset(of: $0.figures) }
      let origin = finding.figures.first.flatMap { dataset.figures[$0]?.origin }
      let path =
        origin.flatMap { dataset.files.indices.contains($0.file) ? dataset.files[$0.file] : nil } ?? ""
      return Diagnostic(
        path: path, line: origin?.line, column: origin?.column, severity: recorded == nil ? .warning : .note,
        fault: .arithmetic(
          rule: finding.rule.rawValue, subject: finding.figures.first ?? "", computed: finding.computed,
          conflict: recorded?.id))
    }
  }
}
