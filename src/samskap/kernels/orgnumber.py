"""Numbers of organisations in Norway and Denmark, and whether their check digit is right."""

from __future__ import annotations

import re

_NORWEGIAN = re.compile(r"(?:NO)?(\d{9})(?:MVA)?")
_DANISH = re.compile(r"(?:DK)?(\d{8})")
_BETWEEN_DIGITS = re.compile(r"[\s.\-]")

_NORWEGIAN_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_DANISH_WEIGHTS = (2, 7, 6, 5, 4, 3, 2)


def norwegian_number(written: str) -> str | None:
    """Read a Norwegian organisation number (organisasjonsnummer).

    The check digit makes the weighted sum of all nine digits, weights 3 2 7 6 5 4 3 2 1, divisible
    by 11. As 11 is a prime, one wrong digit is always noticed, and so are two neighbours that have
    changed places. It does not say that the organisation exists.

    written  as people write it: spaces, dots, “NO” before and “MVA” after are read past
    returns  nine digits, or None when it cannot be an organisation number

    Source: Brønnøysundregistrene, “The organization number”,
    http://www.brreg.no/english/coordination/number.html
    """
    return _read(written, _NORWEGIAN, _NORWEGIAN_WEIGHTS)


def danish_number(written: str) -> str | None:
    """Read a Danish CVR number.

    The check digit makes the weighted sum of all eight digits, weights 2 7 6 5 4 3 2 1, divisible
    by 11. As 11 is a prime, one wrong digit is always noticed, and so are two neighbours that have
    changed places. It does not say that the organisation exists.

    written  as people write it: spaces, dots and “DK” before are read past
    returns  eight digits, or None when it cannot be a CVR number

    Source: Erhvervsstyrelsen, “Modulus 11-kontrol”, http://erhvervsstyrelsen.dk/modulus_11
    """
    return _read(written, _DANISH, _DANISH_WEIGHTS)


def _read(written: str, shape: re.Pattern[str], weights: tuple[int, ...]) -> str | None:
    """Strip what stands between the digits and check the last one."""
    found = shape.fullmatch(_BETWEEN_DIGITS.sub("", written).upper())
    if found is None:
        return None
    digits = found[1]
    # \d also matches the digits of other scripts, and nought everywhere passes the sum.
    if not digits.isascii() or int(digits) == 0:
        return None
    weighted = sum(weight * int(digit) for weight, digit in zip((*weights, 1), digits, strict=True))
    return digits if weighted % 11 == 0 else None
