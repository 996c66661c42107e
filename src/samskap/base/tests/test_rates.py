"""How often."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache

from samskap.base import rates
from samskap.base.errors import TooOften
from samskap.base.rates import address_of, count
from samskap.testing.factories.base import HappeningFactory


@pytest.fixture
def clock(monkeypatch, settings):
    """Keep limits of three a minute, on a clock that stands at the start of a minute."""
    settings.RATES = {"post": (3, 60), "sign_in": (3, 60)}
    settings.RATES_ARE_KEPT = True
    now = [1_800_000_000.0]
    monkeypatch.setattr(rates.time, "time", lambda: now[0])
    return now


def from_address(rf, address, **headers):
    request = rf.post("/", REMOTE_ADDR=address, headers=headers)
    request.user = AnonymousUser()
    return request


def test_the_fourth_time_in_a_minute_is_too_often_and_says_when_to_come_back(rf, clock):
    request = from_address(rf, "192.0.2.7")
    clock[0] += 20
    for _time in range(3):
        count(request, "post")

    with pytest.raises(TooOften) as refusal:
        count(request, "post")

    assert refusal.value.seconds == 40


def test_the_next_minute_is_a_new_one(rf, clock):
    request = from_address(rf, "192.0.2.7")
    for _time in range(3):
        count(request, "post")
    clock[0] += 60

    count(request, "post")


def test_another_address_and_another_thing_are_counted_apart(rf, clock):
    for _time in range(3):
        count(from_address(rf, "192.0.2.7"), "post")

    count(from_address(rf, "192.0.2.8"), "post")
    count(from_address(rf, "192.0.2.7"), "sign_in")


@pytest.mark.django_db
def test_a_person_is_counted_alone_wherever_they_are(rf, clock):
    ada, bo = HappeningFactory(), HappeningFactory()  # any two rows stand for two people
    for _time in range(3):
        count(ada, "post")

    count(bo, "post")
    with pytest.raises(TooOften):
        count(ada, "post")


def test_an_e_mail_address_is_the_same_however_it_is_written(clock):
    for written in ("kari@example.org", "Kari@example.org", " KARI@EXAMPLE.ORG "):
        count(written, "sign_in")
    with pytest.raises(TooOften):
        count("kari@example.org", "sign_in")


def test_a_limit_that_nobody_set_is_a_fault(rf, clock):
    with pytest.raises(KeyError):
        count(from_address(rf, "192.0.2.7"), "fly")


def test_limits_can_be_off(rf, clock, settings):
    settings.RATES_ARE_KEPT = False
    for _time in range(10):
        count(from_address(rf, "192.0.2.7"), "post")


def test_the_cache_holds_no_address(rf, clock, monkeypatch):
    kept = []
    monkeypatch.setattr(cache, "add", lambda key, *rest, **named: kept.append(key), raising=False)
    count(from_address(rf, "192.0.2.7"), "post")
    assert len(kept) == 1
    assert "192" not in kept[0]


def test_without_a_proxy_nobody_can_write_their_own_address(rf):
    request = from_address(rf, "192.0.2.7", X_Forwarded_For="198.51.100.1")
    assert address_of(request) == "192.0.2.7"


def test_behind_a_proxy_only_what_the_proxy_saw_counts(rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    request = from_address(rf, "127.0.0.1", X_Forwarded_For="203.0.113.9, 192.0.2.7")
    assert address_of(request) == "192.0.2.7"


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("nonsense", "unknown"),
    ],
)
def test_a_household_has_one_address(rf, address, counted):
    assert address_of(from_address(rf, address)) == counted
