"""The component that draws a flow: what came in, and which way it went."""

from django import template

from samskap.design import figures, flows
from samskap.design.components.drawing import Facts, Item

register = template.Library()


@register.inclusion_tag("design/flow_chart.html")
def flow_chart(flow: Item) -> Facts:
    """Draw a flow, with a sentence, a table and a file that say the same."""
    chart = flows.as_chart(flow)
    return {
        "chart": chart,
        "legend": [],
        "table": figures.table(chart),
        "drawing": flows.lay_out(flow),
    }
