"""What the outer tests share: engines, demos, a browser, a real mail server."""

import os
import pathlib
import re
import subprocess
import sys
import uuid

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import screen  # noqa: E402
from mail_server import MailServer  # noqa: E402
from program import Demo, need, run  # noqa: E402

ENGINES = ["sqlite", "postgres"]


@pytest.fixture(scope="session")
def artefacts():
    """Where screenshots and papers are left to be looked at."""
    named = os.environ.get("LYLICH_TEST_ARTEFACTS")
    folder = pathlib.Path(named or pathlib.Path(__file__).parents[2] / ".build/outer")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class PostgresServer:
    """A running PostgreSQL whose superuser we are; each demo gets a database of its own."""

    def __init__(self, url):
        self.url = url

    def new_database(self):
        name = "outer_" + uuid.uuid4().hex[:12]
        self.sql(f"CREATE DATABASE {name}")
        return self.with_name(name)

    def drop(self, url):
        name = self.name_of(url)
        self.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def with_name(self, name):
        return re.sub(r"/[^/?]*(\?|$)", rf"/{name}\1", self.url, count=1) if (
            self.url.count("/") > 2
        ) else f"{self.url}/{name}"

    @staticmethod
    def name_of(url):
        return url.split("?")[0].rsplit("/", 1)[1]

    def sql(self, statement):
        subprocess.run(
            [need("psql"), "--no-psqlrc", "-v", "ON_ERROR_STOP=1", "-c", statement, self.url],
            check=True, capture_output=True, timeout=60,
        )


@pytest.fixture(scope="session")
def postgres_server():
    """`make test` starts one (scripts/test-postgres) and names it in LYLICH_TEST_POSTGRES."""
    url = os.environ.get("LYLICH_TEST_POSTGRES")
    if not url:
        pytest.fail("LYLICH_TEST_POSTGRES is not set: run scripts/test outer")
    return PostgresServer(url)


@pytest.fixture
def new_demo(tmp_path, request):
    """Makes demos and stops them, whatever happens in the test."""
    running, databases = [], []

    def make(engine="sqlite", start=True, **more):
        folder = tmp_path / f"demo{len(running)}"
        folder.mkdir()
        if engine == "postgres":
            server = request.getfixturevalue("postgres_server")
            more["database"] = server.new_database()
            databases.append((server, more["database"]))
        demo = Demo(folder, **more)
        running.append(demo)
        return demo.start() if start else demo

    yield make
    for demo in running:
        demo.kill()
    for server, url in databases:
        server.drop(url)


@pytest.fixture(params=ENGINES)
def engine(request):
    return request.param


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """One demo on SQLite for all tests that only look, or add cases of their own."""
    demo = Demo(tmp_path_factory.mktemp("shared"))
    demo.start()
    yield demo
    demo.kill()


@pytest.fixture(scope="session")
def smoked(demo, tmp_path_factory):
    """What `lylich smoke` leaves: certificate, receipt, slip, QR text and the demo's root."""
    out = tmp_path_factory.mktemp("smoke")
    result = run("smoke", "--url", demo.url, "--out", out)
    return out, result.stdout


@pytest.fixture(scope="session")
def chromium():
    """One browser for all; each person at a screen has a context of their own in it."""
    with screen.browser() as chromium:
        yield chromium


@pytest.fixture
def mail_server():
    server = MailServer().start()
    yield server
    server.stop()


def pytest_report_header():
    from program import lylich

    try:
        return f"program: {lylich()}"
    except RuntimeError as problem:
        return f"program: {problem}"
