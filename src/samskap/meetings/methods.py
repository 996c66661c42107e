"""Methods: the names under which ways of working together are known.

The catalogue is the project’s own (domain.md 3.2). Here are the names only; which method fits when,
and what speaks for and against each, belongs to those who choose one.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

METHODS: dict[str, Promise] = {
    "world_cafe": _("World Café"),
    "open_space": _("Open Space Technology"),
    "public_meeting": _("Public meeting"),
    "dialogue_meeting": _("Dialogue meeting"),
    "hearing": _("Formal hearing (consultation)"),
    "guest_dinner": _("Guest-dinner conversations"),
    "charrette": _("Charrette"),
    "childrens_tracks": _("Children’s tracks mapping"),
    "senior_tracks": _("Senior tracks walk"),
    "citizens_panel": _("Citizens’ panel / jury by lot"),
    "deliberative_poll": _("Deliberative poll"),
    "consensus_conference": _("Consensus conference"),
    "hackathon": _("Hackathon"),
    "participatory_budgeting": _("Participatory budgeting"),
    "design_sprint": _("Design sprint"),
    "user_journey": _("User journey mapping"),
    "appreciative_inquiry": _("Appreciative inquiry"),
    "asset_mapping": _("Asset mapping (ABCD)"),
    "collective_impact": _("Collective impact"),
    "co_governance": _("Co-created governance"),
    "task_committee": _("Task committee"),
    "disruption_group": _("Disruption group"),
    "crowdsourcing": _("Crowdsourcing"),
    "survey": _("Survey"),
    "focus_group": _("Focus group"),
    "targeted_workshop": _("Targeted workshop for a missing group"),
    "igp": _("Individual-group-plenary"),
    "future_workshop": _("Future workshop"),
    "scenario_workshop": _("Scenario workshop"),
    "future_search": _("Future search"),
    "multi_party_negotiation": _("Multi-party negotiation"),
    "youth_takeover": _("Youth takeover weekend"),
    "living_lab": _("City lab meeting place"),
    "temporary_use": _("Temporary use of vacant premises"),
    "popup_outreach": _("Pop-up outreach"),
    "pilot_test": _("Pilot / trial action"),
    "volunteer_rota": _("Volunteer rota"),
    "citizen_proposal": _("Citizen proposal"),
}


def name_of(method: str) -> str | Promise:
    """Name a method; nothing for one that the catalogue does not have."""
    return METHODS.get(method, "")
