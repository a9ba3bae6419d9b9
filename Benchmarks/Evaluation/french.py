"""French words for the plain BM25 baseline: lowercase letters, stop words, Snowball stems.

The stemmer is the published Snowball algorithm for French (version 2), so that the baseline is the one that everybody
means by « BM25 with French stems ». PyStemmer, when it is installed, does the same faster.
"""
import re
import unicodedata

try:
    import Stemmer
except ImportError:
    Stemmer = None

VOWELS = frozenset("aeiouyâàëéêèïîôûù")
# Letters after which a final s is part of the word.
KEEPS_S = frozenset("aiouès")

STANDARD = [
    (("ance", "iqUe", "isme", "able", "iste", "eux", "ances", "iqUes", "ismes", "ables", "istes"), "noun"),
    (("atrice", "ateur", "ation", "atrices", "ateurs", "ations"), "agent"),
    (("logie", "logies"), "logie"),
    (("usion", "ution", "usions", "utions"), "ution"),
    (("ence", "ences"), "ence"),
    (("ement", "ements"), "ement"),
    (("ité", "ités"), "quality"),
    (("if", "ive", "ifs", "ives"), "if"),
    (("eaux",), "eaux"),
    (("aux",), "aux"),
    (("euse", "euses"), "euse"),
    (("issement", "issements"), "issement"),
    (("amment",), "amment"),
    (("emment",), "emment"),
    (("ment", "ments"), "ment"),
]
I_VERB = """îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is
issaIent issais issait issant issante issantes issants isse issent isses issez issiez issions issons it""".split()
VERB_IONS = ["ions"]
VERB_E = """é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez""".split()
VERB_A = """âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions""".split()


def longest(word, suffixes, start=0):
    """The longest of `suffixes` that ends `word` at or after `start`, or None."""
    found = None
    for suffix in suffixes:
        if len(word) - len(suffix) >= start and word.endswith(suffix) and (found is None or len(suffix) > len(found)):
            found = suffix
    return found


STANDARD_RULE = {suffix: rule for suffixes, rule in STANDARD for suffix in suffixes}


class Word:
    """A word on its way to its stem, with the regions of the algorithm."""

    def __init__(self, text):
        self.text = self.marked(text)
        self.rv, self.r1, self.r2 = self.regions(self.text)

    @staticmethod
    def marked(text):
        """Upper case marks the i, u and y that are consonants; ë and ï become He and Hi."""
        letters = []
        position = 0
        while position < len(text):
            letter = text[position]
            before = text[position - 1] if position else ""
            after = text[position + 1] if position + 1 < len(text) else ""
            # A vowel that was just marked is none any more.
            vowel_before = before in VOWELS and before != "" and (not letters or letters[-1][-1:] == before)
            if vowel_before and letter in "ui" and after and after in VOWELS:
                letters.append(letter.upper())
            elif letter == "y" and (vowel_before or (after and after in VOWELS)):
                letters.append("Y")
            elif letter in "ëï":
                letters.append("He" if letter == "ë" else "Hi")
            elif letter == "u" and before == "q":
                letters.append("U")
            else:
                letters.append(letter)
            position += 1
        return "".join(letters)

    @staticmethod
    def regions(text):
        end = len(text)

        def after_vowel(start):
            return next((place + 1 for place in range(start, end) if text[place] in VOWELS), None)

        def after_consonant(start):
            return next((place + 1 for place in range(start, end) if text[place] not in VOWELS), None)

        if end >= 3 and text[0] in VOWELS and text[1] in VOWELS:
            rv = 3
        elif text[:3] in ("par", "col", "tap"):
            rv = 3
        else:
            rv = after_vowel(1) or end
        r1 = r2 = end
        vowel = after_vowel(0)
        first = vowel is not None and after_consonant(vowel)
        if first:
            r1 = first
            vowel = after_vowel(first)
            second = vowel is not None and after_consonant(vowel)
            if second:
                r2 = second
        return rv, r1, r2

    def cut(self, suffix, new=""):
        self.text = self.text[: len(self.text) - len(suffix)] + new

    def ends(self, suffix, region=0):
        return self.text.endswith(suffix) and len(self.text) - len(suffix) >= region

    def standard_suffix(self):
        """Whether a standard suffix was taken off; `amment`, `emment` and `ment` go on to the verbs."""
        suffix = longest(self.text, STANDARD_RULE)
        if suffix is None:
            return False
        start = len(self.text) - len(suffix)
        in_rv, in_r1, in_r2 = start >= self.rv, start >= self.r1, start >= self.r2
        rule = STANDARD_RULE[suffix]
        if rule in ("noun", "agent", "logie", "ution", "ence", "quality", "if") and not in_r2:
            return False
        if rule == "noun":
            self.cut(suffix)
        elif rule == "agent":
            self.cut(suffix)
            self.drop_ic()
        elif rule == "logie":
            self.cut(suffix, "log")
        elif rule == "ution":
            self.cut(suffix, "u")
        elif rule == "ence":
            self.cut(suffix, "ent")
        elif rule == "ement":
            if not in_rv:
                return False
            self.cut(suffix)
            self.after_ement()
        elif rule == "quality":
            self.cut(suffix)
            self.after_quality()
        elif rule == "if":
            self.cut(suffix)
            if self.ends("at", self.r2):
                self.cut("at")
                self.drop_ic()
        elif rule == "eaux":
            self.cut(suffix, "eau")
        elif rule == "aux":
            if not in_r1:
                return False
            self.cut(suffix, "al")
        elif rule == "euse":
            if in_r2:
                self.cut(suffix)
            elif in_r1:
                self.cut(suffix, "eux")
            else:
                return False
        elif rule == "issement":
            if not in_r1 or start == 0 or self.text[start - 1] in VOWELS:
                return False
            self.cut(suffix)
        elif rule in ("amment", "emment"):
            if in_rv:
                self.cut(suffix, "ant" if rule == "amment" else "ent")
            return False
        else:
            before = start - 1
            if before >= self.rv and self.text[before] in VOWELS:
                self.cut(suffix)
            return False
        return True

    def drop_ic(self):
        if self.ends("ic"):
            self.cut("ic", "" if self.ends("ic", self.r2) else "iqU")

    def after_ement(self):
        if self.ends("iv"):
            if self.ends("iv", self.r2):
                self.cut("iv")
                if self.ends("at", self.r2):
                    self.cut("at")
        elif self.ends("eus"):
            if self.ends("eus", self.r2):
                self.cut("eus")
            elif self.ends("eus", self.r1):
                self.cut("eus", "eux")
        elif self.ends("abl") or self.ends("iqU"):
            if len(self.text) - 3 >= self.r2:
                self.cut("abl")
        elif self.ends("ièr") or self.ends("Ièr"):
            if len(self.text) - 3 >= self.rv:
                self.cut("ièr", "i")

    def after_quality(self):
        if self.ends("abil"):
            self.cut("abil", "" if self.ends("abil", self.r2) else "abl")
        elif self.ends("ic"):
            self.drop_ic()
        elif self.ends("iv", self.r2):
            self.cut("iv")

    def i_verb(self):
        suffix = longest(self.text, I_VERB, self.rv)
        if suffix is None:
            return False
        before = len(self.text) - len(suffix) - 1
        if before < self.rv or self.text[before] in VOWELS or self.text[before] == "H":
            return False
        self.cut(suffix)
        return True

    def verb(self):
        suffix = longest(self.text, VERB_IONS + VERB_E + VERB_A, self.rv)
        if suffix is None:
            return False
        if suffix in VERB_IONS and len(self.text) - len(suffix) < self.r2:
            return False
        self.cut(suffix)
        if suffix in VERB_A and self.ends("e", self.rv):
            self.cut("e")
        return True

    def residual(self):
        if self.text.endswith("s") and len(self.text) > 1:
            if self.text[:-1].endswith("Hi") or self.text[-2] not in KEEPS_S:
                self.cut("s")
        suffix = longest(self.text, ["ion", "ier", "ière", "Ier", "Ière", "e"], self.rv)
        if suffix == "ion":
            before = len(self.text) - 4
            if len(self.text) - 3 >= self.r2 and before >= self.rv and self.text[before] in "st":
                self.cut("ion")
        elif suffix == "e":
            self.cut("e")
        elif suffix:
            self.cut(suffix, "i")

    def stem(self):
        if self.standard_suffix() or self.i_verb() or self.verb():
            if self.text.endswith("Y"):
                self.cut("Y", "i")
            elif self.text.endswith("ç"):
                self.cut("ç", "c")
        else:
            self.residual()
        if longest(self.text, ["enn", "onn", "ett", "ell", "eill"]):
            self.text = self.text[:-1]
        self.without_accent()
        for marked, plain in (("He", "ë"), ("Hi", "ï"), ("H", ""), ("I", "i"), ("U", "u"), ("Y", "y")):
            self.text = self.text.replace(marked, plain)
        return self.text

    def without_accent(self):
        """The é or è before the last consonants loses its accent."""
        place = len(self.text) - 1
        while place >= 0 and self.text[place] not in VOWELS:
            place -= 1
        if 0 <= place < len(self.text) - 1 and self.text[place] in "éè":
            self.text = self.text[:place] + "e" + self.text[place + 1:]


STEMS = {}
SNOWBALL = Stemmer.Stemmer("french") if Stemmer else None


def stem(word):
    """The Snowball stem of a word in lowercase."""
    if word not in STEMS:
        STEMS[word] = SNOWBALL.stemWord(word) if SNOWBALL else Word(word).stem()
    return STEMS[word]


LETTERS = re.compile(r"[^\W\d_]+")


def folded(word):
    """Without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def terms(text, stop_words):
    """The stems of the words of `text` without accents, in its order; `stop_words` (folded) are left out."""
    words = [word for word in LETTERS.findall(text.lower()) if len(word) > 1 and folded(word) not in stop_words]
    return [folded(stem(word)) for word in words]
