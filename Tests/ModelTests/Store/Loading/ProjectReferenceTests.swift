import Testing

/// Every field of a project, and of a commitment, that refers to another record is looked up.
struct ProjectReferenceTests {
  @Test(arguments: [
    ("\"parent\": \"nothing\"", "projects"), ("\"same_as\": \"nothing\"", "projects"),
    ("\"clusters\": [\"nothing\"]", "clusters"), ("\"enterprise\": \"nothing\"", "enterprises"),
    ("\"park\": \"nothing\"", "parks"),
  ])
  func `a project`(member: String, kind: String) throws {
    let text = projectText("works", [("planned", "2021", "plan")])
      .replacing("\"clusters\": []", with: member + ", \"reason\": {\"zh\": \"因\", \"en\": \"so\"}")
    let messages = try Fixture.small(projects: [text]).messages
    #expect(messages.count == 1 && messages[0].contains("error: no 'nothing' among the \(kind)"))
  }

  @Test func `a milestone`() throws {
    let messages = try Fixture.small(projects: [projectText("works", [("nothing", "2021", "plan")])]).messages
    #expect(messages.count == 1 && messages[0].contains("error: no 'nothing' among the stages"))
  }

  @Test(arguments: ["indicator", "reported"]) func `a commitment`(key: String) throws {
    let id = key == "indicator" ? "commitment-starts" : "projects-started"
    let fixture = try Fixture("small").replacing(
      "\"\(key)\": \"\(id)\"\(key == "indicator" ? ", \"stage\"" : "}]\n")", in: "dataset.json",
      with: "\"\(key)\": \"nothing\"\(key == "indicator" ? ", \"stage\"" : "}]\n")")
    #expect(fixture.messages.count == 1)
    #expect(fixture.messages[0].contains("error: no 'nothing' among the indicators"))
  }
}
