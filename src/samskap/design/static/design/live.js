// When a part of the page cannot be changed in place, the browser goes on as it would without this:
// to where the answer came from, or by sending the form as it stands, so that nothing is lost.
function goOn(detail) {
  const { elt, verb } = detail.requestConfig;
  if (verb === "get") location.assign(detail.pathInfo.finalRequestPath);
  else elt.form.requestSubmit(elt);
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event;
  const came = new URL(detail.xhr.responseURL);
  const asked = new URL(detail.pathInfo.finalRequestPath, location.href);
  const isElsewhere = came.pathname !== asked.pathname;
  if (detail.xhr.status < 400 && !isElsewhere) return;
  detail.shouldSwap = false;
  if (isElsewhere) location.assign(came);
  else goOn(detail);
});
document.addEventListener("htmx:sendError", (event) => goOn(event.detail));
