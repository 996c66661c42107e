"""What people hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, IN_OFFICE, OF_ANOTHER, OF_THE_OFFICE, Held

held = (
    Held(
        model="people.Person",
        title=_("Your account"),
        by=("pk",),
        shows=(
            *("email", "given_name", "family_name", "pseudonym", "shown_as", "language"),
            *("born_on", "home", "shows_home", "has_protected_address", "household", "level"),
            *("joined_at", "last_login", "public_id"),
        ),
        leaves_out={"password": A_KEY, "pseudonym_key": A_KEY},
    ),
    Held(
        model="people.Profile",
        title=_("Your profile"),
        by=("person",),
        shows=(
            *("needs", "needs_seen_by", "goals", "goals_seen_by"),
            *("wishes", "wishes_seen_by", "resources", "resources_seen_by"),
        ),
    ),
    Held(
        model="people.Consent",
        title=_("Your consents"),
        by=("person",),
        shows=("municipality", "purpose", "given_at", "ends_on", "withdrawn_at"),
    ),
    Held(
        model="people.Leave",
        title=_("Leave that a guardian was asked for"),
        by=("child",),
        shows=(
            *("municipality", "purpose", "asked_at", "is_given", "answered_at", "withdrawn_at"),
            "consent",
        ),
        leaves_out={"key": A_KEY, "guardian_email": OF_ANOTHER},
    ),
    Held(
        model="people.Identity",
        title=_("Each e-ID that opens your account"),
        by=("person",),
        shows=("municipality", "provider", "added_at"),
        leaves_out={"subject": A_KEY},
    ),
    Held(
        model="people.Role",
        title=_("Your roles"),
        by=("person",),
        shows=("municipality", "role", "since", "until"),
        stays={"role": IN_OFFICE, "since": IN_OFFICE, "until": IN_OFFICE},
    ),
    Held(
        model="base.Happening",
        title=_("What you did, as the memory of the house has it"),
        by=("by",),
        match="pseudonym_key",
        shows=("what", "at", "about"),
    ),
    Held(model="base.Job", leaves_out={"arguments": A_KEY}),
    Held(
        model="municipalities.Municipality",
        leaves_out=dict.fromkeys(
            ("contact_email", "contact", "data_protection_contact"), OF_THE_OFFICE
        ),
    ),
)
