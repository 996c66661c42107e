"""Invented places."""

from typing import Any

from django.utils.translation import gettext_lazy as _

FJORDVIK: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"title": "Fjordvik", "url": "#maps"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [
                        [10.02, 59.61],
                        [10.11, 59.66],
                        [10.24, 59.68],
                        [10.31, 59.64],
                        [10.42, 59.66],
                        [10.47, 59.60],
                        [10.40, 59.54],
                        [10.43, 59.49],
                        [10.30, 59.45],
                        [10.24, 59.50],
                        [10.27, 59.57],
                        [10.20, 59.60],
                        [10.16, 59.53],
                        [10.06, 59.52],
                        [10.02, 59.61],
                    ]
                ],
            },
        },
    ],
}
MAP = {
    "id": "fjordvik",
    "title": _("Initiatives in Fjordvik"),
    "geojson": FJORDVIK,
    "items": [
        {
            "title": _("The library at Strand"),
            "url": "#maps",
            "text": _("3 initiatives"),
            "lat": 59.62,
            "lng": 10.36,
            "side": "resident",
        },
        {
            "title": _("The quay at Nes"),
            "url": "#maps",
            "text": _("1 initiative"),
            "lat": 59.56,
            "lng": 10.1,
            "side": "association",
        },
    ],
}
