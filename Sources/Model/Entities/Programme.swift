/// A unit of government that leads or supports tasks.
public struct Organisation: Hashable, Sendable {
  public var id: String
  public var name: Name
  public var aliases: [SourcedName]
  public var citations: [Citation]
}

/// A part of a plan that is carried out by tasks.
public struct Programme: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case programme
    case task
    case requirement
    case safeguard
  }

  /// An indicator that a task is to deliver, and where the text of the task prints it.
  public struct Link: Hashable, Sendable {
    public var indicator: String
    /// Whose indicator it is: the district's unless the task prints a part of it.
    public var subject: Subject
    public var citations: [Citation]
  }

  public struct Task: Hashable, Sendable {
    public var id: String
    public var number: String
    public var name: Name
    public var lead: [String]
    public var cooperating: [String]
    public var indicators: [Link]
    public var due: PartialDate?
    public var dueNote: Name?
    public var projects: [String]
    public var citations: [Citation]

    /// The ids of its indicators, each once.
    public var indicatorIDs: [String] {
      var seen: Set<String> = []
      return indicators.map(\.indicator).filter { seen.insert($0).inserted }
    }
  }

  public var id: String
  public var plan: String
  public var kind: Kind
  public var number: String
  public var name: Name
  public var tasks: [Task]
  public var citations: [Citation]
}
