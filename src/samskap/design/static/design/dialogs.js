// Turns an unfolding piece into a real dialog: focus stays inside, Escape closes.
for (const piece of document.querySelectorAll("details[data-dialog]")) {
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  heading.textContent = piece.dataset.dialog;
  heading.id = `${piece.id}-title`;
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading, piece.querySelector(".dialog-body"));
  piece.after(dialog);
  piece.querySelector("summary").addEventListener("click", (press) => { press.preventDefault(); dialog.showModal(); });
  dialog.addEventListener("click", (press) => { if (press.target === dialog) dialog.close(); });
}
