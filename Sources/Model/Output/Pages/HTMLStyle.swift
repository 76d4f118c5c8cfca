import Domain

/// The style sheet of a written page: dark on white, so that it prints as it looks. Statuses have words as well as
/// colours.
enum HTMLStyle {
  static let text = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #fff; color: #1a1a1a; line-height: 1.6;
      font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif; font-size: 16px; }
    main { max-width: 68rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.6em; text-align: center; margin: .5em 0 1em; line-height: 1.35; }
    h2 { font-size: 1.2em; margin: 1.8em 0 .6em; padding-bottom: .2em; border-bottom: 2px solid #7a1f1f; }
    h3 { font-size: 1.05em; margin: 1.2em 0 .4em; }
    h2, h3 { break-after: avoid; }
    p { margin: .5em 0; }
    :lang(zh) > body p { text-indent: 2em; }
    dl { margin: .5em 0 1em; padding: .6em .8em; background: #f5f3ef; display: grid;
      grid-template-columns: max-content 1fr; gap: .1em 1.2em; }
    dt { color: #555; }
    dd { margin: 0; }
    table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-size: .85em; line-height: 1.45; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { border: 1px solid #bbb; padding: .25em .4em; text-align: left; vertical-align: top;
      overflow-wrap: break-word; }
    th { background: #ece8e1; font-weight: 600; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; }
    sup { font-size: .7em; line-height: 0; white-space: nowrap; }
    a { color: #1f4e79; text-decoration: none; }
    .s { font-weight: 600; }
    .far-behind, .moved-away, .not-reached { color: #a30000; }
    .behind { color: #8a4b00; }
    .slightly-behind, .improved, .basically-reached { color: #6b5900; }
    .on-pace, .reached { color: #14572b; }
    .kept-in-part, .no-data-since-base, .no-base, .not-comparable, .no-data { color: #555; font-weight: 400; }
    figure { margin: 1em 0; break-inside: avoid; }
    figcaption { font-size: .9em; font-weight: 600; margin-bottom: .3em; }
    .bar { margin: .5em 0; font-size: .85em; line-height: 1.4; }
    .bar p { margin: 0 0 .15em; text-indent: 0; display: flex; flex-wrap: wrap; justify-content: space-between;
      column-gap: 1em; }
    .bar div { position: relative; height: .9em; background: #e4e0d8; }
    .bar i { position: absolute; top: 0; bottom: 0; left: 0; background: #8c8c8c; }
    .bar b { position: absolute; top: -.2em; bottom: -.2em; width: 2px; background: #1a1a1a; }
    .bar i.far-behind, .bar i.moved-away, .bar i.not-reached { background: #a30000; }
    .bar i.behind { background: #c77700; }
    .bar i.slightly-behind, .bar i.improved, .bar i.basically-reached, .bar i.kept-in-part { background: #b59b00; }
    .bar i.on-pace, .bar i.reached { background: #2f7d4b; }
    .legend { font-size: .8em; color: #555; text-indent: 0; }
    svg { width: 100%; height: auto; display: block; max-width: 36rem; }
    svg text { font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; fill: #1a1a1a; }
    .notes { font-size: .8em; }
    .notes ol { padding-left: 2.2em; }
    .notes li { overflow-wrap: anywhere; break-inside: avoid; }
    .notes li:target, a:target { background: #fff3bf; }
    @page { size: A4; margin: 20mm 16mm 18mm; }
    @media screen and (min-width: 801px) and (max-width: 1000px) {
      table { font-size: .74em; }
      th, td { padding: .2em .25em; }
    }
    @media print {
      body { font-size: 10.5pt; }
      .scroll { overflow: visible; }
      table { font-size: .66em; }
      th, td { padding: .2em .25em; }
      main { max-width: none; padding: 0; }
      a { color: inherit; }
      .notes li a { display: none; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media screen and (max-width: 800px) {
      body { font-size: 15px; }
      main { padding: .8rem; }
      h1 { font-size: 1.3em; }
      dl { display: block; }
      dt { font-size: .9em; }
      table, tbody, tr, td { display: block; width: 100%; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tr { border: 1px solid #bbb; margin-bottom: .6em; }
      td, td.n { display: flow-root; border: 0; border-bottom: 1px solid #e5e1da; padding-left: 9.4em;
        min-height: 1.95em; text-align: left; }
      td::before { content: attr(data-label); float: left; width: 8.6em; margin-left: -9em; color: #555; }
      td:last-child { border-bottom: 0; }
      td:empty { display: none; }
    }

    """
}
