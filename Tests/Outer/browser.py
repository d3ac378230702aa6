"""A browser without JavaScript: it follows links and posts the forms it finds in the page.

Nothing here knows our routes. What a test types, it types into fields that are in the page, so a
field that is not there is a mistake, not a parameter that nobody reads.
"""

from urllib.parse import urljoin

import lxml.html
import requests

SECONDS = 60


class Page:
    def __init__(self, answer, browser):
        self.answer = answer
        self.browser = browser
        self.url = answer.url
        self.status = answer.status_code
        kind = answer.headers.get("Content-Type", "")
        self.is_html = kind.startswith("text/html")
        self.dom = lxml.html.fromstring(answer.content.decode()) if self.is_html else None

    @property
    def text(self):
        if not self.is_html:
            return self.answer.text
        body = self.dom.find("body")
        return " ".join((body if body is not None else self.dom).text_content().split())

    def __contains__(self, words):
        return words in self.text

    def forms(self):
        return [Form(element, self) for element in self.dom.iter("form")] if self.is_html else []

    def form(self, action=None, field=None, button=None):
        """The first form whose action contains `action`, that has `field` and `button`."""
        for form in self.forms():
            if action and action not in form.path:
                continue
            if field and field not in form.names:
                continue
            if button and button not in form.buttons:
                continue
            return form
        there = [(form.path, sorted(form.names)[:8]) for form in self.forms()]
        raise AssertionError(
            f"no form with action {action}, field {field}, button {button} at {self.url};"
            f" there are {there}\n{self.text[:1500]}"
        )

    def has_form(self, action):
        return any(action in form.path for form in self.forms())

    def links(self):
        return [(a.text_content().strip(), a.get("href")) for a in self.dom.iter("a")]

    def link(self, part):
        """Where a link leads whose address contains `part`."""
        for _, href in self.links():
            if href and part in href:
                return urljoin(self.url, href)
        raise AssertionError(f"no link with {part} at {self.url}: {self.links()}")

    def follow(self, part):
        return self.browser.get(self.link(part))


class Form:
    def __init__(self, element, page):
        self.element = element
        self.page = page
        self.action = urljoin(page.url, element.get("action") or page.url)
        self.path = element.get("action") or ""
        self.method = (element.get("method") or "get").lower()
        self.encoding = element.get("enctype", "")
        inputs = [field for field in element.iter("input", "select", "textarea", "button")]
        # Fields elsewhere in the page can name their form.
        if element.get("id"):
            inputs += page.dom.xpath(f"//*[@form='{element.get('id')}']")
        self.fields = [field for field in inputs if field.get("name")]

    @property
    def names(self):
        return {field.get("name") for field in self.fields}

    @property
    def buttons(self):
        return {
            field.get("value") or field.get("name")
            for field in self.fields
            if field.tag == "button" or field.get("type") in ("submit", "image")
        }

    def values(self):
        """What a browser would send if nothing were typed."""
        values = {}
        for field in self.fields:
            kind = (field.get("type") or "").lower()
            name = field.get("name")
            if field.get("disabled") is not None:
                continue
            if field.tag == "button" or kind in ("submit", "image", "button", "reset", "file"):
                continue
            if field.tag == "select":
                chosen = field.xpath(".//option[@selected]") or field.xpath(".//option")[:1]
                values[name] = chosen[0].get("value", chosen[0].text_content()) if chosen else ""
            elif field.tag == "textarea":
                values[name] = field.text or ""
            elif kind in ("radio", "checkbox"):
                if field.get("checked") is not None:
                    values[name] = field.get("value", "on")
            else:
                values[name] = field.get("value", "")
        return values

    def hidden(self):
        """The hidden fields in order, each as often as it stands there."""
        return [
            (field.get("name"), field.get("value", "")) for field in self.fields
            if (field.get("type") or "").lower() == "hidden"
        ]

    def options(self, name):
        """What can be chosen at a select or a group of radio buttons."""
        found = []
        for field in self.fields:
            if field.get("name") != name:
                continue
            if field.tag == "select":
                found += [option.get("value", "") for option in field.iter("option")]
            elif (field.get("type") or "") in ("radio", "checkbox"):
                found.append(field.get("value", "on"))
        return found

    def submit(self, typed=None, button=None, files=None, follow=True, again=True):
        """Posts the form with what was typed; `button` is (name, value) of the one pressed.

        `again`: where something came between, such as a body's answer, and the page that says so
        offers the same act, it is pressed once more, as its officer would.
        """
        typed = dict(typed or {})
        unknown = set(typed) - self.names
        if unknown:
            raise AssertionError(
                f"the form {self.path} at {self.page.url} has no field {sorted(unknown)};"
                f" it has {sorted(self.names)}"
            )
        values = self.values() | typed
        if button:
            values[button[0]] = button[1]
        page = self.page.browser.send(self.method, self.action, values, files, follow)
        same = self.offered(page) if again and page.status == 409 else None
        if same is None:
            return page
        return same.submit(typed, button, files, follow)

    def offered(self, page):
        """The same act on a newer page; None where it is not offered there any more."""
        def act(form):
            return [pair for pair in form.hidden() if pair[0] not in ("csrf", "version")]

        return next(
            (form for form in page.forms()
             if form.path == self.path and act(form) == act(self)
             and form.values().get("version") != self.values().get("version")), None)


class Browser:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()
        self.session.headers["Accept-Language"] = "vi"
        #: The codes of the officer who sits here; asked for a fresh one, the browser enters it.
        self.codes = None

    def get(self, path, follow=True, **more):
        page = self.open("GET", urljoin(self.base, path), follow, **more)
        asks = [form for form in page.forms() if form.names >= {"reason", "words", "place"}]
        if follow and self.codes is not None and asks:
            # A file that is not this officer's work opens for a reason.
            return asks[0].submit(
                {"reason": "supervision", "words": "Kiểm tra theo kế hoạch."})
        return page

    def send(self, method, url, values, files=None, follow=True):
        if method == "get":
            return self.open("GET", url, follow, params=values)
        origin = "/".join(url.split("/")[:3])
        headers = {"Origin": origin}
        page = self.open("POST", url, follow, data=values, files=files, headers=headers)
        return self.proved(page, follow)

    def proved(self, page, follow):
        """What follows where the page asks its officer for a fresh code; else the page."""
        asks = [form for form in page.forms() if "stepUpCode" in form.names]
        if not asks or self.codes is None:
            return page
        codes, self.codes = self.codes, None
        try:
            return codes.enter(
                lambda code: self.send(
                    "post", asks[0].action, asks[0].hidden() + [("stepUpCode", code)],
                    follow=follow),
                lambda page: any("stepUpCode" in form.names for form in page.forms()))
        finally:
            self.codes = codes

    def open(self, method, url, follow=True, **more):
        answer = self.session.request(
            method, url, allow_redirects=follow, timeout=SECONDS, **more
        )
        return Page(answer, self)

    def at(self, base):
        """The same person after the server came back at another address."""
        self.base = base
        return self
