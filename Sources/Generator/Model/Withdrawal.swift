import Vietnamese

/// A page, picture or attachment that was withdrawn: nothing of it is published any more, whatever lies in content/.
package struct Withdrawal: Sendable {
  /// Below the project.
  package let path: String
  /// The day it was withdrawn.
  package let day: CalendarDate
  /// Why, for the people of the portal; never published.
  package let reason: String
  /// Where portals had it: the portal's id, a slash, and the address below the portal.
  package let addresses: [String]

  /// The register, below the project.
  package static let register = "content/withdrawn.yaml"

  package init(path: String, day: CalendarDate, reason: String, addresses: [String]) {
    self.path = path
    self.day = day
    self.reason = reason
    self.addresses = addresses
  }
}
