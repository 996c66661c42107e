from hypothesis import given
from hypothesis import strategies as st

from samskap.design import samples
from samskap.design.sketches import rings_of, sketch_of

POLYGON = samples.FJORDVIK["features"][0]["geometry"]
corner = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


def test_rings_are_found_in_every_kind_of_geojson():
    ring = rings_of(POLYGON)

    assert len(ring) == 1
    assert rings_of(samples.FJORDVIK) == ring
    assert rings_of({"type": "MultiPolygon", "coordinates": [POLYGON["coordinates"]] * 2}) == (
        ring * 2
    )
    assert rings_of({"type": "GeometryCollection", "geometries": [POLYGON, POLYGON]}) == ring * 2
    assert rings_of({"type": "LineString", "coordinates": POLYGON["coordinates"][0]}) == ring
    assert rings_of({"type": "Point", "coordinates": [10, 59]}) == []
    assert rings_of({"type": "Feature", "geometry": None, "properties": {}}) == []


def test_nothing_to_draw_is_no_drawing():
    assert sketch_of(None) is None
    assert sketch_of({"type": "FeatureCollection", "features": []}) is None


@given(ring=st.lists(corner, min_size=3, max_size=30), dots=st.lists(corner, max_size=3))
def test_everything_drawn_is_inside_the_picture(ring, dots):
    shape = {"type": "Polygon", "coordinates": [[list(point) for point in ring]]}

    sketch = sketch_of(shape, [{"lng": x, "lat": y} for x, y in dots])

    placed = [pair.split(",") for pair in sketch["path"].strip("MZ").split("L")]
    placed += [(dot["x"], dot["y"]) for dot in sketch["dots"]]
    for x, y in placed:
        assert -1 <= float(x) <= sketch["width"] + 1
        assert -1 <= float(y) <= sketch["height"] + 1


def test_north_is_up_and_east_is_right():
    dots = sketch_of(None, [{"lat": 60, "lng": 10}, {"lat": 59, "lng": 11}])["dots"]

    assert dots[0]["y"] < dots[1]["y"]
    assert dots[0]["x"] < dots[1]["x"]


def test_a_long_border_is_thinned():
    ring = [[10 + at / 100_000, 59 + (at % 7) / 1000] for at in range(50_000)]

    path = sketch_of({"type": "Polygon", "coordinates": [ring]})["path"]

    assert 3000 < path.count("L") < 5000
