// Shows how readable the chosen colours are, as soon as they are chosen.
const shown = document.getElementById("contrast");
const form = shown?.closest("form");

form?.addEventListener("input", async (event) => {
  if (event.target.type !== "color") return;
  const chosen = new URLSearchParams();
  for (const name of ["colour", "accent_colour"]) chosen.set(name, form.elements[name].value);
  const answer = await fetch(`${shown.dataset.url}?${chosen}`);
  if (answer.ok) shown.innerHTML = await answer.text();
});
