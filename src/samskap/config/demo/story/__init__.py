"""One initiative, told step by step by those who were there, through the actions of the pages."""

from samskap.config.demo.story.decisions import Decisions
from samskap.config.demo.story.ideas import Ideas
from samskap.config.demo.story.partners import Partners
from samskap.config.demo.story.steps import Steps
from samskap.config.demo.story.work import Work
from samskap.initiatives.models import Agreement, Decision

Rule = Agreement.Rule
What = Decision.What


class Story(Steps, Ideas, Partners, Decisions, Work):
    """An initiative and what its people do. Who does it is named by the key of the scene."""


__all__ = ["Rule", "Story", "What"]
