import Domain
import Testing

struct SubjectTests {
  @Test func `the district and every kind of record`() {
    #expect(Subject("district") == .district)
    for kind in Subject.Kind.allCases {
      #expect(Subject("\(kind.rawValue)/a-1") == Subject(kind: kind, id: "a-1"))
      #expect(Subject(kind: kind, id: "a-1").text == "\(kind.rawValue)/a-1")
    }
    #expect(Subject.district.text == "district")
  }

  @Test(arguments: [
    "", "cluster", "cluster/", "/cluster/a", "/a", "district/a", "town/a", "Cluster/a", " district",
  ])
  func `anything else is not a subject`(text: String) {
    #expect(Subject(text) == nil)
  }
}
