// swift-tools-version: 6.1
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// One target a room; arrows point up this list only (ARCHITECTURE.md).
let package = Package(
  name: "lylich",
  products: [.executable(name: "lylich", targets: ["lylich"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // targets begin
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(
      name: "CPKCS11", pkgConfig: "p11-kit-1", providers: [.apt(["libp11-kit-dev"])]),
    .target(
      name: "Vocabulary",
      dependencies: [],
      resources: [.copy("Resources")],
      swiftSettings: house),
    .target(
      name: "Law",
      dependencies: [
        "Vocabulary",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.copy("Resources")],
      swiftSettings: house),
    .target(
      name: "Records",
      dependencies: ["Vocabulary", "Law"],
      resources: [.copy("Resources")],
      swiftSettings: house),
    .target(
      name: "Intake",
      dependencies: ["Vocabulary", "Law"],
      swiftSettings: house),
    .target(
      name: "Assessment",
      dependencies: ["Vocabulary", "Law", "Records", "Intake"],
      swiftSettings: house),
    .target(
      name: "Decision",
      dependencies: ["Vocabulary", "Law", "Records", "Intake", "Assessment"],
      swiftSettings: house),
    .target(
      name: "Issuance",
      dependencies: ["Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision"],
      resources: [.copy("Resources")],
      swiftSettings: house),
    .target(
      name: "Handover",
      dependencies: [
        "Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance",
      ],
      swiftSettings: house),
    .target(
      name: "CaseFile",
      dependencies: [
        "Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance", "Handover",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .target(
      name: "Words",
      dependencies: [
        "Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance", "Handover",
        "CaseFile",
      ],
      resources: [.copy("Resources")],
      swiftSettings: house),
    .target(
      name: "Store",
      dependencies: [
        "Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance", "Handover",
        "CaseFile", "CPostgres", "CSQLite",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.copy("Migrations")],
      swiftSettings: house),
    .target(
      name: "Document",
      dependencies: [
        "Vocabulary", "Law", "Records", "Issuance", "Words", "CHarfBuzz", "CZlib", "CQREncode",
        "CPKCS11",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      resources: [.copy("Resources")],
      swiftSettings: house),
    .target(
      name: "Outside",
      dependencies: [
        "Vocabulary",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .target(
      name: "Desk",
      dependencies: [
        "Vocabulary", "Law", "Words", "Records", "Intake", "Assessment", "Decision", "Issuance",
        "Handover", "CaseFile", "Store", "Document", "Outside",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .target(
      name: "Portal",
      dependencies: [
        "Vocabulary", "Law", "Words", "Records", "Intake", "Assessment", "Decision", "Issuance",
        "Handover", "CaseFile", "Desk", "Outside",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      resources: [.copy("Templates"), .copy("Static")],
      swiftSettings: house),
    .target(
      name: "Neighbours",
      dependencies: [
        "Vocabulary",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
      ],
      resources: [.copy("Resources")],
      swiftSettings: house),
    .executableTarget(
      name: "lylich",
      dependencies: [
        "Vocabulary", "Law", "Words", "Records", "Intake", "Assessment", "Decision", "Issuance",
        "Handover", "CaseFile", "Store", "Document", "Outside", "Desk", "Portal", "Neighbours",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOFoundationCompat", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "VocabularyTests",
      dependencies: ["Vocabulary"],
      swiftSettings: house),
    .testTarget(
      name: "LawTests",
      dependencies: ["Vocabulary", "Law"],
      resources: [.copy("Vectors")],
      swiftSettings: house),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Vocabulary", "Records", "Words"],
      swiftSettings: house),
    .testTarget(
      name: "RoomTests",
      dependencies: [
        "Vocabulary", "Law", "Words", "Records", "Intake", "Assessment", "Decision", "Issuance",
        "Handover",
      ],
      swiftSettings: house),
    .testTarget(
      name: "CaseFileTests",
      dependencies: [
        "Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance", "Handover",
        "CaseFile",
      ],
      swiftSettings: house),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Vocabulary", "Law", "Records", "Handover", "CaseFile", "Store",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "DocumentTests",
      dependencies: [
        "Vocabulary", "Law", "Records", "Issuance", "Words", "Document",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "OutsideTests",
      dependencies: [
        "Vocabulary", "Outside", "Neighbours",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      resources: [.copy("Peers")],
      swiftSettings: house),
    .testTarget(
      name: "PortalTests",
      dependencies: [
        "Vocabulary", "Law", "Words", "Records", "Intake", "Assessment", "Issuance", "Handover",
        "CaseFile", "Desk", "Portal",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      exclude: ["Golden"],
      swiftSettings: house),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance", "Handover",
        "CaseFile", "Store", "Outside", "Desk", "Neighbours",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "HouseTests",
      dependencies: [],
      swiftSettings: house),
    // targets end
  ]
)
