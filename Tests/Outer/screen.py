"""A browser's screen: how it is opened, how its picture is taken, and one person before it."""

from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from journey import Officer
from program import need

#: Chromium's own share of memory is /dev/shm, which is 64 MB in a container: too little for two
#: browsers that take pictures of long pages.
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


@contextmanager
def browser():
    """One Chromium, until the block ends."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=need("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


def picture(page, path=None, **how):
    """The picture of a page, also kept at `path`. Chromium's compositor fails to take one now and
    then while the machine is busy, of which the page knows nothing: it is asked up to three
    times."""
    for _ in range(2):
        try:
            return page.screenshot(path=path, **how)
        except Error as error:
            if "Unable to capture screenshot" not in error.message:
                raise
            page.wait_for_timeout(500)
    return page.screenshot(path=path, **how)


class Person:
    """One person at a screen of their own."""

    def __init__(self, chromium, demo, artefacts, name, width=1200, scripts=True):
        self.context = chromium.new_context(
            locale="vi-VN", viewport={"width": width, "height": 900}, accept_downloads=True,
            java_script_enabled=scripts,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.demo, self.artefacts, self.name = demo, artefacts, name
        self.scripts = scripts
        self.shots = 0
        self.complaints = []
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, message):
        if message.type == "error" and "422" not in message.text:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def go(self, path):
        self.page.goto(path if path.startswith("http") else self.demo.url + path)
        return self

    def sign_in(self, account):
        """With what the account's other browsers have; test_officers.py types it all."""
        one = Officer(self.demo, account)
        one.sign_in(seconds=300)
        cookies = [
            {"name": cookie.name, "value": cookie.value, "url": self.demo.url}
            for cookie in one.browser.session.cookies
        ]
        self.context.add_cookies(cookies)
        return self.go("/office")

    def shot(self, what):
        self.shots += 1
        name = f"{self.name}-{self.shots:02d}-{what}.png"
        picture(self.page, self.artefacts / name, full_page=True)
        wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{self.page.url}: {wide} px too wide"
        if not self.scripts:
            return  # axe is a script; test_pages.py shows it every page
        serious = [
            violation["id"]
            for violation in Axe().run(self.page).response["violations"]
            if violation["impact"] in ("serious", "critical")
        ]
        assert serious == [], f"{self.page.url}: {serious}"

    def press(self, action):
        """Submits the form whose action has `action`."""
        form = self.page.locator(f"form[action*='{action}']").first
        form.locator("button, input[type=submit]").last.click()

    def type(self, values):
        for name, value in values.items():
            fields = self.page.locator(f"[name='{name}']")
            if fields.count() == 0:
                continue
            field = fields.first
            kind = field.evaluate("e => e.tagName + ':' + (e.type || '')")
            if kind.startswith("SELECT"):
                field.select_option(value)
            elif kind.endswith(":radio"):
                self.page.locator(f"[name='{name}'][value='{value}']").check()
            elif kind.endswith(":checkbox"):
                field.check()
            elif kind.endswith(":hidden"):
                continue
            else:
                field.fill(value)
