"""Finding what an address names."""

from django.shortcuts import get_object_or_404

from samskap.lottery.errors import NotYoursToKeep
from samskap.lottery.models import Lot
from samskap.lottery.permissions import may_keep
from samskap.lottery.queries import lot_in
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest


def the_lot(request: MunicipalityRequest, pk: int) -> Lot:
    """The lot at an address."""
    found: Lot = get_object_or_404(lot_in(request.municipality), pk=pk)
    return found


def kept_lot(request: SignedInRequest, pk: int) -> Lot:
    """The lot at an address, for its stewards."""
    found = the_lot(request, pk)
    if not may_keep(request.user, found):
        raise NotYoursToKeep
    return found
