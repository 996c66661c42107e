"""What search holds about one person: nothing that does not stand in the things themselves."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import Held

held = (
    Held(
        model="search.Entry",
        leaves_out={"words": _("These are beginnings of the words that you find where you wrote.")},
    ),
)
