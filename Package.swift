// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// With HEED_ONLY=core only the rooms without dependencies are built: seconds instead of minutes.
let onlyCore = Context.environment["HEED_ONLY"] == "core"

/// One room of the house: a library target and its tests, which may need more products.
func room(
  _ name: String, over rooms: [String] = [], _ products: [Target.Dependency] = [],
  tests: [Target.Dependency] = []
) -> [Target] {
  let below = rooms.map { Target.Dependency.target(name: $0) }
  return [
    .target(name: name, dependencies: below + products, swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.target(name: name)] + below + products + tests,
      swiftSettings: strict),
  ]
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting", package: "hummingbird")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let core = room("HeedPractice") + room("HeedWording", over: ["HeedPractice"])

let product =
  room("HeedRecord", [crypto])
  + room("HeedStore", over: ["HeedRecord"], [grdb])
  + room(
    "HeedService", over: ["HeedPractice", "HeedRecord", "HeedWording", "HeedStore"],
    [crypto, cryptoExtras, log], tests: [grdb])
  + room("HeedHTML")
  + [
    .target(
      name: "HeedWeb",
      dependencies: [
        "HeedPractice", "HeedRecord", "HeedWording", "HeedService", "HeedHTML",
        hummingbird, log, lifecycle, crypto,
      ],
      resources: [.embedInCode("Resources/heed.css")],
      swiftSettings: strict),
    .testTarget(
      name: "HeedWebTests",
      dependencies: [
        "HeedPractice", "HeedWording", "HeedService", "HeedStore", "HeedHTML", "HeedWeb",
        hummingbird, hummingbirdTesting, log,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "heed",
      dependencies: [
        "HeedPractice", "HeedRecord", "HeedWording", "HeedStore", "HeedService", "HeedWeb",
        arguments, log, hummingbird, lifecycle, signals,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HeedCommandTests", dependencies: ["heed", "HeedPractice", "HeedStore", "HeedService"],
      swiftSettings: strict),
  ]

// With HEED_BENCH=1 the benchmarks are built too; they measure from inside, past `package`.
let benchmarks: [Target] =
  Context.environment["HEED_BENCH"] == "1"
  ? [
    .executableTarget(
      name: "HeedBench",
      dependencies: [
        "HeedPractice", "HeedRecord", "HeedStore", "HeedService", "HeedWeb", grdb, crypto,
        hummingbird, lifecycle, signals, log,
      ],
      path: "Benchmarks/HeedBench",
      swiftSettings: strict)
  ] : []

let package = Package(
  name: "heed",
  platforms: [.macOS(.v15)],
  products: onlyCore ? [] : [.executable(name: "heed", targets: ["heed"])],
  dependencies: onlyCore
    ? []
    : [
      .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
      .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
      .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
      .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
      .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
  targets: onlyCore ? core : core + product + benchmarks,
  swiftLanguageModes: [.v6]
)
