// Forgets what was typed on a shared tablet when nobody has touched it for a minute. It asks first,
// so that whoever thinks slowly can go on (WCAG 2.2.1).
const QUIET = 60_000; // milliseconds
const TO_ANSWER = 20_000;

const dialog = document.querySelector("dialog[data-forgets]");
let waiting = 0;

function forget() {
  for (const form of document.forms) form.reset();
  location.replace(dialog.dataset.forgets);
}

function isTyped() {
  const fields = document.querySelectorAll("#kiosk-note :is(input[type=text], textarea)");
  return [...fields].some((field) => field.value);
}

function ask() {
  if (!isTyped()) return forget(); // nothing to lose: what is on today may have changed
  dialog.showModal();
  waiting = setTimeout(forget, TO_ANSWER);
}

function touched() {
  clearTimeout(waiting);
  if (dialog.open) dialog.close();
  waiting = setTimeout(ask, QUIET);
}

for (const what of ["pointerdown", "keydown", "input", "scroll"]) {
  addEventListener(what, touched, { passive: true });
}
addEventListener("pageshow", (event) => event.persisted && forget()); // by the button “Back”
touched();
