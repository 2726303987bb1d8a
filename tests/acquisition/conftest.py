"""A site on loopback that answers with the very bytes it is told, an archive, and a clock that nobody waits for."""

import shutil
import socket
import socketserver
import ssl
import subprocess
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from morgue.acquisition import Acquirer, Clock
from morgue.workspace import open_workspace

PAGE = b"<!DOCTYPE html><html><head><title>Harbour reopens</title></head><body><p>The basin is open.</p></body></html>"


def answer(body=PAGE, status="200 OK", **headers):
    """Return an answer's bytes; a header's underscores stand for hyphens."""
    fields = {"Content_Type": "text/html", "Content_Length": len(body), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


def leading(place, status="301 Moved"):
    return answer(b"", status, Location=place)


class Site:
    """What is answered at each path: bytes, a list of them in turn, or a function that is given the socket."""

    PAGE = PAGE
    answer = staticmethod(answer)
    leading = staticmethod(leading)

    def __init__(self, host="127.0.0.1", tls=None):
        site = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                try:
                    if not tls and self.connection.recv(1, socket.MSG_PEEK) == b"\x16":  # a TLS greeting
                        return self.wfile.write(answer(b"", "400 Bad Request"))
                    head = b"".join(iter(self.rfile.readline, b"\r\n"))
                    path = head.split(b" ")[1].decode()
                    site.asked.append((path, head))
                    found = site.pages.get(path, answer(b"", "404 Not Found"))
                    found = found.pop(0) if isinstance(found, list) else found
                    return found(self.connection) if callable(found) else self.wfile.write(found)
                except (OSError, IndexError):
                    return None  # the other side had enough, or spoke no HTTP

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = False

        self.pages = {}
        self.asked = []
        self.server = Server((host, 0), Handler)
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.url = f"http{'s' if tls else ''}://{host}:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    @property
    def paths(self):
        return [path for path, _ in self.asked]

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class FakeTime:
    """Time that passes by itself, and at once where someone sleeps."""

    def __init__(self):
        self.slept = []
        self.day = datetime(2025, 8, 18, 14, 30, tzinfo=UTC)
        self.clock = Clock(lambda: time.monotonic() + sum(self.slept), self.slept.append, self.now)

    def now(self):
        return self.day + timedelta(seconds=sum(self.slept))


@pytest.fixture
def site():
    site = Site()
    yield site
    site.close()


@pytest.fixture
def other():
    """Return a second site, on a host of its own."""
    site = Site("127.0.0.2")
    yield site
    site.close()


@pytest.fixture
def secure(tmp_path):
    """Return a site that speaks TLS, and the certificate that it made for itself."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl on this machine: apt install openssl")
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=site -addext"
    subprocess.run(
        ["openssl", *made.split(), "subjectAltName=IP:127.0.0.1", "-out", certificate, "-keyout", key],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site = Site(tls=context)
    yield site, certificate
    site.close()


@pytest.fixture
def fake():
    return FakeTime()


@pytest.fixture
def no_names(monkeypatch):
    """Have no host be found by a name, without asking the network."""
    real = socket.getaddrinfo

    def getaddrinfo(host, *rest, **options):
        if str(host).endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture
def archive(tmp_path):
    """Return the folder of an empty archive."""
    root = tmp_path / "archive"
    (root / "content" / "captures").mkdir(parents=True)
    (root / "pelican.conf.py").write_text("", encoding="utf-8")
    return root


@pytest.fixture
def acquirer(archive, fake):
    """Return a function that gives an acquirer with settings of its own."""

    def acquirer(*, private=True, **settings):
        settings = {"MORGUE_ADD_DELAY": 0, **{name.upper(): value for name, value in settings.items()}}
        return Acquirer(open_workspace(settings, archive), private=private, clock=fake.clock)

    return acquirer


@pytest.fixture
def kept(archive):
    """Return a function that lists the captures in the archive, by their paths in its folder of captures."""

    def kept():
        folder = archive / "content" / "captures"
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    return kept
