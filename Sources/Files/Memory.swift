import LibGlibc

package enum Memory {
  /// Gives back to the system what has been freed. Much that is freed in small pieces between what stays would else be held
  /// beside the larger pieces that the next stage asks for.
  package static func giveBackFreed() { malloc_trim(0) }
}
