import Glibc
import Testing

extension Trait where Self == ConditionTrait {
  /// Marks a test, or a suite, that takes about a second or more: `scripts/test --quick` leaves it out. A condition and
  /// no `Tag`, because `swift test` cannot choose tests by their tags.
  package static var slow: Self { .disabled(if: isOn("VUNGXANH_QUICK"), "slow") }

  /// Marks what only prints figures and can hardly fail: nobody is to take it for a test.
  package static var measurement: Self { .enabled(if: isOn("VUNGXANH_MEASURE"), "a measurement") }
}

private func isOn(_ name: String) -> Bool { getenv(name) != nil }
