"""The people of Fjordvik. All of them are invented."""

from dataclasses import dataclass

ADDRESSES = "fjordvik.example"  # RFC 2606: nobody has an address there


@dataclass(frozen=True, kw_only=True)
class Someone:
    """One person of the demo.

    says      what the front door calls them; empty for those it does not list
    roles     names of `people.models.Role`
    age       in whole years; None where the person has not told
    home      key of an area
    profile   needs, goals, wishes, resources
    """

    key: str
    given: str
    family: str
    says: str = ""
    roles: tuple[str, ...] = ()
    age: int | None = None
    home: str = ""
    shown_as: str = "name"
    pseudonym: str = ""
    language: str = "nb"
    profile: tuple[str, str, str, str] | None = None
    host: str = ADDRESSES

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.key}@{self.host}"

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


FJORDVIK: tuple[Someone, ...] = (
    # ── Those whom the front door lists ──────────────────────────────────────
    Someone(
        key="innbygger",
        given="Ingrid",
        family="Strandheim",
        says="Innbygger",
        age=43,
        home="strand",
        profile=(
            "Et sted på Strand der vi møtes uten å måtte ha et ærend.",
            "At biblioteket er åpent når folk har fri.",
            "Flere naboer som sier hei.",
            "Jeg kan lede møter, bake og lese høyt for barn.",
        ),
    ),
    Someone(
        key="ung",
        given="Emil",
        family="Tveitnes",
        says="Innbygger, 15 år",
        age=15,
        home="sentrum",
        shown_as="first_name",
    ),
    Someone(
        key="ansatt",
        given="Siri",
        family="Bekkestad",
        says="Ansatt",
        roles=("employee",),
        age=38,
        home="sentrum",
    ),
    Someone(
        key="tilrettelegger",
        given="Hedda",
        family="Fjellvik",
        says="Prosessleder",
        roles=("facilitator",),
        age=47,
        home="nesset",
    ),
    Someone(
        key="saksbehandler",
        given="Eirik",
        family="Tangvald",
        says="Saksbehandler",
        roles=("case_officer",),
        age=34,
    ),
    Someone(key="leder", given="Marit", family="Oksvoll", says="Leder", roles=("leader",), age=55),
    Someone(
        key="ordforer",
        given="Ragnhild",
        family="Sjøvoll",
        says="Ordfører",
        roles=("politician",),
        age=51,
        home="sentrum",
    ),
    Someone(
        key="politiker",
        given="Jostein",
        family="Myrbakk",
        says="Politiker",
        roles=("politician",),
        age=36,
        home="dalen",
        language="nn",
    ),
    Someone(
        key="administrator",
        given="Oddvar",
        family="Kvislevik",
        says="Administrator",
        roles=("administrator",),
        age=49,
    ),
    Someone(
        key="personvernombud",
        given="Birgitte",
        family="Halsnesvik",
        says="Personvernombud",
        roles=("data_protection_officer",),
        age=41,
    ),
    Someone(
        key="forening",
        given="Gunnhild",
        family="Vågsund",
        says="Forening, leder",
        age=59,
        home="strand",
        profile=(
            "",
            "At grendelaget skal leve videre når vi som er med nå, gir oss.",
            "Yngre folk inn i styret.",
            "Jeg har nøkkel til grendehuset, henger og kaffetrakter for femti.",
        ),
    ),
    Someone(
        key="bedrift",
        given="Ole Kristian",
        family="Bryggmo",
        says="Bedrift",
        age=44,
        home="sentrum",
    ),
    Someone(
        key="entreprenor",
        given="Zara",
        family="Lindhaug",
        says="Sosial entreprenør",
        age=33,
        home="sentrum",
    ),
    Someone(key="forsker", given="Vidar", family="Storhaugen", says="Akademia", age=46),
    Someone(
        key="diakon", given="Randi", family="Solvikås", says="Trossamfunn", age=52, home="nesset"
    ),
    # ── Their neighbours ─────────────────────────────────────────────────────
    Someone(key="aslaug", given="Aslaug", family="Nerbøvik", age=78, home="nesset"),
    Someone(
        key="harald",
        given="Harald",
        family="Rødsethaug",
        age=81,
        home="nesset",
        shown_as="first_name",
        profile=(
            "Litt følge i starten.",
            "Gå til kolonihagen igjen før jordbærene er modne.",
            "Å dyrke noe jeg kan gi bort.",
            "Jeg kan alt om poteter, og jeg har god tid.",
        ),
    ),
    Someone(key="tuva", given="Tuva", family="Leirdalen", roles=("employee",), age=31),
    Someone(key="jonas", given="Jonas", family="Eikremvik", age=27, home="sentrum"),
    Someone(key="camilla", given="Camilla", family="Heggdalsvik", age=50, home="nesset"),
    Someone(
        key="yusuf", given="Yusuf", family="Abdirahman Lia", age=35, home="sentrum", shown_as="name"
    ),
    Someone(key="liv", given="Liv", family="Sandvikmo", age=67, home="strand"),
    Someone(
        key="per",
        given="Per",
        family="Dalsbø",
        age=62,
        home="dalen",
        language="nn",
        shown_as="name",
    ),
    Someone(
        key="thea", given="Thea", family="Kroknes", age=17, home="dalen", shown_as="first_name"
    ),
    Someone(key="magnus", given="Magnus", family="Ytterhaug", age=29, home="strand"),
    Someone(key="fatima", given="Fatima", family="Nordli", age=40, home="sentrum"),
    Someone(key="lars", given="Lars Petter", family="Skjærvik", age=71, home="strand"),
    Someone(
        key="synnove", given="Synnøve", family="Dalehaugen", age=39, home="dalen", language="nn"
    ),
    Someone(
        key="noor",
        given="Noor",
        family="Haddal",
        age=24,
        home="sentrum",
        shown_as="pseudonym",
        pseudonym="Fjordfuglen",
    ),
    Someone(key="trygve", given="Trygve", family="Nessemark", age=74, home="nesset"),
    Someone(
        key="kasper",
        given="Kasper",
        family="Nordnesvik",
        roles=("facilitator",),
        age=30,
        home="dalen",
        language="nn",
    ),
    Someone(key="anette", given="Anette", family="Holmvåg", age=37, home="sentrum"),
    Someone(key="betjent", given="Stian", family="Furuhaug", age=45),
)
