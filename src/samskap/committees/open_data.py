"""All open data of committees under one address: the committees, and what they were answered."""

from ninja import Router

from samskap.committees.api import router as committees
from samskap.committees.open_answer import router as answers

router = Router()
router.add_router("", answers)  # its words come before the names of committees
router.add_router("", committees)
