extension Fault {
  /// The id of the rule for this kind of fault; `CheckRule` explains it.
  package var rule: String {
    switch self {
    case .notReadable, .notWritable, .notAnswering, .notRegularFile, .leadsOutside, .tooLarge,
      .directoryMissing, .noFiles:
      "unreadable"
    case .unknownKindOfFile: "unknown-kind-of-file"
    case .fileMissing: "missing-file"
    case .syntax: "syntax"
    case .wrongType, .notFinite, .badLines: "wrong-type"
    case .missingKey("citations", _), .empty("citations"): "missing-citation"
    case .missingKey, .empty: "missing-key"
    case .unknownKey: "unknown-key"
    case .oneLanguage: "one-language"
    case .duplicateKey, .duplicateID: "duplicate"
    case .badID: "bad-id"
    case .unknownReference: "unknown-reference"
    case .replaced: "default-used"
    case .notAllowed, .badSubject, .outOfRange, .tooLong, .notWithin, .badColour, .unknownName, .keyConflict,
      .baseOfOtherKind:
      "not-allowed"
    case .badDate, .badDay, .badPeriod: "bad-date"
    case .outOfOrder, .larger: "out-of-order"
    case .oneStatement: "one-statement"
    case .targetWithoutPlan, .actualWithPlan, .wordsWithValue: "plan-of-figure"
    case .noSuchDuty: "report-without-duty"
    case .futurePeriod, .futureMilestone: "future"
    case .cycle: "cycle"
    case .chain: "chain"
    case .finding(let rule, _, _, _): rule
    case .needlessAcceptance: "needless-acceptance"
    }
  }
}
