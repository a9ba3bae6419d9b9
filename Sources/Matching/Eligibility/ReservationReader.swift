import Considerations

/// Reads what reserves a lot: the flag of the notice (eForms BT-71), then its text.
public enum ReservationReader {
    /// Articles that the flag `res-ws` may stand for.
    static let workshopArticles = ["L2113-12", "L2113-13", "L2113-14"]
    static let workshopFlag = "res-ws"
    static let servicesFlag = "res-pub-ser"
    static let servicesArticle = "L2113-15"

    /// `nil` when nothing reserves the lot.
    public static func read(_ need: Need) -> Reservation? {
        var inText = inWords(need.title + ".\n" + need.description)
        if inText == nil, !need.reservationFlags.contains("none") {
            // The text of the whole purchase may speak of another lot: it is never certain of this one.
            inText = inWords(need.context)
            inText?.isCertain = false
        }
        let flags = need.reservationFlags
        if flags.contains(workshopFlag) {
            guard var reservation = inText, reservation.articles.contains(where: { $0 != servicesArticle }) else {
                return Reservation(articles: workshopArticles, origin: .flag, isCertain: false, quote: "")
            }
            reservation.origin = .both
            return reservation
        }
        if flags.contains(servicesFlag) {
            let agrees = inText?.articles.contains(servicesArticle) ?? false
            return Reservation(
                articles: [servicesArticle], origin: agrees ? .both : .flag, isCertain: true,
                quote: agrees ? inText?.quote ?? "" : "")
        }
        return inText
    }

    /// Words that reserve without saying for whom leave open what the flag `res-ws` leaves open.
    private static func inWords(_ text: String) -> Reservation? {
        ConsiderationReader.reservation(in: text).map { found in
            Reservation(
                articles: found.articles.isEmpty ? workshopArticles : found.articles, origin: .text,
                isCertain: found.isCertain && !found.articles.isEmpty, quote: found.quote)
        }
    }
}
