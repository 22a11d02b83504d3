import Diagnostics

/// What makes a text too costly for libcmark-gfm, and on which line of it (from 1); nil for an ordinary one.
func costlyMarkdown(_ text: UnsafeBufferPointer<UInt8>) -> (problem: MarkdownProblem, line: Int)? {
  nil
}
