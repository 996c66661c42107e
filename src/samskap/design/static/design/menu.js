// Lets what unfolds in the masthead close again: by Escape, by a click elsewhere, by opening another.
const folds = [...document.querySelectorAll("details[data-menu]")];

for (const fold of folds) {
  fold.addEventListener("toggle", () => {
    if (fold.open) for (const other of folds) if (other !== fold) other.open = false;
  });
  fold.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });
  fold.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !fold.contains(event.relatedTarget)) fold.open = false;
  });
}

document.addEventListener("click", (event) => {
  for (const fold of folds) if (!fold.contains(event.target)) fold.open = false;
});
