// Draws a map on the municipality's own border. Without this there is an outline and a list.
const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;

function popup({ title, url, text }) {
  const box = document.createElement("div");
  const name = document.createElement(url ? "a" : "b");
  if (url) name.href = url;
  name.textContent = title;
  box.append(name);
  if (text) {
    const says = document.createElement("p");
    says.textContent = text;
    box.append(says);
  }
  return box;
}

async function draw(frame) {
  const canvas = frame.querySelector(".map__canvas");
  const { geojson, points } = JSON.parse(document.getElementById(frame.dataset.map).textContent);
  await import(frame.dataset.leaflet);
  const L = window.L;
  frame.querySelector(".sketch")?.remove();
  canvas.hidden = false;

  const map = L.map(canvas, {
    attributionControl: Boolean(frame.dataset.tiles),
    scrollWheelZoom: false, // the wheel belongs to the page
    zoomControl: false,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    markerZoomAnimation: !isStill,
    zoomSnap: 0.5,
  });
  L.control
    .zoom({ zoomInTitle: frame.dataset.closer, zoomOutTitle: frame.dataset.farther })
    .addTo(map);
  if (frame.dataset.tiles) {
    map.attributionControl.setPrefix(false);
    L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.attribution }).addTo(map);
  }

  const everything = L.featureGroup().addTo(map);
  const shapes = [geojson];
  if (frame.dataset.geojson) {
    const answer = await fetch(frame.dataset.geojson, { headers: { Accept: "application/geo+json" } });
    if (answer.ok) shapes.push(await answer.json());
  }
  for (const shape of shapes.filter(Boolean)) {
    L.geoJSON(shape, {
      style: { className: "border-shape" },
      pointToLayer: (_feature, at) => L.marker(at, { icon: pin(L, "") }),
      onEachFeature: (feature, layer) => {
        if (feature.properties?.title) layer.bindPopup(popup(feature.properties));
      },
    }).addTo(everything);
  }
  for (const point of points) {
    L.marker([point.lat, point.lng], {
      icon: pin(L, point.side, point.count, point.title),
      title: point.text ? `${point.title}: ${point.text}` : point.title,
      riseOnHover: true,
    })
      .bindPopup(popup(point))
      .addTo(everything);
  }
  const bounds = everything.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [24, 24], maxZoom: 15, animate: false });
  else map.setView([64, 12], 4);
  frame.dataset.drawn = "yes";
}

// A pin that stands for several things says how many, and where.
function pin(L, side, count, name) {
  const frame = document.createElement("div");
  const picture = document.createElement("div");
  picture.className = side ? `pin pin--${side}` : "pin";
  frame.append(picture);
  if (!count) return L.divIcon({ html: frame, className: "pin-frame", iconSize: [28, 28], iconAnchor: [14, 33] });
  picture.classList.add("pin--counted");
  const number = document.createElement("b");
  number.textContent = count;
  picture.append(number);
  const place = document.createElement("span");
  place.className = "pin__name";
  place.textContent = name;
  frame.append(place);
  return L.divIcon({ html: frame, className: "pin-frame", iconSize: [34, 34], iconAnchor: [17, 40] });
}

for (const frame of document.querySelectorAll("[data-map]:not([data-drawn])")) draw(frame);
