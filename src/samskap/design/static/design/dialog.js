// Makes a real dialog of what otherwise unfolds in the page.
for (const fold of document.querySelectorAll("details[data-dialog]")) {
  if (typeof HTMLDialogElement !== "function") break;
  const body = document.getElementById(fold.dataset.dialog);
  const summary = fold.querySelector("summary");
  const title = body.querySelector(".unfold__title");
  title.id = `${body.id}-title`;

  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", title.id);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button--quiet button--small dialog__close";
  close.textContent = fold.dataset.close;
  close.addEventListener("click", () => dialog.close());
  dialog.append(body, close);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // on the shade around it
  });

  const opens = document.createElement("button");
  opens.type = "button";
  opens.className = summary.className;
  opens.textContent = summary.textContent;
  opens.setAttribute("aria-haspopup", "dialog");
  opens.addEventListener("click", () => dialog.showModal());

  const wasOpen = fold.open;
  fold.replaceWith(opens, dialog);
  if (wasOpen) dialog.showModal();
}
