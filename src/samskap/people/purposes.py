"""What each consent is about, in plain words."""

from django.utils.translation import gettext_lazy as _

from samskap.people.models import Consent

EXPLAINED = {
    Consent.Purpose.NEWS: _(
        "The facilitators see your name and e-mail, and may write to you when a new initiative"
        " begins where you live."
    ),
    Consent.Purpose.HELP: _(
        "The facilitators see your name and e-mail, and may ask whether you can help with something"
        " you can give. You may always say no."
    ),
    Consent.Purpose.STORIES: _(
        "The municipality may retell what you have written here, under the name you show. It asks"
        " you before it uses a photo of you."
    ),
}
