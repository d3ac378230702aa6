"""The journal line that both peers write, with the state, in one durable transaction.

As in the program: a leaf is the hash of a salt and the stored bytes (RFC 6962: a zero byte
first), and the leaf stands in the same transaction as the state and the note in the outbox.
The peers chain no tree; the program's sequencer does that outside the transaction too.
"""

import hashlib
import json
import os
import sqlite3
import time

SCHEMA = [
    "CREATE TABLE IF NOT EXISTS peer_journal (id INTEGER PRIMARY KEY {auto}, at TEXT NOT NULL,"
    " actor TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, payload {bytes} NOT NULL,"
    " salt {bytes} NOT NULL, leaf {bytes} NOT NULL)",
    "CREATE TABLE IF NOT EXISTS peer_outbox (id INTEGER PRIMARY KEY {auto}, topic TEXT NOT NULL,"
    " body TEXT NOT NULL)",
]
SQLITE = {"auto": "AUTOINCREMENT", "bytes": "BLOB"}
POSTGRES = {"auto": "GENERATED ALWAYS AS IDENTITY", "bytes": "BYTEA"}


def sqlite(path):
    """A connection whose commits are durable: WAL with synchronous FULL, asserted."""
    db = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)
    return db


def line(actor, subject, kind, facts):
    """The values of one journal row."""
    payload = json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()
    salt = os.urandom(16)
    leaf = hashlib.sha256(b"\x00" + salt + payload).digest()
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return (at, actor, subject, kind, payload, salt, leaf)
