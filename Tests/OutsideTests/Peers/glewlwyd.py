#!/usr/bin/env python3
"""glewlwyd.py FOLDER PORT CLIENT_ID CLIENT_SECRET REDIRECT_URI

Starts Debian's glewlwyd (an OpenID Connect provider of other people's making) on loopback, with
its database in FOLDER, sets it up over its own HTTP interface, prints "ready ISSUER" and serves
until it is told to end. PKCE with S256 is required of every client.

Accounts: "two" (level 2) and "one" (level 1); the password of both is "mat-khau-thu-nghiem".
"""
import gzip, http.cookiejar, json, signal, sqlite3, subprocess, sys, time
import urllib.error, urllib.request

folder, port, client_id, client_secret, redirect_uri = sys.argv[1:]
root = f"http://127.0.0.1:{port}"
issuer = f"{root}/api/oidc"

CONFIG = f"""
port={port}
bind_address="127.0.0.1"
external_url="{root}"
login_url="login.html"
api_prefix="api"
static_files_path="/usr/share/glewlwyd/webapp/"
log_mode="file"
log_level="WARNING"
log_file="{folder}/glewlwyd.log"
cookie_secure=0
session_key="GLEWLWYD2_SESSION_ID"
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=false
secure_connection_key_file=""
secure_connection_pem_file=""
secure_connection_ca_file=""
hash_algorithm="SHA512"
database = {{ type = "sqlite3"; path = "{folder}/glewlwyd.db"; }};
"""

# Our property of the user, and the claim that carries it.
CLAIMS = ["SoDinhDanh", "HoVaTen", "NgayThangNamSinh", "LoaiTaiKhoan", "MucDo"]


class Admin:
    """The administrator's session with glewlwyd's interface."""

    def __init__(self):
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{root}/api/{path}", data, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with self.opener.open(request, timeout=10) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            sys.exit(f"{method} {path}: {error.code} {error.read()[:2000].decode()}")
        return json.loads(text) if text else None


def make_database():
    with gzip.open("/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz", "rt") as script:
        with sqlite3.connect(f"{folder}/glewlwyd.db") as database:
            database.executescript(script.read())


def wait_until_it_answers(server):
    for _ in range(200):
        if server.poll() is not None:
            sys.exit(f"glewlwyd ended with {server.returncode}; see {folder}/glewlwyd.log")
        try:
            urllib.request.urlopen(f"{root}/config", timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("glewlwyd does not answer")


def set_up(admin):
    admin.call("POST", "auth/", {"username": "admin", "password": "password"})
    users = admin.call("GET", "mod/user/database")
    for name in CLAIMS:
        users["parameters"]["data-format"][name] = {
            "multiple": False, "read": True, "write": True, "profile-read": True,
            "profile-write": False}
    admin.call("PUT", "mod/user/database", users)
    admin.call("PUT", "mod/user/database/reset/")
    admin.call("POST", "mod/plugin/", {
        "module": "oidc", "name": "oidc", "display_name": "OpenID Connect", "order_rank": 0,
        "parameters": plugin()})
    admin.call("POST", "client/", {
        "client_id": client_id, "name": "Ly Lich", "description": "", "confidential": True,
        "enabled": True, "client_secret": client_secret, "redirect_uri": [redirect_uri],
        "authorization_type": ["code"], "scope": [],
        "token_endpoint_auth_method": ["client_secret_basic", "client_secret_post"]})
    for username, level in (("two", "2"), ("one", "1")):
        admin.call("POST", "user/", {
            "username": username, "password": "mat-khau-thu-nghiem", "name": username,
            "email": "", "enabled": True, "scope": ["openid"], "SoDinhDanh": "092190004217",
            "HoVaTen": "NGUYỄN THỊ MAI", "NgayThangNamSinh": "19900312", "LoaiTaiKhoan": "1",
            "MucDo": level})


def plugin():
    def openssl(*words):
        return subprocess.run(["openssl", *words], check=True, capture_output=True).stdout.decode()

    openssl("genrsa", "-out", f"{folder}/key.pem", "2048")
    with open(f"{folder}/key.pem") as file:
        key = file.read()
    return {
        "iss": issuer, "subject-type": "public", "jwt-type": "rsa", "jwt-key-size": "256",
        "key": key, "cert": openssl("rsa", "-in", f"{folder}/key.pem", "-pubout"),
        "access-token-duration": 3600, "refresh-token-duration": 3600, "code-duration": 60,
        "refresh-token-rolling": False, "allow-non-oidc": False, "auth-type-code-enabled": True,
        "auth-type-token-enabled": False, "auth-type-id-token-enabled": True,
        "auth-type-none-enabled": False, "auth-type-password-enabled": False,
        "auth-type-client-enabled": False, "auth-type-refresh-enabled": False,
        "auth-type-device-enabled": False, "jwks-show": True, "allowed-scope": ["openid"],
        "pkce-allowed": True, "pkce-method-plain-allowed": False, "pkce-required": True,
        "name-claim": "no", "email-claim": "no", "scope-claim": "no",
        "address-claim": {"type": "no"},
        "claims": [
            {"name": name, "user-property": name, "type": "string", "mandatory": True,
             "scope": []}
            for name in CLAIMS],
    }


# The program that starts us may block signals, which we would inherit.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
make_database()
with open(f"{folder}/glewlwyd.conf", "w") as file:
    file.write(CONFIG)
server = subprocess.Popen(["glewlwyd", "--config-file", f"{folder}/glewlwyd.conf"],
                          stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
try:
    wait_until_it_answers(server)
    set_up(Admin())
    print("ready", issuer, flush=True)
    sys.stdin.read()
finally:
    # Its own way of ending takes long, and its database is thrown away.
    server.kill()
    server.wait()
