import Foundation
import Hummingbird
import Passerelle
import Wording

/// The web application on one workspace: pages rendered on the server, the same use cases and figures as the command
/// line, no request to anyone else.
public struct Site: Sendable {
    let application: Passerelle.Application
    let language: Language
    /// Absent while the catalogue is empty.
    let matcher: Matcher?

    /// - Throws: `Problem` when the workspace cannot be read.
    public init(application: Passerelle.Application, language: Language) throws {
        self.application = application
        self.language = language
        do {
            matcher = try application.matcher()
        } catch let problem as Problem where problem.rule == "catalogue.empty" {
            matcher = nil
        }
    }

    /// Answers on the loopback interface only, until stopped.
    public func serve(port: Int) async throws {
        let server = Hummingbird.Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "passerelle"))
        try await server.runService()
    }

    var router: Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("/") { _, _ in respond { try homePage() } }
        router.get("/lots") { _, _ in respond { try lotsPage() } }
        router.get("/lots/:notice/:lot") { _, context in
            let notice = context.parameters.get("notice")?.removingPercentEncoding ?? ""
            let lot = context.parameters.get("lot")?.removingPercentEncoding ?? ""
            return respond { try lotPage(notice + "/" + lot) }
        }
        router.get("/besoin") { request, _ in
            let query = request.uri.queryParameters
            return respond {
                try needPage(String(query["texte"] ?? ""), place: String(query["lieu"] ?? ""))
            }
        }
        router.get("/structure") { request, _ in
            let asked = String(request.uri.queryParameters["q"] ?? "")
            return respond { try supplierPage(asked) }
        }
        router.get("/opportunites") { request, _ in
            let asked = String(request.uri.queryParameters["structure"] ?? "")
            return respond { try opportunitiesPage(asked) }
        }
        router.get("/catalogue") { request, _ in
            let departement = String(request.uri.queryParameters["departement"] ?? "")
            return respond { try cataloguePage(departement) }
        }
        router.get("/spaser") { request, _ in
            let query = request.uri.queryParameters
            return respond {
                try spaserPage(buyer: String(query["acheteur"] ?? ""), year: query["annee"].flatMap { Int($0) })
            }
        }
        return router
    }

    /// The page, or a page that says what is wrong.
    private func respond(_ page: () throws -> String) -> Response {
        do {
            return Self.html(try page(), .ok)
        } catch let problem as Problem {
            return Self.html(problemPage(problem), .notFound)
        } catch {
            return Self.html(problemPage(Self.unexpected), .internalServerError)
        }
    }

    private static let unexpected = Problem(
        "web.unexpected", at: Place(file: "Passerelle"),
        Phrase("la page n’a pas pu être établie ; rechargez-la", "the page could not be made; load it again"))

    private static func html(_ page: String, _ status: HTTPResponse.Status) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: page)))
    }
}
