"""Writing down who of the staff opened a page with more about people than others may see."""

from django.db.models import Model
from django.http import HttpRequest

from samskap.base.prepared import insert
from samskap.people.models import Person, Role
from samskap.privacy.models import Sight


def write_down(request: HttpRequest, what: str, about: Model | None) -> None:
    """Write one row for one sight.

    Nothing for one’s own data, nor where a resident opens the page of another, who let them. Lists
    are written whoever opens them: whoever keeps a rota may be a resident too.

    what   the key of the page, e.g. “people.roles”
    about  the person whose data it shows; None where it is a list of many
    """
    by, municipality = request.user, getattr(request, "municipality", None)
    if municipality is None or not isinstance(by, Person):
        return
    is_let = about is not None and by.roles_in(municipality) == {Role.Name.RESIDENT}
    if is_let or by == about:
        return
    seen = about if isinstance(about, Person) else None
    insert(Sight(municipality=municipality, by=by, about=seen, what=what))
