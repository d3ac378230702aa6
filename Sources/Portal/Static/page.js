// Enhancement only: every page works without it. A form that was sent is not sent twice.
"use strict";
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  // After the browser has read which button was pressed.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
});
// A page that comes back from the browser's memory may send again.
addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});
// The list of what is wrong is read out first.
const errors = document.getElementById("errors");
if (errors) errors.focus();
// A phone can install the site; without a worker every page works all the same.
if ("serviceWorker" in navigator) addEventListener("load", () => {
  navigator.serviceWorker.register("/worker.js").catch((reason) => console.info(String(reason)));
});
