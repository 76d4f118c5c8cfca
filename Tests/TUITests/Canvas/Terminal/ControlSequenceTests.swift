import Testing

@testable import Canvas

struct ControlSequenceTests {
  @Test(arguments: ["<", "=", ">", "?"]) func `a mark before the numbers is apart from them`(mark: String) {
    let sequence = ControlSequence(Array("\(mark)1;22".utf8), final: UInt8(ascii: "c"))
    #expect(sequence.prefix == mark.utf8.first && sequence.parameters == [[1], [22]])
    #expect(sequence.intermediates == [])
  }

  @Test func `numbers may be missing, and have parts`() {
    let sequence = ControlSequence(Array("97:65;;5$".utf8), final: UInt8(ascii: "u"))
    #expect(sequence.prefix == nil && sequence.parameters == [[97, 65], [-1], [5]])
    #expect(
      sequence.parameter(1) == 1 && sequence.parameter(2) == 5 && sequence.parameter(9, default: 7) == 7)
    #expect(sequence.intermediates == [UInt8(ascii: "$")])
  }
}
