import Testing

@testable import App
@testable import Canvas

struct BigTextTests {
  private func lines(_ text: String, scale: Int, _ glyphs: Glyphs) -> Buffer {
    drawn(12, BigText.rows(scale: scale)) {
      BigText(text: text, scale: scale, style: Style()).render(in: $0, into: &$1, glyphs: glyphs)
    }
  }

  @Test func `a dot is as high as wide`() {
    expectLines(
      lines("7", scale: 2, .blocks),
      ["██████████", "        ██", "      ██", "    ██", "  ██", "  ██", "  ██"])
    expectLines(lines("1.", scale: 1, .blocks), [" ▄█", "  █", "  █", " ▀▀▀  ▀"])
    expectLines(lines("-", scale: 2, .ascii), ["", "", "", "######", "", "", ""])
  }

  @Test func `the largest size that fits is taken for all`() {
    #expect(BigText.scale(for: ["144.54"], columns: 62, rows: 7, .blocks) == 2)
    #expect(BigText.scale(for: ["144.54"], columns: 61, rows: 7, .blocks) == 1)
    #expect(BigText.scale(for: ["144.54", "7"], columns: 61, rows: 99, .blocks) == 1)
    #expect(BigText.scale(for: ["7"], columns: 200, rows: 99, .blocks) == 5)
    #expect(BigText.scale(for: ["7"], columns: 9, rows: 99, .ascii) == nil)
    #expect(BigText.scale(for: ["7"], columns: 99, rows: 3, .blocks) == nil)
    #expect(BigText.scale(for: ["七"], columns: 99, rows: 99, .blocks) == nil)
    #expect(BigText.scale(for: [""], columns: 99, rows: 99, .blocks) == nil)
  }

  @Test func `every sign of a figure has a shape that stays in its columns`() {
    for character in "0123456789.,-+/%><=≥≤≈~≠!" {
      let text = String(character)
      #expect(BigText.canDraw(text))
      let columns = BigText.columns(of: text, scale: 2)
      let buffer = lines(text, scale: 2, .blocks)
      #expect(buffer.lines.allSatisfy { $0.count <= columns }, "\(character)")
      #expect(buffer.lines.contains { !$0.isEmpty }, "\(character)")
    }
  }
}
