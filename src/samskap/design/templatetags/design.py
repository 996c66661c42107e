"""The components as template tags: a template begins with `{% load design %}`.

What each takes stands at the top of its template in `templates/design/`; `/design/` shows them all.
"""

from django import template

from samskap.design.components import asking, evidence, flows, frame, people, pictures, telling

register = template.Library()
for gathered in (frame, telling, people, evidence, pictures, flows, asking):
    register.tags.update(gathered.register.tags)
    register.filters.update(gathered.register.filters)
