"""Factories for imports: files brought in through the actions, as staff do."""

from samskap.base.queue.engine import engine
from samskap.imports.actions import bringing
from samskap.imports.actions.inviting import invite
from samskap.imports.models import File, Invitation
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

ORGANISATIONS = "Navn;Orgnr\nFjordvik Sanitetsforening;\nStrand båtlag;\n"


def brought(
    *, municipality: Municipality, by: Person, text: str = ORGANISATIONS, **more: object
) -> File:
    """A file of two organisations, read and not yet rehearsed."""
    plain = {"kind": "organisations", "name": "list.csv", "about": {}, "content": text.encode()}
    return bringing.bring(municipality=municipality, by=by, **plain | more)


def rehearsed(file: File) -> File:
    """A file that was rehearsed with the first guess at its columns."""
    bringing.rehearse(file=file, by=file.by, mapping=file.mapping)
    engine().work_off()
    return File.objects.select_related("municipality", "by").get(pk=file.pk)


def taken(file: File) -> File:
    """A file that was rehearsed and taken in."""
    bringing.take_in(file=rehearsed(file), by=file.by)
    engine().work_off()
    return File.objects.select_related("municipality", "by").get(pk=file.pk)


def undone(file: File) -> File:
    """A file that was taken in before, and is undone."""
    bringing.undo(file=file, by=file.by)
    engine().work_off()
    return File.objects.select_related("municipality", "by").get(pk=file.pk)


def invitation(*, municipality: Municipality, by: Person, **more: str) -> Invitation:
    """Somebody on a list who has not answered."""
    plain = {"email": "astrid@example.org", "given_name": "Astrid", "family_name": "Vik"}
    rest = {"language": "en", "basis": "consent", "source": "the summer fair"}
    return invite(municipality=municipality, by=by, **plain | rest | more)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """A file at its first step, and an invitation."""
    file = brought(municipality=municipality, by=people["administrator"])
    asked = invitation(municipality=municipality, by=people["facilitator"])
    File.objects.filter(pk=file.pk).update(state=File.State.REHEARSED)
    steps = ("file", "columns", "take", "undo", "let_go", "report")
    return {
        "imports:bring": [{"kind": "organisations"}],
        "imports:invited": [{"key": asked.key}],
        **{f"imports:{step}": [{"pk": file.pk}] for step in steps},
    }
