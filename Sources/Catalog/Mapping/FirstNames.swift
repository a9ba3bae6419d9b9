import FrenchText

/// First names frequent in France (INSEE, births since 1940), by which a column of persons is told from one of
/// organisations.
enum FirstNames {
    private static let names: Set<String> = Set(
        """
        adrien agnes alain albert alexandra alexandre alexis alice aline amandine amelie andre andrea anne annie anthony
        antoine arnaud audrey aurelie aurelien baptiste beatrice benjamin benoit bernadette bernard brigitte bruno camille
        carole caroline catherine cecile celine chantal charlene charles charlotte chloe christelle christian christiane
        christine christophe claire claude claudine clement colette corinne cyril damien daniel daniele david delphine
        denis denise didier dominique edith elisabeth elise elodie emilie emma emmanuel emmanuelle eric estelle evelyne
        fabien fabienne fabrice florence florent florian francine francis francois francoise frederic frederique gabriel
        genevieve georges gerard gilbert gilles ginette gregory guillaume guy helene henri herve hugo isabelle jacqueline
        jacques jean jeanne jeannine jennifer jeremy jerome joel joelle jonathan josette joseph josiane julie julien
        juliette karine kevin laetitia laura laure laurence laurent lea lionel louis louise luc lucas lucie ludovic
        madeleine magali marc marcel margaux marguerite marie marine marion marjorie martin martine mathieu mathilde
        matthieu maurice maxime melanie michel michele mickael mireille mohamed monique morgane muriel myriam nadia nadine
        nathalie nelly nicolas nicole odette odile olivier pascal pascale patrice patricia patrick paul paulette pauline
        philippe pierre quentin rachel raymond regine regis remi remy renee rene richard robert roger roland romain
        sabine sabrina samuel sandra sandrine sarah sebastien serge simon simone solange sonia sophie stephane stephanie
        suzanne sylvain sylvie theo therese thibault thierry thomas valerie vanessa veronique victor vincent virginie
        viviane xavier yann yannick yves yvette yvonne
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Two or three words, the first or the last of them a first name: « Jeanne Dupont », « DUPONT Jean-Marc ».
    static func isPerson(_ cell: String) -> Bool {
        guard cell.utf8.count <= 40, !cell.contains(where: \.isNumber) else { return false }
        let words = cell.split(whereSeparator: \.isWhitespace)
        guard (2...3).contains(words.count), let first = words.first, let last = words.last else { return false }
        return isFirstName(first) || isFirstName(last)
    }

    private static func isFirstName(_ word: Substring) -> Bool {
        let parts = Folding.fold(word).split(separator: "-")
        return !parts.isEmpty && parts.allSatisfy { names.contains(String($0)) }
    }
}
