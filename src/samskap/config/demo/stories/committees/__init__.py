"""Task committees: 21 from the years before, one at work and one that looks for members."""

from samskap.config.demo.stories.committees.before import before
from samskap.config.demo.stories.committees.recruiting import recruiting
from samskap.config.demo.stories.committees.working import working

__all__ = ["before", "recruiting", "working"]
