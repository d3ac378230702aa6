#!/usr/bin/env python3
"""smtpd.py [--tls] [--user NAME --password WORD]

aiosmtpd on a free loopback port: prints the port, then each message it took as a line of JSON,
until it is told to end. With --tls it offers STARTTLS with a certificate that nobody
has signed.
"""
import argparse, email, email.policy, json, os, signal, socket, ssl, subprocess, sys, tempfile

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

words = argparse.ArgumentParser()
words.add_argument("--tls", action="store_true")
words.add_argument("--user")
words.add_argument("--password")
asked = words.parse_args()


class Printer:
    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(json.dumps({
            "to": envelope.rcpt_tos[0], "from": str(mail["From"]), "subject": str(mail["Subject"]),
            "id": str(mail["Message-ID"]), "body": mail.get_content().replace("\r\n", "\n"),
        }), flush=True)
        return "250 Taken"


def is_known(server, session, envelope, mechanism, data):
    known = data.login == asked.user.encode() and data.password == asked.password.encode()
    return AuthResult(success=known)


def certificate():
    folder = tempfile.mkdtemp()
    key, cert = os.path.join(folder, "key.pem"), os.path.join(folder, "cert.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
                    "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert],
                   check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


# The program that starts us may block signals, which we would inherit.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
settings = {}
if asked.tls:
    settings["tls_context"] = certificate()
if asked.user:
    settings.update(authenticator=is_known, auth_required=True, auth_require_tls=False)
# aiosmtpd tries its own port before it is ready, so it cannot let the system choose one.
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
controller = Controller(Printer(), hostname="127.0.0.1", port=port, **settings)
controller.start()
print(port, flush=True)
try:
    # Ends, too, when the test that started us is gone.
    sys.stdin.read()
finally:
    controller.stop()
