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

  public struct Task: Hashable, Sendable {
    public var id: String
    public var number: String
    public var name: Name
    public var lead: [String]
    public var cooperating: [String]
    public var indicators: [String]
    public var due: PartialDate?
    public var dueNote: Name?
    public var projects: [String]
    public var citations: [Citation]
  }

  public var id: String
  public var plan: String
  public var kind: Kind
  public var number: String
  public var name: Name
  public var tasks: [Task]
  public var citations: [Citation]
}
