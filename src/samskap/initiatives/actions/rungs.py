"""Keeping the rung that was last published beside the initiative, for lists and filters."""

from samskap.initiatives.models import Initiative


def publish_rung(*, initiative: Initiative, rung: str, is_provisional: bool = False) -> None:
    """Write down the rung that insight worked out, so that lists can show it and filter on it.

    rung            “0” … “4”, “self_organised”, or empty where there is too little evidence
    is_provisional  whether it may still change for lack of evidence

    Only insight calls this: a rung follows from the ledger and is never typed in.
    """
    Initiative.objects.filter(pk=initiative.pk).update(
        rung=rung, rung_is_provisional=is_provisional
    )
    initiative.rung, initiative.rung_is_provisional = rung, is_provisional
