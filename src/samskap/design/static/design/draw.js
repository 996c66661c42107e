// Lets a border or a place be pointed out on a map; the field below always says the same in writing.
const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
const MOST_CORNERS = 400; // more than anyone drags about; such a border is shown, not taken apart
const DIGITS = 6; // of a degree: about ten centimetres

const round = (number) => Number(number.toFixed(DIGITS));

// The corners of a plain polygon; nothing for what cannot be drawn corner by corner.
function cornersOf(shape) {
  if (shape?.type === "FeatureCollection" && shape.features.length === 1) {
    return cornersOf(shape.features[0]);
  }
  if (shape?.type === "Feature") return cornersOf(shape.geometry);
  if (shape?.type === "MultiPolygon" && shape.coordinates.length === 1) {
    return cornersOf({ type: "Polygon", coordinates: shape.coordinates[0] });
  }
  if (shape?.type !== "Polygon" || shape.coordinates.length !== 1) return null;
  const ring = shape.coordinates[0].slice(0, -1);
  return ring.length <= MOST_CORNERS ? ring.map(([lng, lat]) => ({ lat, lng })) : null;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // half written by hand; the server says what is wrong with it
  }
}

async function start(box) {
  const field = box.querySelector("textarea, input");
  const tools = box.querySelector(".draw__tools");
  await import(box.dataset.leaflet);
  const L = window.L;
  tools.hidden = false;
  const canvas = box.querySelector(".map__canvas");
  const map = L.map(canvas, {
    attributionControl: false,
    zoomControl: false,
    zoomAnimation: !isStill,
    scrollWheelZoom: false,
    zoomSnap: 0.5,
  });
  L.control.zoom({ zoomInTitle: box.dataset.closer, zoomOutTitle: box.dataset.farther }).addTo(map);

  const around = read(box.dataset.around);
  const surroundings = around
    ? L.geoJSON(around, { style: { className: "around-shape" }, interactive: false }).addTo(map)
    : L.featureGroup();
  const drawn = L.featureGroup().addTo(map);
  const tool = box.dataset.draw === "point" ? place : border;
  const { add, back, anew, load } = tool({ L, box, field, drawn });

  load();
  const bounds = drawn.getBounds().isValid() ? drawn.getBounds() : surroundings.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [24, 24], maxZoom: 16, animate: false });
  else map.setView([64, 12], 4);

  map.on("click", (event) => add(event.latlng));
  field.addEventListener("change", load);
  box.querySelector("[data-draw-here]").addEventListener("click", () => add(map.getCenter()));
  box.querySelector("[data-draw-anew]").addEventListener("click", anew);
  box.querySelector("[data-draw-back]")?.addEventListener("click", back);
  box.dataset.drawn = "yes";
}

function border({ L, box, field, drawn }) {
  const says = box.querySelector("[data-draw-says]");
  let corners = [];
  let isKept = false; // a border that is there already and is too rich to be taken apart

  function write() {
    const ring = corners.map(({ lat, lng }) => [round(lng), round(lat)]);
    field.value = corners.length > 2
      ? JSON.stringify({ type: "Polygon", coordinates: [[...ring, ring[0]]] })
      : "";
  }

  function show() {
    drawn.clearLayers();
    if (corners.length > 1) {
      L.polygon(corners, { className: "drawn-shape", interactive: false }).addTo(drawn);
    }
    corners.forEach((corner, at) => {
      const picture = document.createElement("div");
      picture.className = "corner";
      const icon = L.divIcon({ html: picture, className: "corner-frame", iconSize: [28, 28] });
      const title = `${box.dataset.corner} ${at + 1}`;
      const handle = L.marker(corner, { icon, draggable: true, title }).addTo(drawn);
      handle.on("dragend", () => {
        corners[at] = handle.getLatLng();
        write();
        show();
      });
      handle.on("keydown", ({ originalEvent }) => {
        if (originalEvent.key !== "Delete") return;
        corners.splice(at, 1);
        write();
        show();
      });
    });
    says.textContent = corners.length ? `${box.dataset.corners} ${corners.length}` : "";
  }

  return {
    add(at) {
      if (isKept) return;
      corners.push({ lat: at.lat, lng: at.lng });
      write();
      show();
    },
    back() {
      if (isKept) return;
      corners.pop();
      write();
      show();
    },
    anew() {
      isKept = false;
      corners = [];
      write();
      show();
    },
    load() {
      const shape = read(field.value);
      const found = cornersOf(shape);
      isKept = Boolean(shape) && !found;
      corners = found ?? [];
      show();
      if (isKept) {
        L.geoJSON(shape, { style: { className: "drawn-shape" }, interactive: false }).addTo(drawn);
        says.textContent = box.dataset.kept;
      }
    },
  };
}

function place({ L, field, drawn }) {
  function show(at) {
    drawn.clearLayers();
    if (!at) return;
    const picture = document.createElement("div");
    picture.className = "pin";
    const icon = L.divIcon({ html: picture, className: "pin-frame", iconSize: [28, 28], iconAnchor: [14, 33] });
    L.marker(at, { icon, keyboard: false, interactive: false }).addTo(drawn);
  }
  return {
    add(at) {
      field.value = `${round(at.lat)}, ${round(at.lng)}`;
      show(at);
    },
    anew() {
      field.value = "";
      show(null);
    },
    back() {},
    load() {
      const [lat, lng] = field.value.split(",").map(Number);
      show(Number.isFinite(lat) && Number.isFinite(lng) && field.value ? { lat, lng } : null);
    },
  };
}

for (const box of document.querySelectorAll("[data-draw]:not([data-drawn])")) start(box);
