import Testing

@testable import WebLinks

@Suite struct LinkAnswerTests {}
