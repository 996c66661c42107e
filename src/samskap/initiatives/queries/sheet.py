"""All that the page of an initiative reads of this module, in three questions instead of twenty.

The functions that pages ask (`agreed`, `promises_of`, `all_decisions` …) stay what they are: the
sheet only lets an initiative that keeps its answers know theirs beforehand. What other modules
show on the page may come along too, as they announce it.
"""

from typing import Any

from django.db.models import OuterRef

from samskap.base.brought import Brought, come_along
from samskap.base.modules import announced
from samskap.base.once import known
from samskap.base.prepared import Prepared
from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Decision,
    FormalDecision,
    Frame,
    Initiative,
    Partner,
    Recommendation,
    ScrapEntry,
    Sharing,
    Signature,
    Statement,
    Topic,
)
from samskap.initiatives.queries.commitments import promises_of, to_do_first
from samskap.initiatives.queries.decisions import all_decisions, with_voices
from samskap.initiatives.queries.formal import laid_before, waiting_first
from samskap.initiatives.queries.frames import frame_in_force, with_readings
from samskap.initiatives.queries.partnership import agreed, agreed_by
from samskap.initiatives.queries.sharing import taking_part_in
from samskap.ledger.queries import read_sums
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.places.models import Area

THIS = OuterRef("pk")

sheet = Prepared(
    lambda key: (
        Initiative.objects.filter(pk=key)
        .only("pk")
        .annotate(
            topics_=Brought(Topic.objects.filter(initiatives=THIS)),
            areas_=Brought(Area.objects.filter(initiatives=THIS)),
            facilitators_=Brought(Person.objects.filter(facilitates=THIS)),
            scraps_=Brought(ScrapEntry.objects.filter(initiative=THIS)),
            statements_=Brought(Statement.objects.filter(initiative=THIS)),
            frames_=Brought(with_readings(Frame.objects.filter(initiative=THIS))[:1]),
            agreements_=Brought(Agreement.objects.filter(initiative=THIS, ended_at=None)),
            signatures_=Brought(Signature.objects.filter(agreement__initiative=THIS)),
            commitments_=Brought(to_do_first(Commitment.objects.filter(initiative=THIS))),
            decisions_=Brought(with_voices(Decision.objects.filter(initiative=THIS))),
            laid_=Brought(waiting_first(FormalDecision.objects.filter(initiative=THIS))),
            recommendations_=Brought(
                Recommendation.objects.filter(formal_decision__initiative=THIS)
            ),
            sharings_=Brought(Sharing.objects.filter(initiative=THIS).taking_part()),
            bodies_=Brought(Organisation.objects.filter(answers_to__initiative=THIS).distinct()),
            **{
                f"along_{place}": Brought(ask.rows_along())
                for place, ask in enumerate(announced("along"))
            },
        )
    ),
    key=int,
)
partners = Prepared(
    lambda initiative: Partner.objects.filter(initiative=initiative).select_related(
        "organisation", "person"
    ),
    initiative=int,
)


def read_sheet(initiative: Initiative) -> None:
    """Let an initiative that keeps its answers know what its page asks; three questions."""
    found: Any = sheet.first(key=initiative.pk)
    partner_of = {partner.pk: partner for partner in partners.all(initiative=initiative.pk)}
    body_of = {body.pk: body for body in found.bodies_}

    for promise in found.commitments_:
        promise.initiative, promise.partner = initiative, partner_of[promise.partner_id]
    for formal in found.laid_:
        formal.initiative, formal.body = initiative, body_of[formal.body_id]
        its_own = [each for each in found.recommendations_ if each.formal_decision_id == formal.pk]
        come_along(formal, recommendations=its_own)
    come_along(
        initiative,
        topics=found.topics_,
        areas=found.areas_,
        facilitators=found.facilitators_,
        scraps=found.scraps_,
        statements=found.statements_,
    )
    if not found.sharings_:
        known(initiative, taking_part_in, [])
    for place, ask in enumerate(announced("along")):
        known(initiative, ask, getattr(found, f"along_{place}"))
    known(initiative, promises_of, found.commitments_)
    known(initiative, laid_before, found.laid_)
    known(initiative, all_decisions, found.decisions_)
    known(initiative, frame_in_force, next(iter(found.frames_), None))
    known(
        initiative,
        agreed,
        agreed_by(
            joined=[partner for partner in partner_of.values() if partner.has_joined],
            versions=found.agreements_,
            signatures=found.signatures_,
        ),
    )
    read_sums(initiative.account)
