"""Components that draw: charts and maps, each with a twin in words."""

from typing import Any

from django import template
from django.conf import settings

from samskap.design import figures
from samskap.design.components.drawing import Facts, Item
from samskap.design.sides import side_of
from samskap.design.sketches import sketch_of

register = template.Library()


def _figure(chart: Item) -> Facts:
    return {"chart": chart, "legend": figures.legend(chart), "table": figures.table(chart)}


@register.inclusion_tag("design/bar_chart.html")
def bar_chart(chart: Item) -> Facts:
    """Draw bars, with a sentence, a table and a file that say the same."""
    return _figure(chart) | {"drawing": figures.bars(chart)}


@register.inclusion_tag("design/line_chart.html")
def line_chart(chart: Item) -> Facts:
    """Draw curves, with a sentence, a table and a file that say the same."""
    return _figure(chart) | {"drawing": figures.lines(chart)}


def _place(item: Item) -> dict[str, Any]:
    side = side_of(item["side"]) if item.get("side") else None
    return {**item, "side": side}


@register.inclusion_tag("design/map.html")
def map_of(map: Item) -> Facts:
    """Show a map, its outline for readers without script, and a list that says the same."""
    items = [_place(item) for item in map.get("items") or ()]
    points = [
        {
            "title": str(item["title"]),
            "url": item.get("url") or "",
            "text": str(item.get("text") or ""),
            "lat": float(item["lat"]),
            "lng": float(item["lng"]),
            "side": item["side"].key if item["side"] else "",
            "count": item.get("count") or 0,
        }
        for item in items
        if item.get("lat") is not None and item.get("lng") is not None
    ]
    return {
        "map": map,
        "items": items,
        "shapes": {"geojson": map.get("geojson"), "points": points},
        "shapes_id": f"{map['id']}-shapes",
        "sketch": sketch_of(map.get("geojson"), points),
        "tiles": settings.MAP_TILES_URL,
        "attribution": settings.MAP_ATTRIBUTION,
    }
