"""All open data of drafting under one address: the texts, and their plans."""

from ninja import Router

from samskap.drafting.api import router as texts
from samskap.drafting.open_items import router as plans

router = Router(tags=["drafting"])
router.add_router("", plans)
router.add_router("", texts)
