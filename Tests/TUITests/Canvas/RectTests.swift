import Testing

@testable import Canvas

struct RectTests {
  private let rect = Rect(x: 2, y: 3, width: 4, height: 5)

  @Test func `its last column and row belong to it, the next ones do not`() {
    for (x, isInside) in [(1, false), (2, true), (5, true), (6, false)] {
      #expect(rect.contains(x: x, y: 3) == isInside && rect.contains(x: x, y: 7) == isInside, "\(x)")
    }
    for (y, isInside) in [(2, false), (3, true), (7, true), (8, false)] {
      #expect(rect.contains(x: 2, y: y) == isInside && rect.contains(x: 5, y: y) == isInside, "\(y)")
    }
  }

  @Test(arguments: -1...6) func `two parts have all rows between them`(count: Int) {
    let (top, rest) = rect.splitTop(count)
    let (above, bottom) = rect.splitBottom(count)
    let cut = min(max(0, count), 5)
    #expect(top.height == cut && rest.height == 5 - cut && rest.y == 3 + cut && top.y == 3)
    #expect(bottom.height == cut && above.height == 5 - cut && bottom.y == 8 - cut && above.y == 3)
    let (left, right) = rect.splitLeft(count)
    #expect(left.width + right.width == 4 && right.x == left.right && right.right == rect.right)
  }

  @Test func `what two have in common`() {
    let common = rect.intersection(Rect(x: 4, y: 0, width: 9, height: 5))
    #expect((common.x, common.y, common.width, common.height) == (4, 3, 2, 2))
    #expect(rect.intersection(Rect(x: 6, y: 3, width: 1, height: 1)).isEmpty)
  }
}
