import Canvas

extension Action {
  /// Actions that apply to any view: show it full screen, freeze it, export it.
  static let anywhere: [Action] = [
    Action(
      "full-screen", [.character("f"), .function(8)], "全屏看光标所在部分",
      "full screen for the part under the cursor"
    ) {
      $0.isFull.toggle()
      if $0.isFull {
        let keys = [$0.bindings.hint("full-screen"), "Esc"].compactMap { $0 }.joined(separator: " ")
        $0.say("全屏，按 \(keys) 返回", "full screen; \(keys) goes back")
      }
      return nil
    },
    Action("freeze", [.character("p"), .function(9)], "冻结画面", "freeze the screen") {
      $0.toggleFreeze()
      return nil
    },
    Action(export, [.character("e"), .function(12)], "导出所见", "export the view") { openExport(&$0) },
    Action("mark", [.character("m"), .character("*")], "标记此行，供导出", "mark the row for an export") {
      $0.toggleMark()
      return nil
    },
    Action(savedViews, [.character("b"), .character("'")], "保存的视图", "saved views") { $0.show(.saved) },
    Action("copy", [.character("y"), .function(11)], "复制光标处数字和出处", "copy the figure with its source") {
      copy(&$0)
    },
    Action("mouse", [.character("M"), .character("|")], "鼠标开关", "mouse on or off") {
      $0.takesMouse.toggle()
      if $0.takesMouse {
        $0.say(
          "鼠标已启用：单击选中，再击进入，右键返回；按住 Shift 选取文字",
          "mouse on: click to select, click again to open, right-click to go back; hold Shift to select text")
      } else {
        $0.say("鼠标已停用，可选取文字", "mouse off: the terminal can select text again")
      }
      return nil
    },
    Action("next-hit", [.character("n"), .character("}")], "下一个搜索结果", "next hit of the last search") {
      step(&$0, .character("n"), by: 1)
    },
    Action("previous-hit", [.character("N"), .character("{")], "上一个搜索结果", "previous hit of the last search") {
      step(&$0, .character("N"), by: -1)
    },
  ]

  private static func openExport(_ state: inout AppState) -> Effect? {
    guard state.mayWrite else {
      state.sayProblem("本会话不允许写文件", "this session cannot write files")
      return nil
    }
    return state.show(.export)
  }

  private static func copy(_ state: inout AppState) -> Effect? {
    guard state.mayCopy else {
      state.sayProblem(
        "复制已关闭（--no-clipboard 或设置）", "copying is switched off (--no-clipboard or the settings)")
      return nil
    }
    guard let quotation = Quotation(state) else {
      state.sayProblem("光标处没有数字", "there is no figure under the cursor")
      return nil
    }
    guard Clipboard.fits(quotation.text) else {
      state.sayProblem("内容太长，终端不收", "too long for the terminal's clipboard")
      return nil
    }
    state.say("已复制：\(quotation.text)", "sent to the terminal's clipboard: \(quotation.text)")
    return .copy(quotation.text)
  }

  /// Moves through the search hits. Without a previous search, the key goes to the view.
  private static func step(_ state: inout AppState, _ key: Key, by count: Int) -> Effect? {
    if state.lastSearch == nil {
      if !state.send(key) {
        state.sayProblem("尚未搜索，按 / 开始", "no search yet; press /")
      }
    } else {
      SearchPage.step(&state, by: count)
    }
    return nil
  }
}
