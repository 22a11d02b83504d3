// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "VungXanh",
  products: [.executable(name: "vungxanh", targets: ["vungxanh"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // glibc's own, which Swift's module of it leaves out.
    .systemLibrary(name: "LibGlibc"),
    .systemLibrary(name: "LibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "LibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "LibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "LibQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .target(name: "Vietnamese", swiftSettings: settings),
    .target(name: "Escaping", swiftSettings: settings),
    .target(name: "Diagnostics", dependencies: ["Escaping"], swiftSettings: settings),
    .target(
      name: "Markdown", dependencies: ["CMarkGFM", "Diagnostics", "Escaping", "Vietnamese"],
      swiftSettings: settings),
    .target(name: "Templates", dependencies: ["Diagnostics", "Escaping"], swiftSettings: settings),
    .target(name: "Metadata", swiftSettings: settings),
    .target(name: "Documents", dependencies: ["LibQPDF", "LibZip"], swiftSettings: settings),
    .target(name: "Search", dependencies: ["Files", "Vietnamese"], swiftSettings: settings),
    .target(
      name: "Files", dependencies: ["Diagnostics", "LibGlibc", "Vietnamese"], swiftSettings: settings),
    .target(name: "Addresses", dependencies: ["Files", "Vietnamese"], swiftSettings: settings),
    .target(name: "Publishing", dependencies: ["Diagnostics", "Files"], swiftSettings: settings),
    .target(
      name: "Fields", dependencies: ["Diagnostics", "Files", "LibYAML", "Vietnamese"],
      swiftSettings: settings),
    .target(
      name: "Proofreading",
      dependencies: ["Addresses", "Diagnostics", "Fields", "Files", "Markdown", "Vietnamese"],
      swiftSettings: settings),
    .target(
      name: "Generator",
      dependencies: [
        "Addresses", "Diagnostics", "Escaping", "Fields", "Files", "Markdown", "Metadata",
        "Publishing", "Search", "Templates", "Vietnamese",
      ],
      swiftSettings: settings),
    .target(
      name: "Checking",
      dependencies: [
        "Addresses", "Diagnostics", "Documents", "Fields", "Files", "Generator", "Markdown", "Metadata",
        "Proofreading", "Vietnamese", "WebLinks",
      ],
      swiftSettings: settings),
    .target(
      name: "Starting",
      dependencies: [
        "Addresses", "Diagnostics", "Documents", "Fields", "Files", "Generator", "LibYAML", "Markdown",
        "Publishing", "Vietnamese",
      ],
      swiftSettings: settings),
    .systemLibrary(name: "LibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(
      name: "Uploading", dependencies: ["Diagnostics", "Fields", "Files", "LibCrypto", "LibCurl"],
      swiftSettings: settings),
    .target(name: "WebLinks", dependencies: ["Diagnostics", "LibCurl"], swiftSettings: settings),
    .target(
      name: "Preview",
      // FlyingFox's own client needs libcurl, whether it is used or not.
      dependencies: [
        "Checking", "Diagnostics", "Escaping", "Files", "Generator", "LibCurl",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Client")], swiftSettings: settings),
    .executableTarget(
      name: "vungxanh",
      dependencies: [
        "Checking", "Diagnostics", "Escaping", "Files", "Generator", "Preview", "Publishing", "Starting",
        "Uploading", "Vietnamese", "WebLinks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "make-corpus",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Tests/Benchmarks/Corpus", swiftSettings: settings),
    .target(name: "TestTraits", path: "Tests/TestTraits", swiftSettings: settings),
    .target(
      name: "ProblemCodes", dependencies: ["Diagnostics"], path: "Tests/ProblemCodes", swiftSettings: settings
    ),
    .testTarget(
      name: "VietnameseTests", dependencies: ["Vietnamese", "TestTraits"], exclude: ["Data"],
      swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: [
        "Checking", "Diagnostics", "Fields", "Files", "Generator", "Markdown", "Preview", "Proofreading",
        "Publishing", "Starting", "Templates", "Uploading", "Vietnamese", "WebLinks", "vungxanh",
      ], exclude: ["problems.txt"],
      swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "ProblemCodes", "TestTraits"],
      swiftSettings: settings),
    .testTarget(
      name: "SearchTests", dependencies: ["Search", "Vietnamese"], exclude: ["Data"], swiftSettings: settings),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Templates", "Diagnostics", "ProblemCodes", "TestTraits"],
      swiftSettings: settings),
    .testTarget(
      name: "MetadataTests", dependencies: ["Metadata", "TestTraits"], exclude: ["Data", "make-pictures"],
      swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "TestTraits"], exclude: ["Data", "make-documents"],
      swiftSettings: settings),
    .testTarget(
      name: "GeneratorTests",
      dependencies: [
        "Addresses", "Checking", "Diagnostics", "Fields", "Files", "Generator", "Metadata", "Proofreading",
        "Publishing", "Starting", "ProblemCodes", "Vietnamese", "TestTraits",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "UploadingTests", dependencies: ["Diagnostics", "Files", "LibCurl", "ProblemCodes", "Uploading"],
      swiftSettings: settings),
    .testTarget(name: "HouseTests", dependencies: ["Generator", "TestTraits"], swiftSettings: settings),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Checking", "Preview", "Generator", "Diagnostics", "Files", "Vietnamese",
        .product(name: "FlyingFox", package: "FlyingFox"), "ProblemCodes", "TestTraits",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WebLinksTests",
      dependencies: [
        "WebLinks", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"), "ProblemCodes",
        "TestTraits",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests", dependencies: ["CMarkGFM", "Markdown", "Templates", "Diagnostics"],
      path: "Tests/Conformance", swiftSettings: settings),
  ]
)
