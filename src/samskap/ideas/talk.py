"""Ideas as something to talk about."""

from samskap.conversations.hosts import Subject
from samskap.ideas.merged import keys_of_parts
from samskap.ideas.models import Idea
from samskap.ideas.queries import idea_of
from samskap.municipalities.models import Municipality

KIND = "idea"


def idea_at(municipality: Municipality, key: int) -> Subject | None:
    """Find an idea to talk about."""
    idea: Idea | None = idea_of(municipality).filter(pk=key).first()
    return about_idea(idea) if idea else None


def about_idea(idea: Idea) -> Subject:
    """Describe an idea; nothing more is said about what was withdrawn."""
    return Subject(
        initiative=idea.initiative,
        kind=KIND,
        key=idea.pk,
        label=idea.title,
        language=idea.language,
        path=idea.get_absolute_url(),
        author=idea.contribution.giver.person,
        is_open=idea.withdrawn_at is None and idea.merged_into_id is None,
        gathers=keys_of_parts(idea),
    )
