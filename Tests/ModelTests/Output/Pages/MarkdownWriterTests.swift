import Testing

@testable import Output

@Suite struct MarkdownWriterTests {
  @Test func `a note that is needed again keeps its number`() {
    var page = Page(title: "")
    #expect(["a", "b", "a", "c", "b"].map { page.note($0) } == [1, 2, 1, 3, 2])
    #expect(page.notes == ["a", "b", "c"])
  }

  @Test func `a sign with a combining mark is escaped as well`() {
    #expect(MarkdownWriter.escaped("a|\u{301}b") == "a\\|\u{301}b")
  }

  @Test func printsEveryBlock() {
    var page = Page(title: "规划目标")
    let note = page.note("《规划》 黔江府发〔2022〕1号, 第8节")
    page.blocks = [
      .heading("产业", level: 1), .heading("产值", level: 2), .paragraph(Phrase("共两项。", notes: [note])),
      .fields([Page.Field("截至", "2023-01-01"), Page.Field("状态", "滞后")]),
      .table(
        Sheet(
          [Sheet.Column("指标"), Sheet.Column("数值", isNumeric: true)],
          rows: [["总产值", Phrase("109.43亿元", notes: [note])], ["只有一格"]])),
    ]
    #expect(
      MarkdownWriter.text(page) == """
        # 规划目标

        ## 产业

        ### 产值

        共两项。[^1]

        - 截至: 2023-01-01
        - 状态: 滞后

        | 指标 | 数值 |
        | --- | ---: |
        | 总产值 | 109.43亿元[^1] |
        | 只有一格 |  |

        [^1]: 《规划》 黔江府发〔2022〕1号, 第8节

        """)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("一\n二\r\n三", "一 二 三"), ("# 标题", "\\# 标题"), ("- 项", "\\- 项"), ("1. 项", "1\\. 项"),
    ("12) 项", "12\\) 项"), ("1.5亿元", "1.5亿元"), ("12)", "12\\)"), ("*重*", "\\*重\\*"), ("[链](x)", "\\[链\\](x)"),
    ("<b>", "\\<b\\>"), ("  # 空格后", "\\# 空格后"), ("反\\斜", "反\\\\斜"), ("\u{1B}[31m", "\u{FFFD}\\[31m"),
    ("a\u{202E}b", "ab"), ("", ""),
  ])
  func showsTextAsItIs(text: String, printed: String) {
    #expect(MarkdownWriter.escaped(text) == printed)
  }

  @Test func tableWithoutColumnsIsEmpty() {
    #expect(MarkdownWriter.text(Sheet([])) == "")
  }
}
