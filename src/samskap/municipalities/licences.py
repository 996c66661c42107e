"""Licences under which open data may be given away."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """A licence that lets anyone use the data and only asks them to say where they come from.

    key   its name by SPDX, as programs know it
    name  as people write it
    url   its text
    uri   its name in the EU’s list of licences, which catalogues of data ask for

    Source: https://spdx.org/licenses/ and
    http://publications.europa.eu/resource/authority/licence
    """

    key: str
    name: str
    url: str
    uri: str


EU = "http://publications.europa.eu/resource/authority/licence/"
NLOD = Licence("NLOD-2.0", "NLOD 2.0", "https://data.norge.no/nlod/no/2.0", f"{EU}NLOD_2_0")
CC_BY = Licence(
    "CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", f"{EU}CC_BY_4_0"
)
LICENCES = {licence.key: licence for licence in (NLOD, CC_BY)}
