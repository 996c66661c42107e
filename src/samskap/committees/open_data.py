"""All open data of committees under one address: the committees, their work, their answers."""

from ninja import Router

from samskap.committees.api import router as committees
from samskap.committees.open_answer import router as answers
from samskap.committees.open_work import router as work

router = Router(tags=["committees"])
router.add_router("", answers)  # its words come before the names of committees
router.add_router("", work)
router.add_router("", committees)
