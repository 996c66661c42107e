"""Fjordvik: opening the invented municipality, with its look, words, people and places."""

from samskap.config.demo import clock, organisations, people, places
from samskap.config.demo.scene import Scene
from samskap.initiatives.actions.topics import start_with_usual_topics
from samskap.municipalities.actions import (
    add_host,
    finish_set_up,
    open_municipality,
    set_look,
    set_profile,
    set_promises,
    set_texts,
)

SLUG = "fjordvik"
OPENED = 330  # days ago
HOSTS = ("localhost", "fjordvik.localhost")
WELCOME = {
    "nb": "Vi som bor i Fjordvik, løser mer sammen enn hver for oss. Her ser du hva som er på gang,"
    " og her begynner du noe nytt.",
    "nn": "Vi som bur i Fjordvik, løyser meir saman enn kvar for oss. Her ser du kva som er på"
    " gang, og her begynner du noko nytt.",
    "da": "Vi, der bor i Fjordvik, løser mere sammen end hver for sig. Her ser du, hvad der er i"
    " gang, og her begynder du noget nyt.",
    "en": "We who live in Fjordvik solve more together than apart. Here you see what is going on,"
    " and here you start something new.",
}
ABOUT = {
    "nb": "Fjordvik er oppdiktet. Kommunen, menneskene og sakene her finnes bare for å vise"
    " hvordan Samskap virker. Prøv alt: du kan ikke ødelegge noe.",
    "nn": "Fjordvik er oppdikta. Kommunen, menneska og sakene her finst berre for å vise korleis"
    " Samskap verkar. Prøv alt: du kan ikkje øydeleggje noko.",
    "da": "Fjordvik er opdigtet. Kommunen, menneskene og sagerne her findes kun for at vise,"
    " hvordan Samskap virker. Prøv det hele: du kan ikke ødelægge noget.",
    "en": "Fjordvik is invented. The municipality, its people and what they do are here only to"
    " show how Samskap works. Try everything: you cannot break anything.",
}
PRIVACY = {
    "nb": "Dette er en demonstrasjon. Skriv ikke inn noe om virkelige mennesker.",
    "nn": "Dette er ein demonstrasjon. Skriv ikkje inn noko om verkelege menneske.",
    "da": "Dette er en demonstration. Skriv ikke noget om virkelige mennesker.",
    "en": "This is a demonstration. Do not write anything about real people.",
}


def open_fjordvik() -> Scene:
    """Open the municipality as it was before anybody had raised anything."""
    clock.stand_at(clock.ago(OPENED, "08:00"))
    by_key = {one.key: one for one in people.FJORDVIK}
    municipality = open_municipality(
        name="Fjordvik kommune",
        country="NO",
        host="127.0.0.1",
        code=places.CODE,
        slug=SLUG,
        administrator=by_key["administrator"].email,
    )
    scene = Scene(municipality=municipality)
    scene.bring(people.FJORDVIK)
    boss = scene.people["administrator"]
    for host in HOSTS:
        add_host(municipality=municipality, host=host, by=boss)
    set_profile(
        municipality=municipality,
        by=boss,
        name="Fjordvik kommune",
        short_name="Fjordvik",
        code=places.CODE,
        contact_email="post@fjordvik.example",
        contact="Servicetorget i Storgata 1, Fjordvik. Åpent 9–15. Ring 00 00 00 00.",
        data_protection_contact="Personvernombudet: personvernombud@fjordvik.example",
    )
    set_look(municipality=municipality, by=boss, colour="#0b4f5c", accent_colour="#c8451f")
    set_texts(
        municipality=municipality,
        by=boss,
        welcome=WELCOME,
        about=ABOUT,
        privacy=PRIVACY,
        accessibility={},
    )
    set_promises(municipality=municipality, by=boss, answer_days=30, ladder_strictness={})
    scene.topics = {
        topic.slug: topic for topic in start_with_usual_topics(municipality=municipality)
    }
    scene.areas = places.lay_out(municipality, boss)
    scene.tell_more(people.FJORDVIK)
    scene.organisations = organisations.register_all(
        municipality, scene.people, organisations.FJORDVIK
    )
    scene.municipality = finish_set_up(municipality=municipality, by=boss)
    return scene
