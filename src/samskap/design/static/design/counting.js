// Says how much room is left in a text area.
for (const area of document.querySelectorAll("textarea[data-counted][maxlength]")) {
  const left = area.nextElementSibling;
  if (!left?.matches(".count-left")) continue;
  const most = Number(area.getAttribute("maxlength"));
  const say = () => { left.textContent = `${most - area.value.length} ${left.dataset.words}`; left.hidden = area.value.length < most * 0.7; };
  area.addEventListener("input", say);
  say();
}
// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (sent) => {
  const form = sent.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) sent.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 8000);
});
// The first thing to mend gets the focus.
document.querySelector(".error-summary a")?.focus();
