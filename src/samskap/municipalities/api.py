"""The municipality as open data: whose data this is, and what it promises."""

from ninja import Field, Router, Schema

from samskap.municipalities import queries
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["municipality"])


class MunicipalityOut(Schema):
    """The municipality that answers at this host name."""

    name: str = Field(description="in full")
    short_name: str = Field(description="without “kommune”")
    slug: str = Field(description="lasting, unique in this instance")
    code: str = Field(description="the statistics office’s code (Norway: 4 digits, Denmark: 3)")
    country: str = Field(description="NO or DK")
    languages: list[str] = Field(description="codes of the languages that its pages speak")
    default_language: str = Field(description="code of the first of them")
    host: str = Field(description="its primary host name; empty where none is set")
    answer_days: int = Field(description="days within which it promises to answer people")
    ladder_strictness: dict[str, float] = Field(
        description="thresholds of the ladder that it has made stricter: name → value"
    )
    welcome: dict[str, str] = Field(description="language code → text, in Markdown")
    about: dict[str, str] = Field(description="language code → text, in Markdown")


@router.get("/here", response=MunicipalityOut)
def this_municipality(request: MunicipalityRequest) -> MunicipalityOut:
    """The municipality whose host name was asked: all data at this address are its own."""
    here = request.municipality
    own = set(MunicipalityOut.model_fields) - {"host"}
    return MunicipalityOut(
        host=queries.primary_host(here), **{name: getattr(here, name) for name in own}
    )
