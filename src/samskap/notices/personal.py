"""What notices hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, Held

held = (
    Held(
        model="notices.Notice",
        title=_("What you were told"),
        by=("person",),
        shows=(
            *("municipality", "kind", "label", "text", "path", "language", "at", "read_at"),
            "goes_out",
        ),
        leaves_out={"letter": A_KEY},
    ),
    Held(
        model="notices.Letter",
        title=_("Letters to you, by e-mail and SMS"),
        by=("person",),
        shows=("municipality", "carrier", "cause", "number", "made_at", "outcome", "ended_at"),
        leaves_out={"taken_until": A_KEY},
    ),
    Held(
        model="notices.Limits",
        title=_("How much you want to hear"),
        by=("person",),
        shows=("mail", "mails_a_week", "phone"),
    ),
    Held(
        model="notices.Wish",
        title=_("How you want to hear of what"),
        by=("person",),
        shows=("subject", "way"),
    ),
    Held(
        model="notices.CaughtUp",
        title=_("When you were last up to date"),
        by=("person",),
        shows=("municipality", "until"),
    ),
)
