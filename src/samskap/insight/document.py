"""The open data of one initiative: one JSON document from which anyone can count again."""

import json
from collections.abc import Iterator

from samskap.initiatives.models import Initiative
from samskap.insight import evidence, queries
from samskap.kernels import ladder
from samskap.ledger.queries import rows_of

PIECES_OF_A_ROW = ("phase", "side", "actor_kind", "kind", "beneficiary", "fate")


def document_of(initiative: Initiative) -> Iterator[str]:
    """Write the document piece by piece, so that a long ledger needs little memory.

    The format is `kernels.ladder.document`, “samskap-initiative/2”. Keys of ours stand beside it.
    """
    tally = evidence.tally_of(initiative)
    without_rows = ladder.evidence_as_document(
        ladder.Evidence(
            rows=(),
            decisions=tuple(evidence.decisions_of(initiative)),
            adoptions=tuple(evidence.adoptions_of(initiative)),
            facts=evidence.facts_of(initiative, tally.first_input_at),
            strictness=evidence.strictness_of(initiative),
            published=ladder.placement_as_document(queries.place(initiative, tally)),
            other_parties=evidence.other_parties_of(initiative, tally),
        )
    )
    without_rows.pop("rows")
    about = {
        "initiative": str(initiative.public_id),
        "title": initiative.title,
        "municipality": initiative.municipality.name,
        "licence": initiative.municipality.open_licence.name,
        "version": initiative.account.version,
        "last_hash": initiative.account.last_hash,
    }
    opening = json.dumps(about | without_rows, ensure_ascii=False, indent=1)
    yield opening.removesuffix("\n}") + ',\n "rows": ['
    between = "\n  "
    for given in rows_of(initiative.account):
        row = evidence.row_of(initiative, given)
        facts = {
            "number": given.number,
            "at": row.at.isoformat(),
            **{name: str(getattr(row, name)) for name in PIECES_OF_A_ROW},
            "party": row.party or None,
            "units": str(row.units),
            "independent": row.independent,
            "is_input": row.is_input,
            "answered_at": row.answered_at.isoformat() if row.answered_at else None,
            "channel": given.channel,
            "hash": given.hash,
        }
        yield between + json.dumps(facts, ensure_ascii=False)
        between = ",\n  "
    yield "\n ]\n}\n"
