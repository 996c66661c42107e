"""The panel on the waterfront is drawn, whatever the dice show."""

import pytest

from samskap.config.demo.scene import Scene
from samskap.config.demo.stories import lottery
from samskap.lottery.actions.replacing import leave, replace
from samskap.lottery.models import State
from samskap.lottery.queries import in_panel
from samskap.testing.factories.lottery import drawn, steward_of


@pytest.mark.django_db
def test_a_seat_is_filled_again_where_nobody_is_like_whoever_left():
    lot = drawn()
    gone, by = in_panel(lot)[0], steward_of(lot)
    for each in lot.entrants.all():
        each.features["Sex"] = "Man" if each == gone else "Woman"
        each.save()
    leave(entrant=gone, by=by, because="Moved away")
    replace(lot=lot, by=by)

    lottery.worked_out(Scene(lot.municipality, people={lottery.KEEPER: by}), lot)

    lot.refresh_from_db()
    assert lot.state == State.PLANNED
