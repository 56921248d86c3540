"""The desk at work: a real store, a real server, and those who come to it."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

pytest.importorskip("starlette", reason='needs the desk: pip install "claims[desk]"')
pytest.importorskip("sqlalchemy", reason='needs the store: pip install "claims[store]"')

import uvicorn

from claims.review.serve import configuration, listening
from claims.review.settings import Settings
from claims.store import Store
from tests.review.made_up import filled


@dataclass(frozen=True)
class Running:
    """A desk that answers, and the store behind it."""

    store: Store
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def visitor(self, name: str | None = None) -> Visitor:
        """Somebody with a cookie jar, who has given a name or not."""
        made = Visitor(self.port)
        if name is not None:
            made.enter(name)
        return made


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Visitor:
    """Sends what a browser sends, and whatever an attacker would."""

    port: int
    cookie: str | None = None
    secret: str = ""
    sent: list[str] = field(default_factory=list)

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            own = {"Host": f"127.0.0.1:{self.port}", **({"Cookie": self.cookie} if self.cookie else {})}
            connection.request(method, path, body, {**own, **(headers or {})})
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        found = {name.lower(): value for name, value in answer.getheaders()}
        if "set-cookie" in found:
            self.cookie = found["set-cookie"].partition(";")[0]
        if secret := re.search(r'name="csrf" value="([^"]+)"', text):
            self.secret = secret[1]
        return Answer(answer.status, found, text)

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, **fields: object) -> Answer:
        """A form of the desk's own."""
        pairs = {"csrf": self.secret, **{name.rstrip("_"): value for name, value in fields.items()}}
        return self.ask("POST", path, urlencode(pairs, doseq=True).encode(), self.own_headers)

    @property
    def own_headers(self) -> dict[str, str]:
        return {
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def enter(self, name: str) -> None:
        self.get("/enter")
        assert self.post("/enter", name=name, then="/").status == 303
        assert self.get("/").status == 200


@contextmanager
def running(store: Store, settings: Settings | None = None) -> Iterator[Running]:
    """The desk over ``store``, in a thread, at a port that is free."""
    with listening(settings or Settings(port=0)) as listener:
        port = listener.getsockname()[1]
        bound = Settings("127.0.0.1", port) if settings is None else settings
        server = uvicorn.Server(configuration(store, bound))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield Running(store, port)
        finally:
            server.should_exit = True
            thread.join(timeout=30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with filled(tmp_path / "desk.db") as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Running]:
    with running(store) as made:
        yield made


@pytest.fixture
def anna(desk: Running) -> Visitor:
    """Somebody who has given her name."""
    return desk.visitor("Anna")


@pytest.fixture
def key_of(store: Store) -> Callable[[str], str]:
    """The key of the disagreement whose question begins so."""

    def find(beginning: str) -> str:
        return next(line.key for line in store.queue().lines if line.question.startswith(beginning))

    return find
