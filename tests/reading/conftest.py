"""A web server on the loopback, and pages for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = """<!doctype html>
<html><head><title>Blast hits joint patrol near Ariha - Example Post</title>
<meta property="og:site_name" content="Example Post">
<meta property="article:published_time" content="2020-07-14T09:00:00Z">
<script>var secret = "twenty soldiers were hurt";</script><style>p { color: red }</style></head>
<body><div id="cookie-banner">We use cookies to improve your experience. <button>Accept</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Blast hits joint patrol near Ariha</h1>
<div class="share"><a>Facebook</a> <a>Twitter</a> <a>WhatsApp</a></div>
<p>By Jane Doe</p>
<p>A bomb struck a joint patrol on the road near Ariha on Tuesday morning,
   officials of both sides confirmed.</p>
<p>The Russian side spoke of three wounded soldiers. A vehicle was also damaged,
   it said in a statement that was carried by the news agencies.</p>
<p>Turkey&nbsp;said that nobody of its contingent was hurt,
   and that one vehicle was damaged in the explosion.</p>
<p>2 min read</p>
<p>Read also: <a href="/x">Who holds the road to the coast?</a></p>
<p>Turkey&nbsp;said that nobody of its contingent was hurt,
   and that one vehicle was damaged in the explosion.</p>
<p>Follow us on <a href="https://facebook.com/x">Facebook</a> &amp; Telegram</p>
</article><footer>© 2020 Example Post. All rights reserved.</footer></body></html>
"""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        getattr(self, "page_" + self.path.strip("/").split("?")[0].replace("-", "_"), self.page_missing)()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def answer(self, body: bytes, kind: str | None = "text/html", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_ok(self) -> None:
        self.answer(PAGE.encode())

    def page_plain(self) -> None:
        self.answer("Bomb hits patrol\n\nA bomb hit a patrol near Ariha.".encode("utf-16"), "text/plain")

    def page_untyped(self) -> None:
        self.answer(PAGE.encode(), kind=None)

    def page_wrong_charset(self) -> None:
        self.answer(
            PAGE.replace("Jane Doe", "Zoë Müller").replace("both", "“both”").encode(),
            "text/html; charset=latin-1",
        )

    def page_missing(self) -> None:
        self.answer(b"<p>There is nothing here.", status=404)

    def page_broken(self) -> None:
        self.answer(b"<p>Sorry.", status=503)

    def page_empty(self) -> None:
        self.answer(b"")

    def page_nothing(self) -> None:
        self.answer(b"", status=204)

    def page_picture(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n" + bytes(200), "image/png")

    def page_disguised(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n" + bytes(200), "text/html")

    def page_cut(self) -> None:
        self.answer(b"<p>A bomb hit", Content_Length="5000")

    def page_bomb(self) -> None:
        import gzip

        self.answer(gzip.compress(b"<p>word " * 1_000_000), Content_Encoding="gzip")

    def page_zipped(self) -> None:
        import gzip

        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_moved(self) -> None:
        self.answer(b"", status=302, Location="/ok")

    def page_circle(self) -> None:
        self.answer(b"", status=302, Location="/circle")

    def page_corridor(self) -> None:
        number = int(self.path.partition("?")[2] or 0)
        self.answer(b"", status=302, Location=f"/corridor?{number + 1}")

    def page_to_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def page_large(self) -> None:
        self.answer(b"<p>")
        self.flood(b"word " * 2000, times=1000, pause=0)

    def page_drip(self) -> None:
        self.answer(b"<p>")
        self.flood(b"a", times=100, pause=0.05)

    def page_drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        self.flood(b"a", times=100, pause=0.05)

    def page_silent(self) -> None:
        time.sleep(3)

    def flood(self, block: bytes, times: int, pause: float) -> None:
        try:
            for _ in range(times):
                self.wfile.write(block)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            pass  # the reader has gone, as it should


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        running.daemon_threads = True
        running.block_on_close = False
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture
def page() -> str:
    return PAGE
