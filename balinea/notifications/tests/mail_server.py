"""A mail server on loopback that says what it is told to say and remembers what it accepted."""

import contextlib
import socketserver
import threading
from email import message_from_bytes
from email.policy import default


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 ready")
        while line := self.rfile.readline():
            self.server.heard.append(line)
            verb = line.split()[0].upper()
            if verb == b"DATA":
                self.accept()
            elif verb == b"RCPT":
                self.say(self.server.answers.pop(0) if self.server.answers else "250 ok")
            else:
                self.say("221 bye" if verb == b"QUIT" else "250 ok")

    def accept(self):
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        self.server.accepted.append(message_from_bytes(b"".join(lines), policy=default))
        self.server.on_accept()
        self.say("250 accepted")

    def say(self, text):
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(f"{text}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.accepted = []
        self.heard = []
        self.answers = []  # what the next recipients are told
        self.on_accept = lambda: None

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def mail_server():
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
