// Says how many characters are left in a text area, when the writer pauses.
const PAUSE = 500; // milliseconds: nobody wants a number read aloud for every letter
const FEW = 20;

for (const area of document.querySelectorAll("textarea[data-counted]")) {
  const says = area.parentElement.querySelector(".count-left");
  if (!says || area.maxLength < 0) continue;
  let waiting = 0;
  const count = () => {
    const left = area.maxLength - area.value.length;
    says.querySelector("span").textContent = String(left);
    says.classList.toggle("count-left--few", left <= FEW);
  };
  count();
  says.hidden = false;
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(count, PAUSE);
  });
}
