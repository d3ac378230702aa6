"""The peer of `lylich bench web`: Flask, Jinja and gunicorn with two workers, same pages and SQL.

    web_peer.py --database sqlite:PATH|postgres://… [--seconds 8] [--connections 32]
                [--page-bytes N] [--workers 2] [--threads 1]

makes its tables and rows, starts gunicorn on a free port, loads a page by key and a durable form
post with wrk, prints one JSON object and stops gunicorn. `--hold` serves until it is stopped.

The page: one row by the hash of an unguessable token, rendered by an inherited Jinja template.
The post: session by the hash of its cookie, form token compared, draft updated, journal line with
its leaf and outbox note in the same durable transaction, redirect.
"""

import argparse
import hashlib
import hmac
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import journal

HERE = pathlib.Path(__file__).resolve().parent
ROWS = 1000
# A name of their own: the program may be measured in the same database.
TABLE_NAMES = [
    "peer_certificates", "peer_sessions", "peer_drafts", "peer_journal", "peer_outbox",
]
TABLES = [
    "CREATE TABLE IF NOT EXISTS peer_certificates (token_hash TEXT PRIMARY KEY, number TEXT NOT NULL,"
    " kind TEXT NOT NULL, issued_on TEXT NOT NULL, masked_name TEXT NOT NULL,"
    " state TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS peer_sessions (token_hash TEXT PRIMARY KEY, subject TEXT NOT NULL,"
    " csrf TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS peer_drafts (id INTEGER PRIMARY KEY, version INTEGER NOT NULL,"
    " form TEXT NOT NULL, updated_at TEXT NOT NULL)",
]


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


class Sqlite:
    """One connection a process; the driver's own lock orders a process's threads."""

    mark = "?"
    types = journal.SQLITE

    def __init__(self, path):
        self.db = journal.sqlite(path)

    def row(self, sql, *values):
        return self.db.execute(sql, values).fetchone()

    def write(self, statements):
        self.db.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            self.db.execute(sql, values)
        self.db.execute("COMMIT")


class Postgres:
    """One connection a thread; psycopg 3 prepares what it sees often."""

    mark = "%s"
    types = journal.POSTGRES

    def __init__(self, url):
        import threading

        self.url = url
        self.local = threading.local()

    def connection(self):
        import psycopg

        if not hasattr(self.local, "db"):
            self.local.db = psycopg.connect(self.url, autocommit=True, prepare_threshold=2)
        return self.local.db

    def row(self, sql, *values):
        return self.connection().execute(sql, values).fetchone()

    def write(self, statements):
        db = self.connection()
        with db.transaction():
            for sql, values in statements:
                db.execute(sql, values)


def open_store(database):
    kind, _, rest = database.partition(":")
    if kind == "sqlite":
        return Sqlite(rest)
    return Postgres(database)


def prepare(store):
    """Tables and rows, from empty each time."""
    for table in TABLE_NAMES:
        store.write([(f"DROP TABLE IF EXISTS {table}", ())])
    for statement in TABLES + journal.SCHEMA:
        store.write([(statement.format(**store.types), ())])
    rows = []
    mark = store.mark
    for index in range(ROWS):
        marks = ", ".join([mark] * 6)
        values = (digest(f"token{index}"), f"{index}/STP-LLTP", "1", "2026-11-21")
        values += ("N. T. M.", "valid")
        rows.append((f"INSERT INTO peer_certificates VALUES ({marks})", values))
        draft = (index, 1, "{}", "2026-11-21T00:00:00Z")
        rows.append((f"INSERT INTO peer_drafts VALUES ({', '.join([mark] * 4)})", draft))
    session = (digest("session"), "citizen", "csrf-token")
    rows.append((f"INSERT INTO peer_sessions VALUES ({', '.join([mark] * 3)})", session))
    store.write(rows)


def make_app():
    """What gunicorn serves; the database and the page's size come from the environment."""
    from flask import Flask, abort, redirect, render_template, request

    app = Flask(__name__, template_folder=str(HERE / "templates"))
    store = open_store(os.environ["LYLICH_PEER_DATABASE"])
    mark = store.mark
    filler = ""

    @app.get("/verify/<token>")
    def verify(token):
        row = store.row(
            "SELECT number, kind, issued_on, masked_name, state FROM peer_certificates"
            f" WHERE token_hash = {mark}",
            digest(token),
        )
        if row is None:
            abort(404)
        number, kind, issued_on, name, state = row
        return render_template(
            "verify.html", number=number, kind=kind, issued_on=issued_on, name=name,
            state=state, csrf="csrf-token", filler=filler,
        )

    @app.post("/drafts/<int:draft>")
    def save(draft):
        session = store.row(
            f"SELECT subject, csrf FROM peer_sessions WHERE token_hash = {mark}",
            digest(request.cookies.get("session", "")),
        )
        if session is None:
            abort(403)
        subject, csrf = session
        if not hmac.compare_digest(csrf, request.form.get("csrf", "")):
            abort(403)
        form = request.form.to_dict()
        del form["csrf"]
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        seven = ", ".join([mark] * 7)
        store.write(
            [
                (
                    f"UPDATE peer_drafts SET version = version + 1, form = {mark},"
                    f" updated_at = {mark} WHERE id = {mark}",
                    (json.dumps(form, ensure_ascii=False), now, draft),
                ),
                (
                    "INSERT INTO peer_journal (at, actor, subject, kind, payload, salt, leaf)"
                    f" VALUES ({seven})",
                    journal.line(subject, str(draft), "draftSaved", form),
                ),
                (
                    f"INSERT INTO peer_outbox (topic, body) VALUES ({mark}, {mark})",
                    ("draft", str(draft)),
                ),
            ]
        )
        return redirect(f"/drafts/{draft}", code=303)

    wanted = int(os.environ.get("LYLICH_PEER_PAGE_BYTES", "0"))
    if wanted:
        page = app.test_client().get("/verify/token1").data
        filler = "x" * max(0, wanted - len(page))
    return app


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def family(pid):
    """The process and its children."""
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid] + [int(child) for child in children]


def cpu_seconds(pids):
    ticks = 0
    for pid in pids:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory_kib(pids):
    """Proportional set size: what is shared counts once."""
    total = 0
    for pid in pids:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total


def load(base, script, options, pids):
    """One run of wrk, and the processor time the server spent on it."""
    before = cpu_seconds(pids)
    result = subprocess.run(
        ["wrk", "-t2", f"-c{options.connections}", f"-d{options.seconds}s", "-s",
         str(HERE / script), base],
        capture_output=True, text=True, check=True,
        timeout=options.seconds + 60,
        env=os.environ | {"LYLICH_LOAD_ROWS": str(ROWS)},
    )
    figures = json.loads(result.stdout.strip().splitlines()[-1])
    cpu = cpu_seconds(pids) - before
    figures["cpu_seconds"] = round(cpu, 2)
    figures["per_cpu_second"] = round(figures["requests"] / cpu, 1) if cpu else None
    return figures


def start(options, port):
    environment = os.environ | {
        "LYLICH_PEER_DATABASE": options.database,
        "LYLICH_PEER_PAGE_BYTES": str(options.page_bytes),
        "PYTHONPATH": str(HERE),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--workers", str(options.workers),
         "--threads", str(options.threads), "--bind", f"127.0.0.1:{port}",
         "--backlog", "128", "--keep-alive", "30", "--log-level", "warning",
         "web_peer:make_app()"],
        env=environment,
    )


def wait_for(base):
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(base + "/verify/token1", timeout=2) as answer:
                return len(answer.read())
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def measure(options):
    prepare(open_store(options.database))
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    server = start(options, port)
    try:
        page_bytes = wait_for(base)
        if options.hold:
            print(json.dumps({"url": base, "pid": server.pid}), flush=True)
            server.wait()
            return None
        pids = family(server.pid)
        page = load(base, "load_page.lua", options, pids)
        post = load(base, "load_post.lua", options, pids)
        return {
            "peer": f"Flask + Jinja + gunicorn, {options.workers} workers",
            "threads": options.threads,
            "engine": options.database.partition(":")[0],
            "connections": options.connections,
            "page_bytes": page_bytes,
            "page": page,
            "post": post,
            "memory_kib": memory_kib(family(server.pid)),
        }
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            # A worker that holds on to a connection must not lose the figures.
            server.kill()
            server.wait()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--database", help="sqlite:PATH or postgres://…; else a SQLite of its own")
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--page-bytes", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--hold", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not options.database:
            options.database = f"sqlite:{folder}/peer.db"
        figures = measure(options)
    if figures:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
