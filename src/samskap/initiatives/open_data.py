"""All open data of initiatives under one address: the initiatives, and what stands beside them."""

from ninja import Router

from samskap.initiatives import open_tables  # noqa: F401 – announces the tables of the archive
from samskap.initiatives.api import router as initiatives
from samskap.initiatives.open_history import router as history
from samskap.initiatives.open_partnership import router as partnership

router = Router()
router.add_router("", initiatives)
router.add_router("", history)
router.add_router("", partnership)
