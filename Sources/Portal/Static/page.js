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
// What is typed into a declaration saves itself ten seconds after the last key, so that a session
// that is lost costs seconds. Where that fails, nothing is said: the button says what is wrong.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const said = document.getElementById("autosaved");
  let waiting;
  let saving;
  const save = async () => {
    try {
      const typed = new URLSearchParams(new FormData(form));
      typed.set("action", "save");
      // Not `form.action`: that is the button of this name.
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: typed });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const version = page.querySelector("form[data-autosave] input[name=version]");
      if (!answer.ok || !version) return;
      form.elements.version.value = version.value;
      said.hidden = false;
    } catch (reason) {
      console.info(String(reason));
    } finally {
      saving = undefined;
    }
  };
  form.addEventListener("input", () => {
    said.hidden = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => { saving = saving || save(); }, 10000);
  });
  // A button that is pressed meanwhile waits for the version that is being saved.
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (!saving) return;
    event.preventDefault();
    event.stopPropagation();
    const button = event.submitter;
    saving.then(() => form.requestSubmit(button));
  });
}
// The list of what is wrong is read out first.
const errors = document.getElementById("errors");
if (errors) errors.focus();
// A phone can install the site; without a worker every page works all the same.
if ("serviceWorker" in navigator) addEventListener("load", () => {
  navigator.serviceWorker.register("/worker.js").catch((reason) => console.info(String(reason)));
});
