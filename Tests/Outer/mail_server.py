"""A real SMTP server that keeps what it receives; it can also be down, or refuse for a while."""

from aiosmtpd.controller import Controller
from email import policy
from email.parser import BytesParser

from program import free_port, wait_until


class MailServer:
    def __init__(self):
        self.port = free_port()
        self.messages = []
        self.refusals_left = 0
        self.controller = None

    async def handle_DATA(self, server, session, envelope):
        if self.refusals_left > 0:
            self.refusals_left -= 1
            return "451 Try again later"
        message = BytesParser(policy=policy.default).parsebytes(envelope.content)
        self.messages.append((envelope.rcpt_tos, message))
        return "250 Taken"

    def start(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()
        return self

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    @property
    def environment(self):
        return {"LYLICH_MAIL_HOST": "127.0.0.1", "LYLICH_MAIL_PORT": str(self.port)}

    def wait_for(self, count, seconds=30):
        wait_until(lambda: len(self.messages) >= count, seconds)
        return list(self.messages)
