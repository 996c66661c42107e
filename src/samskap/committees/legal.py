"""What the legal form of a committee means, in each country: rules with their sources."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskap.committees.models.charter import Charter
from samskap.municipalities.models import Country


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that a legal form asks for, and where that stands.

    by_charter  it holds only where the charter asks that the sexes are in balance
    """

    says: str | Promise
    source: str
    by_charter: bool = False


UNDER_LAW, METHOD = (
    Charter.LegalForm.COMMITTEE_UNDER_LAW,
    Charter.LegalForm.ADVISORY_METHOD,
)

RULES: dict[tuple[str, str], tuple[Rule, ...]] = {
    (Country.NORWAY, UNDER_LAW): (
        Rule(says=_("The council sets it up and can end it."), source="Kommuneloven § 5-7"),
        Rule(
            says=_(
                "Members must be eligible: they may vote in the municipality, are registered as"
                " living there and have agreed in writing. They are elected as the law says."
            ),
            source="Kommuneloven kap. 7, § 7-2",
        ),
        Rule(
            says=_("Each sex has at least 40 % of the seats where there are four or more."),
            source="Kommuneloven kap. 7",
        ),
        Rule(
            says=_("Members are called to meetings in good time, with the agenda."),
            source="Kommuneloven § 11-3",
        ),
        Rule(says=_("Minutes are kept and published."), source="Kommuneloven § 11-4"),
        Rule(
            says=_("Meetings are open, unless the law lets them be closed."),
            source="Kommuneloven § 11-5",
        ),
        Rule(
            says=_("Whoever has a stake of their own in a case takes no part in it."),
            source="Kommuneloven § 13-3",
        ),
    ),
    (Country.NORWAY, METHOD): (
        Rule(
            says=_("It is a way of taking part, and no committee under the law. It advises."),
            source="Jf. Svelvik, reglement § 11",
        ),
        Rule(
            says=_("Anybody can be a member, of any age. Nobody represents an association."),
            source="Jf. Svelvik, reglement § 11",
        ),
        Rule(
            says=_(
                "Each sex has at least 40 % of the seats: the charter asks for it, after the"
                " example of Svelvik."
            ),
            source="Jf. Svelvik, reglement § 11",
            by_charter=True,
        ),
        Rule(
            says=_("Meetings are open, and more is told than the law asks for."),
            source="Offentleglova §§ 3, 11",
        ),
    ),
    (Country.DENMARK, UNDER_LAW): (
        Rule(
            says=_("The council sets it up, and decides who sits there and by which rules."),
            source="Kommunestyrelsesloven § 17, stk. 4",
        ),
        Rule(
            says=_("It prepares and advises. It cannot decide in the council’s place."),
            source="Kommunestyrelsesloven § 17, stk. 4",
        ),
        Rule(
            says=_("Whoever has a stake of their own in a case takes no part in it."),
            source="Forvaltningsloven §§ 3–6",
        ),
    ),
    (Country.DENMARK, METHOD): (
        Rule(
            says=_("It is a way of taking part, and no committee under the law. It advises."),
            source="Kommunestyrelsesloven § 2",
        ),
    ),
}


def rules_of(charter: Charter, country: str) -> tuple[Rule, ...]:
    """What the legal form of a charter means in a country."""
    rules = RULES.get((country, charter.legal_form), ())
    return tuple(rule for rule in rules if charter.balances_sexes or not rule.by_charter)
