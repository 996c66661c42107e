"""People, how they are known, their roles, their profile and their consents."""

from samskap.people.models.consent import Consent, ConsentQuerySet
from samskap.people.models.draft import Draft
from samskap.people.models.e_id import Identity, Provider
from samskap.people.models.leave import Leave
from samskap.people.models.person import Level, Person, PersonManager
from samskap.people.models.profile import Profile
from samskap.people.models.role import Role, RoleQuerySet
from samskap.people.models.second_factor import SecondFactor, SignInRules
from samskap.people.models.session import Session

__all__ = [
    "Consent",
    "ConsentQuerySet",
    "Draft",
    "Identity",
    "Leave",
    "Level",
    "Person",
    "PersonManager",
    "Profile",
    "Provider",
    "Role",
    "RoleQuerySet",
    "SecondFactor",
    "Session",
    "SignInRules",
]
