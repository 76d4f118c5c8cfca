import ArgumentParser
import Canvas
import Domain
import Output
import Store

extension ImportCommand {
  /// Reads the file of `--recipe`, and refuses it with all its faults.
  func readRecipe() throws -> RecipeFile? {
    guard let path = reading.recipe else { return nil }
    let language = UsageLanguage.current
    let file: InputFile
    do throws(Diagnostic) {
      file = try InputFile.read(path: path, name: path)
    } catch {
      throw refusal([error], language)
    }
    var (recipe, faults) = RecipeFile.read(file)
    if let encoding = recipe.encoding, TextEncoding(rawValue: encoding.value) == nil {
      faults.append(
        encoding.diagnostic(
          .notAllowed(
            key: "encoding", found: encoding.value, allowed: TextEncoding.allCases.map(\.rawValue),
            nearest: nil)))
    }
    guard faults.isEmpty else { throw refusal(faults, language) }
    guard recipe.kind?.value.rawValue == kind.rawValue else {
      let (found, wanted) = (recipe.kind?.value.rawValue ?? "", kind.rawValue)
      throw ValidationError(
        zh: "--recipe：\(TextWidth.cleaned(path)) 是 \(found) 的，不是 \(wanted) 的",
        en: "--recipe: \(TextWidth.cleaned(path)) is for \(found), not \(wanted)")
    }
    return recipe
  }
}
