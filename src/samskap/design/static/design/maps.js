// Draws maps with Leaflet, loaded only where a page has one.
const shown = document.querySelectorAll("[data-map]");
const drawn = document.querySelectorAll("[data-draw]");
const here = new URL(".", import.meta.url);

async function leaflet() {
  const at = document.querySelector('meta[name="leaflet"]')?.content;
  const base = at ? new URL(at, location.href) : new URL("../vendor/leaflet-1.9.4/leaflet.js", here);
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("../vendor/leaflet-1.9.4/leaflet.css", here);
  document.head.append(sheet);
  await new Promise((done, failed) => { const s = document.createElement("script"); s.src = base; s.onload = done; s.onerror = failed; document.head.append(s); });
  return window.L;
}

function read(id) { const data = id && document.getElementById(id); return data ? JSON.parse(data.textContent) : null; }

async function show(frame, L) {
  let shape = read(frame.dataset.shape);
  if (!shape && frame.dataset.geojson) shape = await (await fetch(frame.dataset.geojson)).json();
  const items = read(frame.dataset.items) ?? [];
  const canvas = document.createElement("div");
  canvas.className = "map__canvas";
  frame.replaceChildren(canvas);
  const map = L.map(canvas, { scrollWheelZoom: false, attributionControl: Boolean(frame.dataset.tiles) });
  if (frame.dataset.tiles) L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.attribution }).addTo(map);
  const all = L.featureGroup().addTo(map);
  if (shape) L.geoJSON(shape, { style: () => ({ className: "border-area", weight: 2 }), interactive: false }).addTo(all);
  for (const item of items.filter((each) => each.lat != null)) {
    const pin = L.marker([item.lat, item.lng], { icon: L.divIcon({ className: "map-pin", iconSize: [20, 20] }), title: item.title, alt: item.title }).addTo(all);
    const link = document.createElement(item.url ? "a" : "span");
    link.textContent = item.title;
    if (item.url) link.href = item.url;
    pin.bindPopup(link);
  }
  canvas.setAttribute("aria-label", frame.dataset.label);
  canvas.setAttribute("role", "region");
  const bounds = all.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [16, 16], maxZoom: 15 }); else map.setView([62, 11], 5);
}

function draw(frame, L) {
  const field = frame.parentElement.querySelector("textarea, input");
  const tools = frame.parentElement.querySelector("[data-draw-tools]");
  frame.hidden = false;
  const map = L.map(frame.querySelector(".map__canvas"), { scrollWheelZoom: false, attributionControl: false });
  const around = frame.dataset.around ? L.geoJSON(JSON.parse(frame.dataset.around), { style: () => ({ className: "border-area", weight: 2 }), interactive: false }).addTo(map) : null;
  if (around?.getBounds().isValid()) map.fitBounds(around.getBounds()); else map.setView([62, 11], 4);
  if (frame.dataset.draw === "point") {
    let pin;
    map.on("click", ({ latlng }) => { pin?.remove(); pin = L.marker(latlng, { icon: L.divIcon({ className: "map-pin", iconSize: [20, 20] }) }).addTo(map); field.value = `${latlng.lat.toFixed(5)}, ${latlng.lng.toFixed(5)}`; });
    return;
  }
  const corners = [];
  const area = L.polygon([], { className: "border-area", weight: 3 }).addTo(map);
  const tell = () => {
    area.setLatLngs(corners);
    const ring = corners.map(({ lat, lng }) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]);
    if (ring.length > 2) field.value = JSON.stringify({ type: "Polygon", coordinates: [[...ring, ring[0]]] });
  };
  map.on("click", ({ latlng }) => { corners.push(latlng); tell(); });
  tools.hidden = false;
  tools.querySelector("[data-draw-undo]").addEventListener("click", () => { corners.pop(); tell(); });
  tools.querySelector("[data-draw-clear]").addEventListener("click", () => { corners.length = 0; field.value = ""; tell(); });
}

if (shown.length || drawn.length) {
  const L = await leaflet();
  for (const frame of shown) await show(frame, L);
  for (const frame of drawn) draw(frame, L);
}
