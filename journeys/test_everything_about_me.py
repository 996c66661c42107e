"""Ada takes everything about her along, sees who looked, and leaves.

The file opens from her own disk, without the net; and once she has left, nobody finds her.
"""

from zipfile import ZipFile

from samskap.base.queue.worker import work_off
from samskap.people.models import Person
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import ProfileFactory, RoleFactory


def test_everything_about_me_and_then_nothing(here, visit, tmp_path):
    library = InitiativeFactory(municipality=here, title="The library")
    ada = visit("ada@example.org", width=360, scripts=False)
    ada.opens("/").follows("Sign in").signs_in()
    herself = Person.objects.get(email=ada.email)
    herself.given_name, herself.family_name, herself.shown_as = "Ada", "Solberg", "name"
    herself.has_protected_address = True
    herself.save()
    ProfileFactory(person=herself, needs="A quiet corner", needs_seen_by="partners")
    given = idea(initiative=library, person=herself, title="A bench by the door")

    # The officer opens the page of somebody with a protected address; that is written down.
    olga = visit("olga@example.org")
    olga.opens("/").follows("Sign in").signs_in()
    officer = Person.objects.get(email=olga.email)
    officer.given_name = "Olga"
    officer.save()
    RoleFactory(municipality=here, role="data_protection_officer", person=officer)
    olga.opens(f"/people/{herself.public_id}/").reads_heading("Ada Solberg")

    # She asks for everything about her, and is told when it is ready.
    ada.opens("/people/me/").follows("Your data").follows("See who looked").reads("Olga")
    ada.follows("Back to your data").presses("Make my archive")
    ada.reads("Your archive is being put together.")
    work_off()
    ada.opens("/notices/").reads("Your archive is ready").follows("Your archive is ready")
    with ada.page.expect_download() as coming:
        ada.page.get_by_role("link", name="Fetch your archive").click()
    ZipFile(coming.value.path()).extractall(tmp_path)

    # It opens from her disk, where there is no net.
    ada.page.context.set_offline(True)
    ada.page.goto(f"file://{tmp_path}/index.html")
    ada.reads_heading("Everything about you").follows("Ideas, stories and objections you gave")
    ada.reads("A bench by the door", "The library")
    ada.page.context.set_offline(False)

    # She leaves. Her idea stays, and nobody's name is on it.
    ada.opens("/people/me/delete/").reads("Fetch everything about you first")
    ada.chooses("Yes, delete my account").presses("Delete my account now")
    ada.reads("Your account is deleted.")
    work_off()
    olga.opens(given.get_absolute_url()).reads("A bench by the door").does_not_read("Solberg")
