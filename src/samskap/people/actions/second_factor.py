"""The second factor: set up, shown, taken away, and asked for by a municipality."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.people import totp
from samskap.people.actions.household import READABLE
from samskap.people.actions.sessions import end_sessions
from samskap.people.errors import (
    FactorIsThere,
    NoFactorThere,
    NotYoursToSetUp,
    RolesElsewhere,
    WrongCode,
)
from samskap.people.models import Person, Role, SecondFactor, SignInRules
from samskap.people.permissions import may_set_up_sign_in
from samskap.people.sealed import seal, unseal

CODES = 10  # on paper


@transaction.atomic
def begin_second_factor(*, by: Person) -> SecondFactor:
    """Draw a secret for an app; nothing changes before the first code of it is typed.

    It is a new one each time: who sat here before may have seen the last. Refuses with
    FactorIsThere.
    """
    factor, _is_new = SecondFactor.objects.select_for_update().get_or_create(person=by)
    if factor.confirmed_at:
        raise FactorIsThere
    factor.sealed_secret, factor.last_step = seal(totp.new_secret()), 0
    factor.save(update_fields=["sealed_secret", "last_step"])
    return factor


@transaction.atomic
def confirm_second_factor(*, by: Person, code: str, but: str) -> list[str]:
    """Take the first code of an app; return the codes on paper, which nobody sees again.

    but  the key of the session that stays: all others have shown less

    Refuses with NoFactorThere, FactorIsThere or WrongCode.
    """
    factor = _locked(by)
    if factor.confirmed_at:
        raise FactorIsThere
    _use(factor, code)
    factor.confirmed_at = timezone.now()
    codes = _new_codes(factor)
    end_sessions(of=by, by=by, but=but)
    remember("people.second_factor_set_up", by=by.pseudonym_key, about=by)
    return codes


@transaction.atomic
def show_second_factor(*, person: Person, code: str) -> None:
    """Take a code from the app, or one from paper; each is good once.

    Refuses with NoFactorThere or WrongCode.
    """
    factor = _locked(person)
    hashes = _hashes(person, code)
    on_paper = [kept for kept in factor.recovery if kept in hashes]
    if on_paper:
        factor.recovery.remove(on_paper[0])
        factor.save(update_fields=["recovery"])
        remember("people.recovery_code_used", by=person.pseudonym_key, about=person)
        return
    _use(factor, code)


@transaction.atomic
def renew_recovery_codes(*, by: Person, code: str) -> list[str]:
    """Make new codes on paper; the old ones stop working.

    Refuses with NoFactorThere or WrongCode.
    """
    show_second_factor(person=by, code=code)
    remember("people.recovery_codes_renewed", by=by.pseudonym_key, about=by)
    return _new_codes(_locked(by))


@transaction.atomic
def end_second_factor(*, by: Person, code: str) -> None:
    """Take one’s own second factor away. Refuses with NoFactorThere or WrongCode."""
    show_second_factor(person=by, code=code)
    SecondFactor.objects.filter(person=by).delete()
    remember("people.second_factor_ended", by=by.pseudonym_key, about=by)


@transaction.atomic
def reset_second_factor(*, of: Person, municipality: Municipality, by: Person | None) -> None:
    """Take the second factor of somebody away who has lost telephone and codes; a letter tells.

    by  an administrator; None is whoever runs the house

    Refuses with NotYoursToSetUp, NoFactorThere or RolesElsewhere: who has a role in another
    municipality is that one’s to guard as well.
    """
    if by is not None:
        if by == of or not may_set_up_sign_in(by, municipality):
            raise NotYoursToSetUp
        held = Role.objects.filter(person=of).held_on(timezone.localdate())
        if held.exclude(role=Role.Name.RESIDENT).exclude(municipality=municipality).exists():
            raise RolesElsewhere
    gone, _each = SecondFactor.objects.filter(person=of).delete()
    if not gone:
        raise NoFactorThere
    end_sessions(of=of, by=by)
    remember(
        "people.second_factor_reset",
        by=by.pseudonym_key if by else None,
        about=of,
        municipality_id=municipality.pk,
    )
    with translation.override(of.language_in(municipality)):
        words = {"municipality": municipality.name}
        send_mail_later(
            to=of.email,
            subject=_("Two-factor sign-in at %(municipality)s is taken away") % words,
            text=render_to_string("people/mail/factor_reset.txt", words).strip() + "\n",
        )


@transaction.atomic
def set_strong_roles(*, municipality: Municipality, roles: list[str], by: Person) -> None:
    """Decide which roles need a second factor. Refuses with NotYoursToSetUp."""
    if not may_set_up_sign_in(by, municipality):
        raise NotYoursToSetUp
    rules, _is_new = SignInRules.objects.of(municipality).get_or_create(
        defaults={"municipality": municipality}
    )
    today = timezone.localdate().isoformat()
    rules.strong_roles = {role: rules.strong_roles.get(role, today) for role in roles}
    rules.save()
    remember("people.sign_in_rules_set", by=by.pseudonym_key, about=rules)


def _locked(person: Person) -> SecondFactor:
    """The factor of a person; of two who type at once the second waits. Refuses NoFactorThere."""
    factor = SecondFactor.objects.select_for_update().filter(person=person).first()
    if factor is None:
        raise NoFactorThere
    return factor


def _use(factor: SecondFactor, code: str) -> None:
    """Take a code of the app. Refuses with WrongCode, also where it was used before."""
    typed = "".join(code.split())
    step = totp.step_of(unseal(factor.sealed_secret), typed, after=factor.last_step)
    if step is None:
        raise WrongCode
    factor.last_step = step
    factor.save()


def _new_codes(factor: SecondFactor) -> list[str]:
    """Draw codes for paper, and keep only their hashes."""
    codes = [get_random_string(10, READABLE) for _each in range(CODES)]
    factor.recovery = [_hashes(factor.person, code)[0] for code in codes]
    factor.save()
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _hashes(person: Person, code: str) -> list[str]:
    """What is kept of a code on paper, by each key of the instance, the newest first."""
    plain = "".join(code.upper().replace("-", " ").split())
    keys: list[Any] = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    salt = f"samskap.people.recovery {person.pk}"
    return [salted_hmac(salt, plain, secret=key, algorithm="sha256").hexdigest() for key in keys]
