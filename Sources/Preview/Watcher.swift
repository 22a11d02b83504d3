import Glibc

/// Tells what changed below some folders, by inotify.
struct Watcher {}
