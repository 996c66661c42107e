"""Organisation numbers, by the country of the municipality."""

from samskap.kernels.orgnumber import danish_number, norwegian_number
from samskap.municipalities.models import Country, Municipality

CHECK = {Country.NORWAY: norwegian_number, Country.DENMARK: danish_number}


def number_of(written: str, municipality: Municipality) -> str | None:
    """Read an organisation number: its digits, or None where the check digit is wrong.

    Source: Brønnøysundregistrene (Norway); Erhvervsstyrelsen, CVR (Denmark).
    """
    return CHECK[Country(municipality.country)](written)
