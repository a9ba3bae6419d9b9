// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of ours is compiled with: warnings stop the build, `any` is written out,
/// and a file imports the modules whose members it uses.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Tests import what they test; the members of its neighbours come along.
let tests: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "passerelle",
    products: [
        .executable(name: "passerelle", targets: ["PasserelleCLI"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // System libraries: a module map and a shim, nothing else.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        // The nomenclature tables of Catalog/Nomenclatures, embedded so that the binary stands alone.
        .target(name: "CNomenclatures"),

        .target(name: "Wording", swiftSettings: strict),
        .target(
            name: "Bytes", dependencies: ["CLibXML2", "CArchive", "CNettle", "FrenchText", "Wording"],
            swiftSettings: strict),
        .target(name: "FrenchText", swiftSettings: strict),
        .target(
            name: "Nomenclature", dependencies: ["CNomenclatures", "FrenchText", "Wording"], swiftSettings: strict),
        .target(
            name: "Tenders", dependencies: ["Bytes", "FrenchText", "Nomenclature", "Wording"], swiftSettings: strict),
        .target(
            name: "Catalog", dependencies: ["Bytes", "FrenchText", "Nomenclature", "Wording"], swiftSettings: strict),
        // What the words of a notice say of reservations and of social and environmental considerations.
        .target(
            name: "Considerations", dependencies: ["FrenchText", "Tenders", "Nomenclature"], swiftSettings: strict),
        .target(
            name: "Matching",
            dependencies: ["Considerations", "FrenchText", "Tenders", "Catalog", "Nomenclature", "Wording"],
            swiftSettings: strict),
        .target(
            name: "Indicators", dependencies: ["Tenders", "Catalog", "Nomenclature", "Wording"], swiftSettings: strict),
        .target(
            name: "Workspace",
            dependencies: ["FrenchText", "Tenders", "Catalog", "Nomenclature", "Wording", grdb, sqlite],
            swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: ["CXLSXWriter", "Matching", "Indicators", "Tenders", "Catalog", "Nomenclature", "Wording"],
            swiftSettings: strict),
        .target(
            name: "Passerelle",
            dependencies: [
                "Bytes", "FrenchText", "Nomenclature", "Tenders", "Catalog", "Considerations", "Matching",
                "Indicators", "Workspace", "Reports", "Wording",
            ],
            swiftSettings: strict),
        .target(
            name: "PasserelleWeb",
            dependencies: [
                "Passerelle", "Reports", "Matching", "Indicators", "Tenders", "Nomenclature", "Workspace", "Wording",
                hummingbird,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "PasserelleCLI",
            dependencies: [
                "Passerelle", "PasserelleWeb", "Reports", "Considerations", "Matching", "Indicators", "Tenders",
                "Catalog",
                "Nomenclature",
                "Workspace", "Wording",
                argumentParser,
            ], swiftSettings: strict),

        // Measures the parsers alone; see Scripts/bench.
        .executableTarget(
            name: "passerelle-bench", dependencies: ["Bytes", "Tenders", "Wording", "CLibXML2"],
            path: "Benchmarks/ParseBench", swiftSettings: strict),

        // Measures the ranking alone.
        .executableTarget(
            name: "passerelle-match-bench", dependencies: ["Passerelle", "Matching", "Nomenclature"],
            path: "Benchmarks/MatchBench", swiftSettings: strict),
        // Makes the model of the CPV classifier; see Scripts/train.
        .executableTarget(
            name: "passerelle-train", dependencies: ["Nomenclature", "Wording"], path: "Training",
            swiftSettings: strict),

        // What tests share: the corpus, temporary folders.
        .target(name: "TestSupport", dependencies: ["CArchive"], path: "Tests/TestSupport", swiftSettings: tests),
        .testTarget(name: "WordingTests", dependencies: ["Wording"], swiftSettings: tests),
        .testTarget(name: "BytesTests", dependencies: ["Bytes", "Wording", "TestSupport"], swiftSettings: tests),
        .testTarget(
            name: "NomenclatureTests", dependencies: ["Nomenclature", "Wording", "TestSupport"], swiftSettings: tests),
        .testTarget(
            name: "TendersTests", dependencies: ["Tenders", "Bytes", "Nomenclature", "Wording", "TestSupport"],
            swiftSettings: tests),
        .testTarget(
            name: "CatalogTests", dependencies: ["Catalog", "Bytes", "Nomenclature", "Wording", "TestSupport"],
            swiftSettings: tests),
        .testTarget(
            name: "ConsiderationsTests",
            dependencies: ["Considerations", "Tenders", "Bytes", "Nomenclature", "Wording", "TestSupport"],
            swiftSettings: tests),
        .testTarget(
            name: "IndicatorsTests", dependencies: ["Indicators", "Tenders", "Catalog", "Nomenclature", "Wording"],
            swiftSettings: tests),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Reports", "Indicators", "Matching", "Tenders", "Catalog", "Nomenclature", "Wording", "TestSupport",
            ],
            swiftSettings: tests),
        .testTarget(
            name: "FrenchTextTests", dependencies: ["FrenchText", "Nomenclature", "TestSupport"], swiftSettings: tests),
        .testTarget(
            name: "MatchingTests",
            dependencies: ["Matching", "Tenders", "Catalog", "Nomenclature", "FrenchText", "Wording", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: tests),
        .testTarget(
            name: "PasserelleTests",
            dependencies: [
                "Passerelle", "Workspace", "Reports", "Indicators", "Matching", "Nomenclature", "Wording",
                "TestSupport",
            ], swiftSettings: tests),
        // Runs the built program.
        .testTarget(
            name: "PasserelleCLITests", dependencies: ["PasserelleCLI", "TestSupport"], swiftSettings: tests),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["Workspace", "Tenders", "Catalog", "Nomenclature", "Wording", "TestSupport", grdb],
            swiftSettings: tests),
    ],
    swiftLanguageModes: [.v6],
    // `#embed` is C23.
    cLanguageStandard: .gnu2x
)
// The fuzz targets are there for Scripts/fuzz only: nothing but the readers, built with sanitizers in a folder apart.
if Context.environment["PASSERELLE_FUZZ"] != nil {
    let readers: Set = [
        "CLibXML2", "CArchive", "CNettle", "CNomenclatures", "Wording", "Bytes", "FrenchText",
        "Nomenclature", "Tenders",
    ]
    package.products = []
    package.dependencies = []
    package.targets = package.targets.filter { readers.contains($0.name) }
    package.targets += [
        .target(name: "CLibFuzzer", path: "Fuzz/CLibFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: ["Bytes", "CLibFuzzer", "Tenders", "Wording"], path: "Fuzz/Sources",
            swiftSettings: strict),
    ]
}
