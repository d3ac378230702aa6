"""What a stranger, a careless browser and a hostile client get."""

import re
import socket

import pytest
import requests

from browser import Browser
from journey import Citizen, Office, Officer, people


@pytest.fixture(scope="module")
def lodged(demo):
    """Somebody's case."""
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    return citizen


def signed_in(demo, index):
    citizen = Citizen(demo, people(demo)[index])
    citizen.sign_in()
    return citizen.browser


def same_but_for_traces(one, other):
    """Bodies equal but for ids that differ at each answer."""
    def plain(page):
        return re.sub(r"[a-z0-9-]{12,}", "", page.text)

    return one.status == other.status and plain(one) == plain(other)


@pytest.mark.parametrize("path", ["/", "/sign-in", "/verify", "/nowhere", "/office", "/v/none"])
def test_every_page_carries_the_strict_headers(demo, path):
    headers = requests.get(demo.url + path, timeout=30).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    assert "default-src 'none'" in policy or "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action" in policy and "base-uri" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert "Server" not in headers or "/" not in headers["Server"]


def test_no_page_has_inline_script_or_style(demo, lodged):
    for browser, path in [
        (Browser(demo.url), "/"),
        (Browser(demo.url), "/verify"),
        (lodged.browser, f"/cases/{lodged.case}"),
        (lodged.browser, f"/drafts/{lodged.draft}"),
    ]:
        page = browser.get(path)
        assert not [s for s in page.dom.iter("script") if (s.text or "").strip()]
        assert not page.dom.xpath("//*[@style]") and not list(page.dom.iter("style"))
        assert not page.dom.xpath("//@*[starts-with(name(), 'on')]")


def test_what_a_signed_in_person_sees_is_stored_nowhere(lodged):
    page = lodged.browser.get(f"/cases/{lodged.case}")
    assert "no-store" in page.answer.headers["Cache-Control"]


def test_cookies_are_as_strict_as_the_browser_allows(lodged):
    jar = list(lodged.browser.session.cookies)
    ours = [c for c in jar if c.domain.startswith("127.0.0.1") or "localhost" in c.domain]
    assert ours
    for cookie in ours:
        assert cookie.has_nonstandard_attr("HttpOnly"), cookie.name
        assert cookie.get_nonstandard_attr("SameSite") in ("Strict", "Lax"), cookie.name
        assert cookie.path == "/"
        assert len(cookie.value) >= 26, "guessable"


def test_a_new_session_at_sign_in(demo):
    citizen = Citizen(demo, people(demo)[1])
    citizen.browser.get("/sign-in")
    before = {c.value for c in citizen.browser.session.cookies}
    citizen.sign_in()
    assert before.isdisjoint({c.value for c in citizen.browser.session.cookies})


def test_a_strangers_case_is_like_a_missing_one(demo, lodged):
    stranger = signed_in(demo, 2)
    missing = lodged.case[:-1] + ("a" if lodged.case[-1] != "a" else "b")
    for kind in ["", "/slip.pdf", "/receipt.pdf", "/certificate.pdf"]:
        one = stranger.get(f"/cases/{lodged.case}{kind}")
        other = stranger.get(f"/cases/{missing}{kind}")
        assert one.status == 404, kind
        assert same_but_for_traces(one, other), kind
    one = stranger.get(f"/drafts/{lodged.draft}")
    assert one.status == 404


def test_nobody_sees_a_case_without_signing_in(demo, lodged):
    page = Browser(demo.url).get(f"/cases/{lodged.case}")
    assert lodged.case not in page.text
    assert page.status in (200, 401, 403, 404)
    assert "sign-in" in page.url or page.status != 200


def test_another_agencys_officer_finds_nothing(demo, lodged):
    accounts = demo.accounts()["officers"]
    agencies = {account.get("agency") for account in accounts}
    assert len(agencies) >= 2, "the demo has officers of two agencies"
    own = next(a for a in accounts if "intake" in a["role"])
    foreign = Officer(demo, next(a for a in accounts if a.get("agency") != own.get("agency")))
    foreign.sign_in()
    missing = lodged.case[:-1] + ("a" if lodged.case[-1] != "a" else "b")
    one = foreign.browser.get(f"/office/cases/{lodged.case}")
    other = foreign.browser.get(f"/office/cases/{missing}")
    assert one.status == 404
    assert same_but_for_traces(one, other)


def test_a_citizen_is_no_officer_and_an_officer_no_citizen(demo, lodged):
    page = lodged.browser.get(f"/office/cases/{lodged.case}")
    assert page.status in (403, 404) or "sign-in" in page.url
    office = Office(demo)
    office.intake.sign_in()
    page = office.intake.browser.get(f"/cases/{lodged.case}")
    assert page.status in (403, 404) or "sign-in" in page.url


@pytest.mark.parametrize("forgery", ["missing", "wrong", "of another session"])
def test_a_post_without_its_form_token_changes_nothing(demo, lodged, forgery):
    form = lodged.browser.get("/home").form(action="/drafts")
    token = next(name for name in form.names if "csrf" in name.lower())
    values = form.values()
    if forgery == "missing":
        del values[token]
    elif forgery == "wrong":
        values[token] = "a" * len(values[token])
    else:
        other = signed_in(demo, 1).get("/home").form(action="/drafts")
        values[token] = other.values()[token]
    page = lodged.browser.send("post", form.action, values, follow=False)
    assert page.status in (400, 403), page.text[:300]


def test_a_post_from_another_site_is_refused(demo, lodged):
    form = lodged.browser.get("/home").form(action="/drafts")
    answer = lodged.browser.session.post(
        form.action, data=form.values(), timeout=30, allow_redirects=False,
        headers={"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code in (400, 403)


def test_a_body_beyond_the_bound_is_refused(demo, lodged):
    form = lodged.browser.get("/home").form(action="/drafts")
    values = form.values() | {"filler": "x" * 4_000_000}
    answer = lodged.browser.session.post(form.action, data=values, timeout=60)
    assert answer.status_code in (400, 413)


def test_a_pdf_beyond_the_bound_is_refused(demo):
    form = next(
        form for form in Browser(demo.url).get("/verify").forms() if "multipart" in form.encoding
    )
    field = next(f.get("name") for f in form.fields if f.get("type") == "file")
    try:
        page = form.submit(files={field: ("big.pdf", b"%PDF-1.4" + b"x" * 60_000_000)})
    except requests.ConnectionError:
        return  # hung up before the end of the body, which is a refusal too
    assert page.status in (400, 413)


def test_headers_beyond_the_bound_are_refused(demo):
    try:
        answer = requests.get(demo.url + "/", headers={"X-Long": "x" * 200_000}, timeout=30)
    except requests.ConnectionError:
        return
    assert answer.status_code in (400, 413, 431)


def test_a_client_that_never_finishes_is_told_and_let_go(demo):
    with socket.create_connection(("127.0.0.1", demo.port), timeout=90) as slow:
        slow.sendall(
            b"POST /drafts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\nx"
        )
        slow.settimeout(90)
        answer = b"".join(iter(lambda: slow.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 408 ")


def test_guessing_tokens_is_slowed_down(demo):
    statuses = []
    for index in range(400):
        answer = requests.get(f"{demo.url}/v/{index:026d}", timeout=30)
        statuses.append(answer.status_code)
        if answer.status_code == 429:
            assert int(answer.headers["Retry-After"]) > 0
            break
    assert statuses[0] == 404
    assert statuses[-1] == 429
    assert requests.get(demo.url + "/health", timeout=30).status_code == 200


def test_guessing_a_password_is_slowed_down(new_demo):
    demo = new_demo()
    account = demo.accounts()["officers"][0]
    statuses = []
    for index in range(40):
        form = Browser(demo.url).get("/office").form(action="sign-in")
        page = form.submit({"username": account["username"], "password": f"wrong {index}"})
        statuses.append(page.status)
        assert "/office/sign-in" in page.url or page.has_form("sign-in") or page.status == 429
        if page.status == 429:
            break
    assert statuses[-1] == 429


@pytest.mark.parametrize(
    "name", ["Nguyễn\u202eVăn", "Nguyễn\u0000Văn", "Nguyen V\u0430n", "Nguyễn\u200bVăn"]
)
def test_a_name_with_hidden_or_mixed_characters_is_refused_in_words(demo, name):
    citizen = Citizen(demo, people(demo)[1])
    citizen.sign_in()
    form = citizen.begin().form(field="father.name")
    form.submit({"father.name": name}, button=citizen.button(form, "review"))
    page = citizen.browser.get(f"/drafts/{citizen.draft}/review")
    assert "father.name" in page.answer.text
    assert not page.has_form("lodg")


def test_no_identity_number_and_no_token_in_addresses_or_logs(demo, lodged):
    number = people(demo)[0]["nationalID"]
    assert number not in demo.log.read_text(errors="replace")
    for page in [lodged.browser.get("/home"), lodged.page()]:
        assert not [href for _, href in page.links() if number in (href or "")]
    Browser(demo.url).get("/v/abcdefghijklmnopqrstuvwxyz")
    assert "abcdefghijklmnopqrstuvwxyz" not in demo.log.read_text(errors="replace")


def test_the_parser_of_the_web_server_is_not_fooled_by_double_parameters(lodged):
    form = lodged.browser.get("/home").form(action="/drafts")
    body = "&".join(f"{k}={v}" for k, v in form.values().items()) * 2
    answer = lodged.browser.session.post(
        form.action, data=body, timeout=30, allow_redirects=False,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code < 500
