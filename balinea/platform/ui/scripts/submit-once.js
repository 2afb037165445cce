// A form that is on its way is not sent again by a second tap; coming back by the browser's arrow opens it again.
// The answer to a post takes the place of its page in the history: the arrow and a reload then ask, and do not post again.
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) {
    return;
  }
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  event.submitter?.setAttribute("aria-disabled", "true");
});

window.addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach((form) => sent.delete(form));
  document.querySelectorAll("[aria-disabled='true'][name], button[aria-disabled='true']").forEach((button) => button.removeAttribute("aria-disabled"));
});

if (document.querySelector("main[data-posted]")) {
  history.replaceState(history.state, "", window.location.href);
}
