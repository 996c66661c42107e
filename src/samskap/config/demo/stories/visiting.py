"""Visiting friends twice: ordered by the municipality (rung 2), and made together (rung 4).

After S4:39–41 and S4:61, and the two paths of scenario SC-2.
"""

from collections.abc import Generator
from datetime import datetime

from samskap.config.demo.clock import ago
from samskap.config.demo.scene import Scene
from samskap.config.demo.story import Rule, Story, What


def ordered(scene: Scene) -> Generator[datetime, None, None]:
    """Path A: the municipality defines, and orders four visitors. Nobody asked the lonely."""
    yield ago(208, "09:10")
    story = Story(
        scene,
        "tuva",
        speaking_for="omsorg",
        title="Besøksvenner til hjemmeboende eldre",
        dream="Mange eldre er alene om ettermiddagen. Vi ønsker at noen besøker dem en gang i uka.",
        solution="Vi bestiller besøksvenner fra en frivillig organisasjon.",
        helpers="Nabohjelpa Fjordvik",
    )
    story.describe(
        "tuva",
        topics=["older", "health"],
        areas=["sentrum", "nesset"],
        field="service",
        societal_goal="Færre eldre er ensomme.",
        displacement="no",
        displacement_says="Hjemmetjenesten gjør det samme som før. Besøkene kommer i tillegg.",
    )
    yield ago(204, "10:00")
    story.step("defining", "tilrettelegger")
    lonely = story.idea(
        "tuva",
        "evidence",
        "41 hjemmeboende sier til oss at de er mye alene",
        speaking_for="omsorg",
    )
    coffee = story.idea(
        "tuva",
        "problem_statement",
        "Ansatte har ikke tid til en kopp kaffe",
        speaking_for="omsorg",
    )
    yield ago(198, "13:00")
    story.alone(
        "leder",
        "leader",
        "Problemet er ensomhet blant eldre",
        "Eldre som bor hjemme, er mye alene om ettermiddagen.",
        "Tallene fra hjemmetjenesten er tydelige.",
        what=What.PROBLEM,
        adopts=[lonely, coffee],
    )
    scheme = story.idea("tuva", "draft", "Slik kan ordningen se ut", speaking_for="omsorg")
    course_plan = story.idea(
        "tuva", "draft", "Opplegg for kurs og taushetsløfte", speaking_for="omsorg"
    )
    yield ago(190, "12:30")
    story.alone(
        "leder",
        "leader",
        "Fire besøksvenner i et halvt år",
        "Nabohjelpa stiller med fire besøksvenner. Hver besøker to eldre en gang i uka.",
        "Vi kan begynne nå, og pengene er satt av.",
        what=What.SOLUTION,
        adopts=[scheme, course_plan],
    )
    yield ago(186, "11:00")
    care = story.partner(
        "tuva",
        "omsorg",
        asked_by="tilrettelegger",
        role="Kontakt for besøksvennene",
        duties="Kurs, forsikring og en å ringe til",
    )
    helpers = story.partner(
        "jonas",
        "nabohjelpa",
        asked_by="tilrettelegger",
        role="Stiller med fire besøksvenner",
        duties="To besøk i uka for hver",
    )
    story.agree(
        "tilrettelegger",
        purpose="Åtte eldre får besøk en gang i uka.",
        duties="Kommunen gir kurs og dekker bussen. Nabohjelpa stiller med fire frivillige.",
        rule=Rule.CONSENT,
        resources="12 000 kroner fra kommunen. Fire frivillige fra Nabohjelpa.",
    )
    course = story.promise(care, "Holde kurs for besøksvennene", days=14, accepted_by="jonas")
    visits = story.promise(helpers, "Besøke åtte eldre hver uke", days=120, accepted_by="tuva")
    yield ago(170, "18:00")
    story.keep(course, "Alle fire møtte.", hours=12)
    yield ago(120, "19:00")
    story.work("jonas", 46, "Besøk i to måneder", speaking_for="nabohjelpa", beneficiary="other")
    yield ago(64, "19:00")
    story.keep(visits, "Seks av åtte ville ha besøk. To sa nei takk.")
    story.work("noor", 18, "Besøk hos to som bor alene", beneficiary="other")
    yield ago(9, "16:30")
    story.idea(
        "camilla",
        "story",
        "Mamma ville heller lage mat sammen med noen",
        "Hun sier takk for besøket, men hun ble ikke spurt om hva hun ville.",
        liked_by=["aslaug", "trygve"],
    )


def together(scene: Scene) -> Generator[datetime, None, None]:
    """Path B: the question comes before any solution, and the seniors write the answer."""
    yield ago(176, "10:30")
    story = Story(
        scene,
        "aslaug",
        title="Middag sammen på Nesset",
        dream="Kveldene er så lange. Jeg drømmer om å lage mat sammen med noen igjen, og å spise"
        " den ved et langt bord.",
        solution="Vi låner kjøkkenet på bo- og aktivitetssenteret når det står tomt.",
        helpers="Pensjonistlaget, kirken, kjøkkenet på senteret og noen som kan kjøre.",
    )
    story.describe(
        "aslaug",
        topics=["older", "belonging", "health"],
        areas=["nesset"],
        field="service",
        societal_goal="Folk på Nesset har noen å spise med.",
        what_is_new="Beboere og naboer lager maten selv. Ingen er gjest.",
        displacement="no",
        displacement_says="Matombringingen fortsetter som før for dem som har den.",
    )
    yield ago(172, "11:00")
    story.lead("tilrettelegger")
    story.step("defining", "tilrettelegger")
    story.received("tilrettelegger", reason="Vi begynner med et spørsmål, ikke med en løsning.")
    question = story.ask(
        "tilrettelegger",
        "Hva savner du om kvelden?",
        "Vi har ikke noen løsning i skuffen. Fortell hva som er vanskelig, og hva som er godt.",
        days=30,
        asked_for="omsorg",
    )
    given = [
        story.idea(
            "trygve",
            "story",
            "Jeg spiser stående ved benken",
            "Det er ikke vits i å dekke bord til én.",
            liked_by=["aslaug", "camilla", "harald"],
        ),
        story.idea(
            "harald",
            "problem_statement",
            "Vi kan lage mat, men ingen spør oss om det",
            liked_by=["aslaug", "trygve"],
        ),
        story.idea(
            "camilla",
            "story",
            "Mamma lyser opp når hun får skrelle poteter",
            "Hun er 86. Hun vil gjøre noe, ikke bare få noe.",
            question=question,
            liked_by=["aslaug", "tuva"],
        ),
    ]
    yield ago(165, "14:00")
    given.append(
        story.on_behalf(
            "tilrettelegger",
            "problem_statement",
            "Bussen hjem går klokka fem",
            name="Torleif på Nesset",
            channel="phone",
            reach="00 00 00 01",
        )
    )
    given.append(
        story.on_behalf(
            "tilrettelegger",
            "story",
            "Om vinteren snakker jeg med radioen",
            name="Sagt på torsdagstreffet",
            channel="meeting",
        )
    )
    staff = [
        story.idea(
            "tuva",
            "evidence",
            "Kjøkkenet på senteret står tomt fra klokka 14",
            speaking_for="omsorg",
        ),
        story.idea(
            "tuva",
            "problem_statement",
            "Vi serverer klokka 13 fordi vaktene våre er slik",
            speaking_for="omsorg",
        ),
    ]
    yield ago(160, "17:30")
    story.partner("aslaug", role="Tok initiativet", resources="Oppskrifter og tid")
    seniors = story.partner(
        "aslaug",
        "pensjonistene",
        role="Kokkelag",
        duties="Planlegger menyen og lager maten",
    )
    care = story.partner(
        "tuva",
        "omsorg",
        asked_by="aslaug",
        role="Kjøkken og vakt",
        duties="Åpner kjøkkenet tre ettermiddager i uka",
        resources="Kjøkken, oppvask og en ansatt på vakt",
    )
    church = story.partner(
        "diakon",
        "menigheten",
        asked_by="aslaug",
        role="Kjører dem som trenger det",
        resources="En minibuss",
    )
    story.agree(
        "tilrettelegger",
        purpose="Middag sammen tre dager i uka, laget av dem som spiser den.",
        duties="Ingen lager mat alene. Den som ikke kan komme, sier fra før klokka ti.",
        rule=Rule.CONSENT,
        resources="Kjøkken fra kommunen, minibuss fra menigheten, hender fra pensjonistlaget.",
    )
    problem = story.propose(
        "tilrettelegger",
        "Hva er det vi vil gjøre noe med?",
        "Kveldene er lange, og vi spiser alene. Vi vil ikke bli servert. Vi vil lage mat sammen.",
        what=What.PROBLEM,
        adopts=[*given, *staff],
    )
    yield ago(156, "18:00")
    story.voices(problem)
    yield ago(153, "10:00")
    story.close(problem, "tilrettelegger", "Ingen hadde innvendinger. De eldre skrev ordene.")
    yield ago(148, "15:00")
    menu = story.idea(
        "aslaug",
        "idea",
        "Vi bytter på å bestemme menyen",
        speaking_for="pensjonistene",
        liked_by=["trygve", "harald", "camilla"],
    )
    lift = story.idea(
        "diakon",
        "idea",
        "Minibussen henter klokka 15 og kjører hjem klokka 19",
        speaking_for="menigheten",
        liked_by=["aslaug", "harald"],
    )
    potatoes = story.idea(
        "harald", "idea", "Poteter og urter fra kolonihagen", liked_by=["aslaug", "camilla"]
    )
    hygiene = story.idea(
        "tuva",
        "draft",
        "Slik gjør vi kjøkkenet trygt for alle",
        "Kort kurs i hygiene. Én med ansvar for hver middag.",
        speaking_for="omsorg",
    )
    story.idea("anette", "idea", "Bestill heller ferdigmat til alle")
    yield ago(140, "10:00")
    solution = story.propose(
        "aslaug",
        "Felles middag og felles skyss",
        "Mandag, onsdag og fredag lager vi middag sammen fra klokka 15. Bordet er dekket klokka 17."
        " Minibussen henter og bringer.",
        what=What.SOLUTION,
        adopts=[menu, lift, potatoes, hygiene],
        days=5,
    )
    story.voices(solution)
    yield ago(134, "09:00")
    story.close(
        solution,
        "aslaug",
        "Løsningen er laget av dem den gjelder.",
        rest="Vi vil lage maten selv. Det er hele poenget.",
    )
    first = story.promise(seniors, "Meny for den første måneden", days=14, accepted_by="tuva")
    course = story.promise(care, "Kurs i hygiene for tolv", days=20, accepted_by="aslaug")
    drive = story.promise(church, "Sjåfør tre dager i uka", days=20, accepted_by="aslaug")
    yield ago(122, "12:00")
    story.keep(first, "Fiskekaker vant.", hours=6)
    story.keep(course, "Fjorten kom, så vi lånte to stoler fra kirken.", hours=10)
    story.keep(drive, "Fire sjåfører bytter på.", hours=8)
    story.resource("diakon", "equipment", 8, "Minibuss", speaking_for="menigheten")
    story.work("tuva", 18, "Vakt på kjøkkenet", speaking_for="omsorg", beneficiary="other")
    story.work("aslaug", 30, "Matlaging", speaking_for="pensjonistene", beneficiary="other")
    yield ago(80, "20:00")
    story.step("driving", "aslaug", "22 rundt bordet på det meste.")
    story.work("trygve", 24, "Matlaging og oppvask", beneficiary="other")
    story.work("tuva", 16, "Vakt på kjøkkenet", speaking_for="omsorg", beneficiary="other")
    yield ago(33, "18:45")
    story.idea(
        "camilla",
        "story",
        "Mamma har lagt på seg fire kilo og fått to venner",
        liked_by=["aslaug", "tuva", "trygve", "leder"],
    )
    yield ago(3, "19:40")
    story.idea("trygve", "idea", "Ta med barnebarn-dag den siste fredagen i måneden")
