import Domain
import Figures
import Testing

@testable import Output

struct HTMLWriterTests {
  private func body(_ blocks: [Page.Block], notes: [String] = [], _ language: Language = .zh) -> String {
    HTMLWriter(language).text(Page(title: "题", blocks: blocks, notes: notes))
  }

  @Test func `the language is named`() {
    #expect(body([]).contains("<html lang=\"zh-CN\">"))
    #expect(body([], .en).contains("<html lang=\"en\">"))
  }

  @Test func `characters special to HTML are escaped, controls replaced`() {
    let text = body([.paragraph("<script>alert('a&b')</script>\u{1B}\u{202E}x")])
    #expect(text.contains("<p>&lt;script&gt;alert(&#39;a&amp;b&#39;)&lt;/script&gt;\u{FFFD}x</p>"))
  }

  /// Without a rule of its own a status would be written like any text.
  @Test func `each status has a colour, in words and as a bar`() {
    let lines = body([]).split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    func names(_ prefix: String) -> Set<String> {
      let heads = lines.filter { $0.hasPrefix(".") && $0.contains("{") }.map { $0.prefix { $0 != "{" } }
      let selectors = heads.joined(separator: ",").split(separator: ",").map { $0.filter { $0 != " " } }
      return Set(selectors.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
    }
    #expect(Set(Status.worstFirst.map(\.rawValue)).subtracting(names(".")) == [])
    let drawn = Status.worstFirst.filter { !$0.isUnknown }.map(\.rawValue)
    #expect(Set(drawn).subtracting(names(".bari.")) == [])
  }

  @Test func `a footnote and its places lead to each other`() {
    let text = body(
      [.paragraph(Phrase("一", notes: [1])), .paragraph(Phrase("二", notes: [1]))], notes: ["出处"])
    for number in 1...2 {
      #expect(text.contains("<a id=\"ref-1-\(number)\" href=\"#note-1\">[1]</a>"))
      #expect(text.contains("<a href=\"#ref-1-\(number)\""))
    }
    #expect(text.contains("<li id=\"note-1\">出处"))
  }

  @Test func `a cell carries its column, its number and its status`() {
    let sheet = Sheet(
      [Sheet.Column("值", isNumeric: true), Sheet.Column("状态")],
      rows: [["1", Phrase("滞后", status: .behind)]])
    let text = body([.table(sheet)])
    #expect(text.contains("<td class=\"n\" data-label=\"值\">1</td>"))
    #expect(text.contains("<td data-label=\"状态\"><span class=\"s behind\">滞后</span></td>"))
    #expect(text.contains("<thead><tr><th scope=\"col\" class=\"n\">值</th>"))
  }

  @Test func `a bar is as long as its part of the target, with pace on the same scale`() {
    let bar = Chart.Bar("产值", value: 0.5, pace: 0.6, text: "50 / 100", status: .behind)
    let text = body([.chart(Chart(title: "图", alternative: "一半", marks: .bars([bar])))])
    #expect(text.contains("role=\"img\" aria-label=\"一半\""))
    #expect(text.contains("<i class=\"behind\" style=\"width:50%\"></i><b style=\"left:60%\"></b>"))
    #expect(text.contains("<span>产值</span><span>50 / 100 "))
  }

  @Test func `a bar ends at the target, and one that moved away has no length`() {
    func width(_ value: Double) -> Bool {
      let bar = Chart.Bar("产值", value: value, pace: nil, text: "", status: .reached)
      return body([.chart(Chart(title: "图", alternative: "", marks: .bars([bar])))])
        .contains("style=\"width:\(value > 1 ? 100 : 0)%\"></i></div>")
    }
    #expect(width(1.7) && width(-0.2))
  }

  @Test func `a label wider than its column has lines of its own`() {
    let columns = (0..<8).map { Chart.Column("target 202\($0)", value: 1, text: "1") }
    let text = body([.chart(Chart(title: "图", alternative: "", marks: .columns(columns)))])
    // Eight columns of 60; the first is in the middle of its own.
    #expect(text.contains("x=\"30\" y=\"198\" font-size=\"14\" text-anchor=\"middle\">target</text>"))
    #expect(text.contains("x=\"30\" y=\"214\" font-size=\"14\" text-anchor=\"middle\">2020</text>"))
  }

  @Test func `the columns of a chart share one zero`() {
    let columns = [
      Chart.Column("2022", value: 50, text: "50"),
      Chart.Column("2025", value: 100, text: "100", isTarget: true),
    ]
    let text = body([.chart(Chart(title: "图", alternative: "", marks: .columns(columns)))])
    #expect(text.contains("y=\"102\" width=\"84\" height=\"78\""))
    #expect(text.contains("y=\"24\" width=\"84\" height=\"156\""))
    #expect(!body([.chart(Chart(title: "图", alternative: "", marks: .columns([])))]).contains("<svg"))
  }

  @Test func `nothing is fetched and nothing runs`() {
    let text = body([.chart(Chart(title: "图", alternative: "", marks: .bars([])))])
    for word in ["<script", "http:", "https:", "url(", "@import", "src="] { #expect(!text.contains(word)) }
  }
}
