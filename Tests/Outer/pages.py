"""The pages that the Swift tests kept, served as they were, and what a browser makes of them."""

import http.server
import json
import os
import pathlib
import threading

from axe_playwright_python.sync_playwright import Axe

from program import PROJECT

class Pages:
    """Every page of the portal in every state, by `LYLICH_PREVIEW` of the Swift tests."""

    def __init__(self):
        self.folder = pathlib.Path(os.environ.get("LYLICH_PREVIEW") or PROJECT / ".build/pages")
        if not (self.folder / "routes.json").exists():
            raise RuntimeError(f"no pages at {self.folder}: run scripts/test swift first")
        self.routes = json.loads((self.folder / "routes.json").read_text())
        self.names = sorted(file.name for file in self.folder.glob("*.html"))
        self.server = None

    def start(self):
        folder = str(self.folder)

        class Quiet(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=folder)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def address(self, name):
        return f"http://127.0.0.1:{self.server.server_port}/{name}"

    def one_of_each(self):
        """One Vietnamese page of each kind: states of one route have the same things to press."""
        kinds = {}
        for name in self.names:
            if ".vi." in name:
                many = name.startswith(("sorry-", "case-"))
                kinds.setdefault(name.split("-")[0] if many else name, name)
        return sorted(kinds.values())

    def weight(self, name):
        """The bytes of a page and of all that it loads."""
        html = (self.folder / name).read_bytes()
        loaded = [file for file in self.folder.glob("static/*/*") if file.name.encode() in html]
        return len(html), sum(file.stat().st_size for file in loaded)


def serious(page):
    """What axe finds serious or critical, with the first places."""
    return [
        (found["id"], [node["target"] for node in found["nodes"]][:3])
        for found in Axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical")
    ]


def overflow(page):
    """By how many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


FOCUSABLE = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}))
  .filter(e => e.type !== 'radio' || e.checked || !document.querySelector(
    `input[name="${CSS.escape(e.name)}"]:checked`))"""


def tabbed(page):
    """Walks the page with Tab; returns the places without a visible focus, and those missed."""
    page.evaluate(f"window.toReach = new Set(({FOCUSABLE})())")
    dim, first = [], None
    for step in range(600):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              window.toReach.delete(e);
              if (e.type === 'radio') document.querySelectorAll(
                `input[name="${CSS.escape(e.name)}"]`).forEach(o => window.toReach.delete(o));
              const style = getComputedStyle(e);
              const box = e.getBoundingClientRect();
              return {
                words: (e.id || e.name || e.textContent || e.tagName).trim().slice(0, 40),
                skip: e.classList.contains('skip'),
                seen: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'
                  && box.width > 0 && box.height > 0,
              };
            }"""
        )
        if here is None:
            break
        first = first or here
        if not here["seen"]:
            dim.append(here["words"])
    missed = page.evaluate(
        "[...window.toReach].map(e => (e.id || e.name || e.textContent || e.tagName).trim())"
    )
    return first, dim, missed
