import Domain
import Figures

extension Explanation {
  /// Returns the explanation as a page: inputs with footnotes to their citations, steps, conclusions.
  package func page(_ board: Board, _ language: Language) -> Page {
    func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let places = FootnoteText(board: board, language: language)
    var page = Page(title: title[language])
    if !inputs.isEmpty {
      page.blocks.append(.heading(text("输入", "Inputs"), level: 1))
      let fields = inputs.map { input -> Page.Field in
        let place = places.places(input.citations)
        let notes = place.isEmpty ? [] : [page.note(place)]
        return Page.Field(input.name[language], Phrase(input.text[language], notes: notes))
      }
      page.blocks.append(.fields(fields))
    }
    if !steps.isEmpty {
      page.blocks.append(.heading(text("计算", "Steps"), level: 1))
      for step in steps {
        page.blocks.append(
          .fields([Page.Field(step.name[language], Phrase(step.line(language)))]))
      }
    }
    if !conclusions.isEmpty {
      page.blocks.append(.heading(text("结论", "Conclusions"), level: 1))
      page.blocks.append(
        .fields(conclusions.map { Page.Field($0.name[language], Phrase($0.line(language))) }))
    }
    return page
  }

  /// Returns the explanation as JSON: inputs with citations, steps with expression and result, conclusions.
  package func json(_ board: Board) -> JSONOutput {
    .object([
      ("id", .string(id)), ("title", .name(title)), ("as_of", .string(board.asOf.description)),
      (
        "inputs",
        .array(
          inputs.map { input in
            .object([
              ("name", .name(input.name)), ("text", .name(input.text)),
              ("value", .optional(number: input.value)),
              ("figure", .optional(input.figure)),
              ("citations", board.dataset.output(input.citations.filter { board.isKnown([$0]) })),
            ])
          })
      ),
      (
        "steps",
        .array(
          steps.map { step in
            .object([
              ("id", .string(step.id)), ("name", .name(step.name)), ("formula", .name(step.formula)),
              ("expression", .string(step.expression)), ("result", .number(step.result)),
              ("text", .name(step.text)),
            ])
          })
      ),
      (
        "conclusions",
        .array(
          conclusions.map { conclusion in
            .object([
              ("name", .name(conclusion.name)), ("text", .name(conclusion.text)),
              ("reason", .name(conclusion.reason)),
            ])
          })
      ),
    ])
  }
}

extension Explanation.Step {
  /// Returns a line such as `进度 ÷ 时间进度 = 0.077 / 0.25 = 0.31`.
  package func line(_ language: Language) -> String {
    "\(formula[language]) = \(expression) = \(text[language])"
  }
}

extension Explanation.Conclusion {
  /// Returns a line such as `严重滞后（0 ≤ 0.31 < 0.6）`.
  package func line(_ language: Language) -> String {
    let why = reason[language]
    if why.isEmpty { return text[language] }
    return language == .zh ? "\(text.zh)（\(why)）" : "\(text.en) (\(why))"
  }
}
