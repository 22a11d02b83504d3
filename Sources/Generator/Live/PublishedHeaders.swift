/// What web servers are told to send with every page, for the preview to send too.
package enum PublishedHeaders {
  package static var all: [(name: String, value: String)] { ServerRules.headers }
}
