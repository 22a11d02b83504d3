import Testing

@testable import Preview

@Suite struct WatcherTests {}
