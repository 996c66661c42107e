"""Which languages there are, and words that give away the wrong one."""

LANGUAGES = ("nb", "nn", "da")
# Words that give away the wrong language. Only words that are never right in that language.
# fmt: off
FOREIGN_WORDS = {
    "nn": {
        "ikke", "hvordan", "hva", "jeg", "noen", "noe", "bare", "hvem", "hvor", "hvorfor", "hvis",
        "hvilke", "hvilken", "hvilket", "hver", "hvert", "fra", "være", "vært", "mer", "mye",
        "flere", "fleste", "innbygger", "innbyggere", "innbyggeren", "innbyggerne", "kommunene",
        "svarer", "kommer", "uke", "uker", "dager", "måneder", "selv", "sammen", "deres", "dere",
        "gjøre", "gjør", "fikk", "ble", "hun", "åpen", "åpent", "åpne", "trenger", "finnes", "en",
        "et", "eier", "forslagene", "velg", "sier", "oppgaver", "ideer", "ideene",
    },
    "nb": {
        "ikkje", "ein", "eit", "dei", "kva", "korleis", "kvifor", "kven", "nokon", "noko", "berre",
        "frå", "vere", "meir", "mykje", "fleire", "innbyggjar", "innbyggjarar", "sjølv", "saman",
        "dykk", "svarar", "veke", "veker", "framleis",
    },
    "da": {
        "å", "hva", "noen", "noe", "etter", "innbygger", "innbyggere", "innbyggerne",
        "kommunestyret", "kommunestyre", "språk", "ikkje", "eit", "dei", "frå", "uke", "uker",
        "deg", "meg", "seg", "veldig", "mye",
    },
}
# fmt: on
# People are residents, neighbours, members … and nobody's customer (docs/conventions.md).
UNWANTED_WORDS = {
    "kunde",
    "kunden",
    "kunder",
    "kundene",
    "kundar",
    "kunderne",
    "customer",
    "customers",
}
