"""Every module tells the house who it is."""

from importlib.util import find_spec

import pytest
from django.apps import apps

from samskap.base.modules import all_modules

GROUND = {"samskap.base", "samskap.design", "samskap.config"}  # they hold the house up
MODULES = sorted(
    config.name
    for config in apps.get_app_configs()
    if config.name.startswith("samskap.") and config.name not in GROUND
)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_announces_itself(name):
    assert find_spec(f"{name}.module") is not None, f"{name} has no module.py"


def test_every_announcement_has_a_title_and_a_promise():
    assert [
        module.key
        for module in all_modules()
        if not str(module.title).strip() or not str(module.promise).strip().endswith(".")
    ] == []


def test_keys_are_unique():
    keys = [module.key for module in all_modules()]
    assert sorted(set(keys)) == sorted(keys)


def test_each_kind_of_contribution_is_named_once():
    keys = [kind.key for module in all_modules() for kind in module.kinds]
    assert sorted(set(keys)) == sorted(keys)
