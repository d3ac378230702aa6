"""The officers' second factor, as their telephones show it, and who is signed in already.

A code is used once, so an account signs in once and its browsers share what they were given: the
session's cookie, in one jar for each account of each demo.
"""

import base64
import hashlib
import hmac
import threading
import time

from requests.cookies import RequestsCookieJar

from program import wait_until

STEP = 30


def code(secret, step):
    """RFC 6238 with SHA-1, six digits."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    offset = digest[19] & 15
    return f"{int.from_bytes(digest[offset:offset + 4], 'big') % 2**31 % 10**6:06d}"


class Codes:
    """The codes of one account, each entered once."""

    def __init__(self, secret):
        self.secret = secret
        self.last = 0
        self.entered = 0.0
        self.jar = RequestsCookieJar()
        self.lock = threading.RLock()

    def fresh(self):
        """A code that was not entered here before; the next one is taken a step early."""
        wait_until(lambda: self.last <= now(), 2 * STEP, every=0.1)
        self.last = max(now(), self.last + 1)
        return code(self.secret, self.last)

    def enter(self, submit, is_refused):
        """Enters codes until one is taken: somebody else may have used the one of now."""
        with self.lock:
            for _ in range(4):
                page = submit(self.fresh())
                if not is_refused(page):
                    self.entered = time.monotonic()
                    return page
        raise AssertionError(f"no code was taken: {page.text[:500]}")


def now():
    return int(time.time()) // STEP


ALL = {}


def of(account):
    return ALL.setdefault(account["secret"], Codes(account["secret"]))
