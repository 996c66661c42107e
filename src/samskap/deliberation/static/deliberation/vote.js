// Votes by one key, while the statement is in focus and nowhere else (WCAG 2.1.4).
const vote = document.querySelector(".vote");

if (vote) {
  vote.dataset.votes = "";
  vote.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const answers = [...vote.querySelectorAll("button[data-keys]")];
    const key = event.key.toLowerCase();
    const chosen = answers.find((answer) => answer.dataset.keys.split(" ").includes(key));
    if (!chosen) return;
    event.preventDefault();
    chosen.click();
  });
  // Two quick taps are one vote; the server would take them as one too.
  vote.addEventListener("submit", (event) => {
    if (vote.dataset.sent) event.preventDefault();
    vote.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => delete vote.dataset.sent);
}
