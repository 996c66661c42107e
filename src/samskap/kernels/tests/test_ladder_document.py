import copy
import json

import pytest

from samskap.kernels.errors import WrongDocument
from samskap.kernels.ladder import Strictness, place, tally
from samskap.kernels.ladder.document import (
    Evidence,
    describe,
    differences,
    evidence_as_document,
    evidence_from,
    placement_as_document,
    recompute,
)
from samskap.kernels.tests.ladder_vectors import T


def document_of(name):
    vector = T[name]
    placement = place(tally(vector.rows()), vector.decisions(), vector.adoptions(), vector.facts)
    evidence = Evidence(
        tuple(vector.rows()),
        tuple(vector.decisions()),
        tuple(vector.adoptions()),
        vector.facts,
        Strictness(),
        placement_as_document(placement),
    )
    return json.loads(json.dumps(evidence_as_document(evidence)))


def test_evidence_survives_the_way_through_a_file():
    evidence = evidence_from(document_of("T5"))

    sent = json.dumps(evidence_as_document(evidence))

    assert evidence_from(json.loads(sent)) == evidence


def test_a_document_may_leave_out_what_has_a_plain_default():
    document = document_of("T3")
    del document["strictness"], document["placement"]
    for row in document["rows"]:
        for key in ("independent", "beneficiary", "fate"):
            del row[key]
        if not row["is_input"]:
            del row["is_input"], row["answered_at"]
    document["title"] = "A hearing"  # a key that the format does not name

    assert recompute(document) == recompute(document_of("T3"))
    assert evidence_from(document).published is None


def test_units_may_be_numbers_or_text():
    document = document_of("T3")
    for row in document["rows"]:
        row["units"] = float(row["units"])

    assert recompute(document) == recompute(document_of("T3"))


def test_a_published_figure_that_was_touched_is_named():
    document = document_of("T6")
    document["placement"] |= {"rung": "4", "cci": 99.0, "note": "best of all"}

    assert differences(recompute(document), document["placement"]) == ("rung", "cci", "note")


def test_a_stricter_municipality_is_recomputed_as_strictly():
    document = document_of("T5")
    document["strictness"] = {"parties": 11}

    assert recompute(document).rung.value == "3"


def test_people_are_counted_without_labels():
    document = document_of("T5")
    parties = {row["party"] for row in document["rows"] if row["independent"]}
    for row in document["rows"]:
        row["party"] = None
    document["other_parties"] = len(parties)

    assert len(parties) > 1
    assert recompute(document) == recompute(document_of("T5"))


@pytest.mark.parametrize("formula", ["ladder 1.0", "ladder 1.1"])
def test_documents_of_the_first_format_are_counted_by_their_own_formula(formula):
    document = document_of("T5")
    document["format"], document["formula"] = "samskap-initiative/1", formula
    document["placement"]["formula"] = formula
    del document["other_parties"]

    counted = recompute(document)

    assert differences(counted, document["placement"]) == ()
    assert describe(counted).splitlines()[1] == f"Formula: {formula}"


def test_the_first_format_names_a_party_in_every_row():
    document = document_of("T5") | {"format": "samskap-initiative/1"}
    document["rows"][3]["party"] = None

    with pytest.raises(WrongDocument, match=r"rows\[3\]\.party is None; it must be text"):
        recompute(document)


def spoil(path, value):
    document = document_of("T5")
    *way, last = path
    spot = document
    for step in way:
        spot = spot[step]
    if value is KeyError:
        del spot[last]
    else:
        spot[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (["format"], KeyError, "format is missing"),
        (["format"], "x/2", "format is 'x/2'; it must be “samskap-initiative/2” (or, from earlier"),
        (["formula"], "ladder 9", "formula is 'ladder 9'; it must be “ladder 1.2” (or, from"),
        (["formula"], ["ladder 1.1"], "formula is ['ladder 1.1']; it must be “ladder 1.2”"),
        (["rows"], {}, "rows is {}; it must be a list"),
        (["rows", 3], 7, "rows[3] is 7; it must be an object"),
        (["rows", 3, "at"], KeyError, "rows[3].at is missing"),
        (["rows", 3, "at"], "May", "rows[3].at is 'May'; it must be a moment such as"),
        (["rows", 3, "at"], "2026-03-01T12:00", "it must be a moment with its time zone"),
        (["rows", 3, "phase"], "dream", "it must be one of define, design, implement, drive"),
        (["rows", 3, "phase"], [], "rows[3].phase is []; it must be one of"),
        (["rows", 3, "units"], "-1", "rows[3].units is '-1'; it must be a number that is not"),
        (["rows", 3, "units"], True, "rows[3].units is True; it must be a number"),
        (["rows", 3, "units"], "many", "rows[3].units is 'many'; it must be a number"),
        (["rows", 3, "units"], "1e99999999", "rows[3].units is '1e99999999'; it must be"),
        (["rows", 3, "party"], 7, "rows[3].party is 7; it must be text"),
        (["other_parties"], KeyError, "other_parties is missing"),
        (["other_parties"], 1, "other_parties is 1; it must be at most 0, the rows given freely"),
        (["rows", 3, "kind"], None, "rows[3].kind is None; it must be text"),
        (["rows", 3, "independent"], "yes", "it must be true or false"),
        (["decisions", 3, "nonpublic_share"], 2, "must be a share from 0 to 1"),
        (["decisions", 3, "nonpublic_share"], None, "decisions[3].nonpublic_share is None"),
        (["decisions", 0, "mode"], KeyError, "decisions[0].mode is missing"),
        (["adoptions", 0, "by_nonpublic"], 1, "adoptions[0].by_nonpublic is 1; it must be true"),
        (["facts"], KeyError, "facts is missing"),
        (["facts", "own_goal"], None, "facts.own_goal is None; it must be true or false"),
        (["formal_decision"], KeyError, "formal_decision is missing"),
        (["formal_decision", "adopted"], 11, "at most as many as were recommended"),
        (["formal_decision", "adopted"], 1.5, "it must be a whole number"),
        (["strictness", "kindness"], 1, "strictness.kindness is not one of answered, fidelity"),
        (["strictness", "parties"], 1, "strictness: parties is 1, but the formula asks for at"),
    ],
)
def test_a_wrong_document_is_told_where_and_how(path, value, says):
    with pytest.raises(WrongDocument) as refusal:
        recompute(spoil(path, value))

    assert says in str(refusal.value)


def test_a_list_is_no_document():
    with pytest.raises(WrongDocument, match=r"the document is .*; it must be an object"):
        recompute([1] * 100)


def test_recomputing_leaves_the_document_as_it_was():
    document = document_of("T7")
    before = copy.deepcopy(document)

    recompute(document)

    assert document == before


def test_the_late_hearing_in_words():
    assert describe(recompute(document_of("T4"))) == "\n".join(
        [
            "Rung 0 of 4: not co-creation",
            "Formula: ladder 1.2",
            "Evidence: enough (data quality 1.00, at least 0.50 is enough)",
            "CCI: 8.98 of 100 (a trend inside one initiative, not for ranking)",
            "",
            "By phase:",
            "  define     rung 0, 0.0 points",
            "  design     rung 0, 8.9786 points",
            "  implement  nothing happened",
            "  drive      nothing happened",
            "",
            "Kept to rung 0 at most: The solution was locked before the hearing opened"
            " [late_hearing].",
            "",
            "Conditions:",
            "  4  no   Someone contributed before the problem was locked [early_contribution:"
            " first_at 2026-04-11T12:00+01:00, locked_at 2026-04-09T12:00+01:00]",
            "  4  no   Enough independent parties contributed freely [independent_parties:"
            " parties 0, least 2]",
            "  4  no   Both sides had a real share in the decisions in define [joint_decisions:"
            " joint 0, least 0.5, decisions 1]",
            "  4  no   Both sides had a real share in the decisions in design [joint_decisions:"
            " joint 0.2, least 0.5, decisions 1]",
            "  4  no   Both sides contributed in define [joint_contributions:"
            " joint 0, least 0.3, non_public_share 0]",
            "  4  yes  Both sides contributed in design [joint_contributions:"
            " joint 0.8571, least 0.3, non_public_share 0.5714]",
            "  3  yes  People gave input to the solution [input_given: inputs 12]",
            "  3  no   Enough of the input was answered within 30 days [input_answered:"
            " answered_share_define none, answered_share_design 0.1, inputs 10, answered 1,"
            " least 0.5]",
            "  3  no   The input opened before the solution was locked"
            " [input_before_solution_locked: opened_at 2026-04-10T12:00+01:00,"
            " locked_at 2026-04-09T12:00+01:00]",
            "  2  no   People worked for others or for the community [work_for_others: units 0]",
            "  2  no   An agreement with a public unit is active"
            " [agreement_with_public: agreed no]",
            "  1  no   The person worked for the own goal [work_for_self: units 0]",
            "  1  no   The person recorded an own goal [own_goal: recorded no]",
            "",
            "What would lift it to rung 3:",
            "  - Enough of the input was answered within 30 days [input_answered]",
            "  - The input opened before the solution was locked [input_before_solution_locked]",
        ]
    )


def test_a_provisional_placement_in_words():
    first, *_ = describe(recompute(document_of("T8"))).splitlines()

    assert first == (
        "Rung 4 of 4: equal partners define, design and carry out together"
        " (provisional: it is not implemented yet and the formal decision is pending)"
    )
