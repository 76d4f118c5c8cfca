import Testing

/// An id that nothing has is a fault in every field that refers.
struct ReferenceTests {
  struct Field: CustomTestStringConvertible, Sendable {
    var file: String
    var old: String
    var new: String
    var kind: String

    init(_ file: String, _ old: String, _ new: String, _ kind: String) {
      (self.file, self.old, self.new, self.kind) = (file, old, new, kind)
    }

    var testDescription: String { "\(file) \(new)" }
  }

  static let fields = [
    Field("plans.json", "\"source\": \"plan\"", "\"source\": \"nowhere\"", "sources"),
    Field(
      "plans.json", "\"baseline\"",
      "\"adopted\": {\"date\": \"2021\", \"citations\": [{\"source\": \"nowhere\", \"line\": 1, \"printed\": \"a\"}]}, \"baseline\"",
      "sources"),
    Field("programmes.json", "\"plan\": \"plan-2025\"", "\"plan\": \"nowhere\"", "plans"),
    Field("programmes.json", "\"lead\": [\"economy-office\"]", "\"lead\": [\"nowhere\"]", "organisations"),
    Field(
      "programmes.json", "\"cooperating\": [\"investment-office\"]", "\"cooperating\": [\"nowhere\"]",
      "organisations"),
    Field("programmes.json", "\"indicator\": \"output\"", "\"indicator\": \"nowhere\"", "indicators"),
    Field(
      "programmes.json", "\"indicator\": \"output\"",
      "\"subject\": \"cluster/nowhere\", \"indicator\": \"output\"", "clusters"),
    Field("programmes.json", "\"gear-works\"", "\"nowhere\"", "projects"),
    Field("parks.json", "\"parent\": \"east\"", "\"parent\": \"nowhere\"", "parks"),
    Field("parks.json", "\"clusters\": [\"machinery\", \"food\"]", "\"clusters\": [\"nowhere\"]", "clusters"),
    Field(
      "clusters.json", "\"enterprises\": [\"test-machinery\"]", "\"enterprises\": [\"nowhere\"]",
      "enterprises"),
    Field("clusters.json", "\"parks\": [\"north-group\"]", "\"parks\": [\"nowhere\"]", "parks"),
    Field(
      "clusters.json", "\"kind\": \"cluster\"", "\"kind\": \"cluster\", \"same_as\": [\"nowhere\"]",
      "clusters"),
    Field(
      "clusters.json", "\"kind\": \"cluster\"", "\"kind\": \"cluster\", \"parent\": \"nowhere\"", "clusters"),
    Field("enterprises.json", "\"clusters\": [\"machinery\"]", "\"clusters\": [\"nowhere\"]", "clusters"),
    Field("enterprises.json", "\"parks\": [\"north-group\"]", "\"parks\": [\"nowhere\"]", "parks"),
    Field(
      "enterprises.json", "\"en\": \"Lead firm\"", "\"en\": \"Lead firm\", \"source\": \"nowhere\"", "sources"
    ),
    Field("organisations.json", "\"source\": \"plan\"", "\"source\": \"nowhere\"", "sources"),
  ]

  @Test(arguments: fields)
  func `is looked up`(field: Field) throws {
    let fixture = try Fixture("small").replacing(field.old, in: field.file, with: field.new)
    let errors = fixture.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.fault) == [.unknownReference("nowhere", of: field.kind, nearest: nil)])
    #expect(errors.map(\.path) == [field.file])
  }
}
