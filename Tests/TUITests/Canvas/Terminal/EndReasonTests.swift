import Testing

@testable import Canvas

struct EndReasonTests {
  @Test func `a shell is told why the program ended`() {
    #expect(EndReason.signal(15).exitStatus == 143 && EndReason.signal(2).exitStatus == 130)
    #expect(EndReason.hangup.exitStatus == 129 && EndReason.inputClosed.exitStatus == 129)
    #expect(EndReason.idle.exitStatus == 0, "the time was up, and nothing went wrong")
  }
}
