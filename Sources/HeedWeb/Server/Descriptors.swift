import Foundation
import Hummingbird
import HummingbirdCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

#if canImport(Glibc)
  private var openFiles: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
#elseif canImport(Musl)
  private var openFiles: Int32 { RLIMIT_NOFILE }
#endif

/// How many files and connections the process may hold.
package enum Descriptors {
  /// Kept back for the database, its log, and whatever else must always open.
  static let reserve = 64

  /// Raises the limit as far as the system allows, up to 65,536.
  package static func raiseLimit() {
    var limit = rlimit()
    guard getrlimit(openFiles, &limit) == 0 else { return }
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 65_536))
    _ = setrlimit(openFiles, &limit)
  }

  /// As many connections as there are descriptors, less the reserve; more wait to be accepted.
  static var connections: MaximumAvailableConnections {
    var limit = rlimit()
    guard getrlimit(openFiles, &limit) == 0 else { return MaximumAvailableConnections(256) }
    return MaximumAvailableConnections(max(16, Int(min(limit.rlim_cur, 65_536)) - reserve))
  }
}
