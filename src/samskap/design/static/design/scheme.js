// Turns the page light or dark at once; without this the form does the same with a new page.
const YEAR = 365 * 24 * 60 * 60;

for (const form of document.querySelectorAll("form[data-scheme]")) {
  form.addEventListener("submit", (event) => {
    const chosen = event.submitter?.value;
    if (!chosen) return;
    event.preventDefault();
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `color_scheme=${chosen}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    document.documentElement.dataset.colorScheme = chosen;
    for (const button of form.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    }
  });
}
