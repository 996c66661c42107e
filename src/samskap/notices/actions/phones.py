"""The mobile number that SMS are sent to, once a code has shown whose it is."""

from django.db import transaction

from samskap.notices.models import Limits, Wish
from samskap.people.models import Person


@transaction.atomic
def keep_phone(*, by: Person, number: str) -> Limits:
    """Keep a number that its owner has confirmed."""
    limits, _is_new = Limits.objects.update_or_create(person=by, defaults={"phone": number})
    return limits


@transaction.atomic
def forget_phone(*, by: Person) -> None:
    """Let go of the number. What came by SMS comes by e-mail again."""
    Limits.objects.filter(person=by).update(phone="")
    Wish.objects.filter(person=by, way=Wish.Way.SMS).update(way=Wish.Way.MAIL)
