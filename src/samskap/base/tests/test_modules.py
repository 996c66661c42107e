"""The list of modules."""

import re

from samskap.base.modules import MenuItem, Module, all_modules, announced
from samskap.base.queue.schedule import Scheduled

LISTS = ("panels", "waiting", "tasks", "forgets", "work_together")


def test_every_module_says_who_it_is():
    modules = all_modules()
    assert len(modules) == len({module.key for module in modules}) >= 1
    for module in modules:
        assert isinstance(module, Module)
        assert re.fullmatch(r"[a-z_]+", module.key)
        assert str(module.title)
        assert str(module.promise).endswith((".", "?", "!")), module.key


def test_everything_that_is_announced_can_be_found():
    for what in LISTS:
        for item in announced(what):
            assert callable(item) or isinstance(item, Scheduled), (what, item)


def test_the_menu_is_made_of_entries():
    assert all(isinstance(item, MenuItem) for item in announced("menu"))
