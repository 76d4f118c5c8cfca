import Testing

@testable import Output

@Suite struct PlainWriterTests {
  @Test func everythingIsALine() {
    var page = Page(title: "目标")
    let note = page.note("《规划》")
    page.blocks = [
      .fields([Page.Field("截至", "2024-11-15")]), .heading("按差距", level: 1),
      .paragraph(Phrase("两项\n一行", notes: [note])),
      .table(
        Sheet(
          [Sheet.Column("指标"), Sheet.Column("实际"), Sheet.Column("")],
          rows: [
            ["总产值", Phrase("109亿元", notes: [note]), "滞后"], ["增速", "", ""],
            ["税收", Phrase("", notes: [note]), ""],
          ])),
    ]
    #expect(
      PlainWriter.text(page) == """
        目标
        截至: 2024-11-15

        按差距
        两项 一行 [1]
        指标: 总产值; 实际: 109亿元 [1]; 滞后
        指标: 增速
        指标: 税收; 实际:  [1]

        [1] 《规划》

        """)
  }
}
