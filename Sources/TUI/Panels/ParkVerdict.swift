import Canvas
import Figures

/// Where the listed projects are, in words: how many a document places, and how many could only be matched by industry.
struct ParkVerdict {
  let parks: ParkPanel.Prepared
  let context: PanelContext

  /// Returns two lines from 60 columns, and one below; none without projects.
  func lines(width: Int) -> [Line] {
    let all = context.board.projectCounts.projects
    guard all > 0, !parks.board.parks.isEmpty else { return [] }
    let placed = parks.projects.locatedCount
    let onMap = parks.board.placedProjects(parks.projects)
    let matched = parks.board.industryMatchTotal(parks.projects)
    guard width >= 60 else {
      let possible =
        matched.distinct > 0
        ? context.text("，\(matched.distinct)项可能在图上", ", \(matched.distinct) possibly on the map") : ""
      let texts = [
        context.text(" \(placed)/\(all)项写明所在", " \(placed)/\(all) placed") + possible,
        context.text(" \(placed)/\(all)项写明所在", " \(placed) of \(all) have a place"),
      ]
      return [fitting(texts.map { [Span($0, Style(.strong))] }, width)]
    }
    let sites = parks.board.placed.isEmpty ? [""] : sites(onMap)
    if onMap == 0, !parks.board.placed.isEmpty {
      return nowhere(placed, all, width) + possible(matched, width)
    }
    let first = context.text(
      " \(all)项清单项目中\(placed)项写明所在", " \(placed) of \(all) listed projects have a stated place")
    return [
      fitting((sites.filter { !$0.isEmpty } + [""]).map { [Span(first, Style(.strong)), Span($0)] }, width)
    ]
      + possible(matched, width)
  }

  /// Returns that no document says in which place of the map a project is, and how many have another place, longest first.
  private func nowhere(_ placed: Int, _ all: Int, _ width: Int) -> [Line] {
    let head = context.text(" 没有文件写明项目落在图上哪一处", " No document says in which zone of the map a project is")
    let tails = [
      context.text(
        "：\(all)项中\(placed)项写明园区内其他位置或园区外", ": \(placed) of \(all) are in the park as a whole or elsewhere"),
      context.text("；\(placed)/\(all)项写明其他位置", "; \(placed) of \(all) elsewhere"), "",
    ]
    return [fitting(tails.map { [Span(head, Style(.strong)), Span($0)] }, width)]
  }

  /// Returns how many projects lie in the places of the map, and how many elsewhere in the park around it, longest first.
  private func sites(_ onMap: Int) -> [String] {
    let around = parks.board.framedProjects(parks.projects)
    guard let frame = parks.board.frame, around > 0 else {
      return [context.text("，其中图上\(onMap)项", ", \(onMap) of them on the map")]
    }
    let name = context.text(frame.name)
    let own = parks.projects.located(in: frame.id).count
    let inside = around - own
    // The page of the park has only those in the park itself, so they are told apart.
    let parts = context.text(
      "园区本身\(own)，园内各片\(inside)", "\(own) in the park itself, \(inside) in areas inside it")
    let short = context.text("本园\(own)、园内各片\(inside)", "park itself \(own), areas in it \(inside)")
    return [
      context.text(
        "：图上各处\(onMap)；\(name)\(around)，其中\(parts)",
        ": \(onMap) in a zone on the map; \(name) \(around): \(parts)"),
      context.text("：图上\(onMap)，\(parts)", ": zones \(onMap); \(parts)"),
      context.text("：图上\(onMap)、\(short)", ": zones \(onMap), \(short)"),
      onMap == 0
        ? context.text("：\(short)", ": \(own) in the park, \(inside) in its areas") : "",
      context.text("：图上\(onMap)、园内\(around)", ": zones \(onMap), park \(around)"),
    ]
  }

  /// Returns how many projects are possibly in the places of the map, and that some are counted in several.
  private func possible(_ matched: (distinct: Int, counted: Int), _ width: Int) -> [Line] {
    guard matched.distinct > 0 else { return [] }
    let (distinct, counted) = matched
    let why = context.text("行业相同、位置未写明", "same industry, place unstated")
    let overlap =
      counted > distinct
      ? context.text("；各处合计\(counted)，有重复", "; \(counted) if the places are added, as they overlap") : ""
    let head = context.text(" 另有\(distinct)项可能在图上各处", " \(distinct) more are possibly on the map")
    return [
      fitting(
        [context.text("：\(why)\(overlap)", ": \(why)\(overlap)"), context.text("：\(why)", ": \(why)"), ""].map
        {
          [Span(head + $0, .muted)]
        }, width)
    ]
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }
}
