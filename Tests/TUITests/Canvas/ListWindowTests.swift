import Testing

@testable import Canvas

struct ListWindowTests {
  /// The first row shown of 100, in a place for 9 of which 2 stay in sight beyond the selected one.
  private func first(_ lists: inout ListWindows, _ selection: Int?) -> Int {
    lists.window("", count: 100, selection: selection, height: 9).first
  }

  @Test func `a list moves no further than the cursor needs`() {
    var lists = ListWindows()
    // Rows 0 to 8 are shown, and 6 has two below it.
    #expect(first(&lists, 6) == 0)
    #expect(first(&lists, 7) == 1)
    #expect(first(&lists, 8) == 2)
    // Rows 2 to 10: 4 has two above it.
    #expect(first(&lists, 4) == 2)
    #expect(first(&lists, 3) == 1)
    #expect(first(&lists, 99) == 91)
    #expect(first(&lists, 93) == 91)
    #expect(first(&lists, 92) == 90)
    #expect(first(&lists, 0) == 0)
    #expect(lists.page == 8)
  }

  @Test func `a clicked row stays where it is, at the edge too`() {
    var lists = ListWindows()
    _ = first(&lists, 50)
    let before = first(&lists, 50)
    lists.isClicked = true
    #expect(first(&lists, before) == before)
    #expect(first(&lists, before + 8) == before)
    lists.isClicked = false
    #expect(first(&lists, before + 9) == before + 3)
  }

  @Test func `headings above a row come with it`() {
    var lists = ListWindows()
    _ = first(&lists, 50)
    #expect(lists.window("", count: 100, selection: 1, from: 0, height: 9).first == 0)
    // In one row there is room for the row alone.
    #expect(lists.window("low", count: 5, selection: 1, from: 0, height: 1).first == 1)
  }

  @Test func `lists of other names are scrolled apart, and one without the cursor begins at its beginning`() {
    var lists = ListWindows()
    #expect(first(&lists, 50) == 44)
    #expect(lists.window("other", count: 100, selection: 3, height: 9).first == 0)
    #expect(first(&lists, nil) == 0)
    #expect(first(&lists, 50) == 44)
  }

  @Test(arguments: [0, 1, 2, 3]) func `the selected row is seen in any place that has a row`(height: Int) {
    for selection in [0, 1, 5, 9] {
      var lists = ListWindows()
      let first = lists.window(
        "", count: 10, selection: selection, from: max(0, selection - 2), height: height
      ).first
      #expect(height == 0 || (first...(first + height - 1)).contains(selection))
    }
  }
}
