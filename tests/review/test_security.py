"""The desk attacked: from other sites, by other machines, with forms it never made."""

from __future__ import annotations

import http.client
import socket
from pathlib import Path
from urllib.parse import urlencode

import pytest

from claims.core.errors import SettingsError
from claims.review import visitors
from claims.review.forms import MOST_BYTES, MOST_FIELDS
from claims.review.headers import RULES
from claims.review.settings import Settings
from claims.store import Store
from tests.reporting.conftest import HOSTILE
from tests.reporting.page.made_up import one_claim
from tests.review.conftest import Running, Visitor, running
from tests.review.made_up import filled

TOKEN = "a-long-and-secret-token"
FORM = "application/x-www-form-urlencoded"


def untouched(store: Store) -> bool:
    return store.history() == ()


def first(store: Store) -> str:
    return store.queue().lines[0].key


@pytest.fixture
def judge(store: Store) -> str:
    """The address at which the first disagreement is judged."""
    return f"/disputes/{first(store)}/judge"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "desk.example", "::"])
def test_other_machines_are_let_in_by_a_token_only(host: str) -> None:
    with pytest.raises(SettingsError, match="--token"):
        Settings(host)
    assert Settings(host, token=TOKEN).host == host


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(SettingsError, match="16 characters"):
        Settings("0.0.0.0", token="secret")


def test_nothing_listens_on_other_addresses_of_this_machine(desk: Running) -> None:
    with socket.socket() as other:
        # Another address of the loopback network: taken only if the desk had bound to all.
        other.bind(("127.0.0.2", desk.port))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "10.0.0.1", "", "x y", "[::1"],
)
def test_a_name_that_is_not_the_desk_s_own_is_refused(desk: Running, host: str) -> None:
    answer = desk.visitor().get("/", Host=host)
    assert answer.status == 400
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_its_own_names_are_known(desk: Running, host: str) -> None:
    assert desk.visitor().get("/enter", Host=f"{host}:{desk.port}").status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_another_site_cannot_look_or_take_the_cookie_away(anna: Visitor, site: str) -> None:
    answer = anna.get("/", **{"Sec-Fetch-Site": site})
    assert answer.status == 403
    assert "set-cookie" not in answer.headers
    assert "soldiers" not in answer.text


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "http://127.0.0.1:1", "http://127.0.0.1", "ftp://127.0.0.1:{port}"],
)
def test_a_form_of_another_origin_is_refused(
    anna: Visitor, store: Store, judge: str, origin: str | None
) -> None:
    headers = {"Content-Type": FORM}
    if origin is not None:
        headers["Origin"] = origin.format(port=anna.port)
    body = urlencode({"csrf": anna.secret, "version": 0, "verdict": "confirmed"}).encode()
    assert anna.ask("POST", judge, body, headers).status == 403
    assert untouched(store)


@pytest.mark.parametrize("secret", ["", "guessed", "é"])
def test_a_form_without_the_secret_is_refused(anna: Visitor, store: Store, judge: str, secret: str) -> None:
    assert anna.post(judge, csrf=secret, version=0, verdict="confirmed").status == 403
    assert untouched(store)


def test_the_secret_of_one_person_is_none_for_another(
    desk: Running, anna: Visitor, store: Store, judge: str
) -> None:
    ben = desk.visitor("Ben")
    assert ben.secret != anna.secret
    assert ben.post(judge, csrf=anna.secret, version=0, verdict="confirmed").status == 403
    assert untouched(store)


def test_every_form_needs_the_secret(desk: Running, anna: Visitor, store: Store) -> None:
    dispute, article = store.dispute(first(store)), store.articles()[0]
    claim = next(iter(dispute.claims.values()))
    assert dispute.event
    for address in (
        *(f"/disputes/{first(store)}/{act}" for act in ("judge", "flag", "move", "support")),
        *(f"/events/{dispute.event.id}/{act}" for act in ("assess", "split", "join")),
        f"/claims/{claim.id}",
        f"/sources/{claim.source}",
        f"/articles/{article.id}",
        f"/undo/disagreement/{first(store)}",
        "/enter",
        "/leave",
    ):
        assert anna.post(address, csrf="guessed", version=0).status == 403, address


def test_strangers_see_nothing_and_decide_nothing(desk: Running, store: Store, judge: str) -> None:
    stranger = desk.visitor()
    for path in (
        "/",
        f"/disputes/{first(store)}",
        f"/articles/{store.articles()[0].id}",
        "/history",
        "/sources",
    ):
        answer = stranger.get(path)
        assert (answer.status, answer.text) == (303, "")
        assert answer.headers["location"].startswith("/enter?then=")
    stranger.get("/enter")
    assert stranger.post(judge, version=0, verdict="confirmed").status == 403
    assert untouched(store)


def test_a_cookie_that_was_changed_is_worth_nothing(desk: Running, anna: Visitor) -> None:
    assert anna.cookie
    name, _, value = anna.cookie.partition("=")
    flipped = ("A" if value[0] != "A" else "B") + value[1:]
    for forged in (f"{name}={flipped}", f"{name}=", f"{name}=e30=.x.y", f"{name}={value}x"):
        stranger = Visitor(desk.port, cookie=forged)
        assert stranger.get("/").status == 303


def test_the_cookie_is_kept_from_scripts_and_other_sites(desk: Running) -> None:
    cookie = desk.visitor().get("/enter").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_every_answer_carries_the_rules(anna: Visitor, store: Store, judge: str) -> None:
    answers = [
        anna.get("/"),
        anna.get(f"/disputes/{first(store)}"),
        anna.get("/nothing"),
        anna.get("/static/keys.js"),
        anna.get("/", Host="evil.example"),
        anna.get("/", **{"Sec-Fetch-Site": "cross-site"}),
        anna.post(judge, csrf="guessed"),
        anna.ask("POST", judge, b"", {"Content-Length": str(MOST_BYTES + 1)}),
        anna.ask("PUT", "/"),
    ]
    for answer in answers:
        assert {name: answer.headers.get(name.lower()) for name in RULES} == RULES
    policy = answers[0].headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answers[0].headers["cache-control"] == "no-store"


def test_a_failure_that_was_not_foreseen_carries_them_too(
    desk: Running, anna: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "queue", lambda *_, **__: 1 / 0)
    answer = anna.get("/")
    assert answer.status == 500
    assert "bug of the program" in answer.text
    assert "ZeroDivision" not in answer.text
    assert {name: answer.headers.get(name.lower()) for name in RULES} == RULES


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
def test_only_forms_are_taken(anna: Visitor, store: Store, judge: str, kind: str) -> None:
    headers = {**anna.own_headers, "Content-Type": kind}
    body = urlencode({"csrf": anna.secret, "version": 0, "verdict": "confirmed"}).encode()
    assert anna.ask("POST", judge, body, headers).status == 415
    assert untouched(store)


def test_a_form_that_says_it_is_too_large_is_not_read(anna: Visitor, judge: str) -> None:
    headers = {**anna.own_headers, "Content-Length": str(10**15)}
    assert anna.ask("POST", judge, b"", headers).status == 413


def test_a_form_that_hides_its_size_is_cut_off(anna: Visitor, judge: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", anna.port, timeout=30)
    parts = (b"csrf=" + b"x" * 8192 for _ in range(MOST_BYTES // 8192 + 2))
    headers = {**anna.own_headers, "Cookie": anna.cookie or ""}
    connection.request("POST", judge, parts, headers, encode_chunked=True)
    assert connection.getresponse().status == 413
    connection.close()


def test_a_form_of_too_many_fields_is_refused(anna: Visitor, judge: str) -> None:
    assert anna.post(judge, why=["x"] * (MOST_FIELDS + 1)).status == 400


@pytest.mark.parametrize(
    "path",
    [
        "/static/../desk.db",
        "/static/%2e%2e%2f%2e%2e%2fpyproject.toml",
        "/static/..%5cdesk.db",
        "/static//etc/passwd",
        "/static/desk.css%00.js",
        "/static/",
        "/static/base.html",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/disputes/%2e%2e",
    ],
)
def test_no_path_reaches_the_file_system(anna: Visitor, path: str) -> None:
    assert anna.get(path).status == 404


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "https://",
        "ftp://a.b/c",
    ],
)
def test_evidence_leads_to_the_web_only(anna: Visitor, store: Store, url: str) -> None:
    answer = anna.post(f"/disputes/{first(store)}/support", version=0, claim="neither", url=url)
    assert answer.status == 422
    assert untouched(store)


@pytest.mark.parametrize(
    "then", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "x"]
)
def test_nobody_is_led_to_another_site(desk: Running, then: str) -> None:
    visitor = desk.visitor()
    visitor.get("/enter")
    assert visitor.post("/enter", name="Anna", then=then).headers["location"] == "/"


def test_words_of_articles_are_text(tmp_path: Path) -> None:
    attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 12345679 * 9 }}' + HOSTILE
    with filled(tmp_path / "hostile.db", one_claim(attack)) as store, running(store) as desk:
        anna = desk.visitor('<script>alert("Anna")</script>')
        anna.post(f"/disputes/{first(store)}/flag", version=0, on="yes", why=attack)
        for path in ("/", f"/disputes/{first(store)}", f"/articles/{store.articles()[0].id}", "/history"):
            text = anna.get(path).text
            for sign in ("<script>alert", "<img", "\u202e", "\x1b", "\x07", "111111111"):
                assert sign not in text, (path, sign)
            assert "&lt;script&gt;" in text


def test_a_token_is_asked_of_everybody(store: Store) -> None:
    settings = Settings("127.0.0.1", 0, TOKEN)
    with running(store, settings) as desk:
        visitor = desk.visitor()
        assert 'name="token"' in visitor.get("/enter").text
        for wrong in ("", "wrong", TOKEN[:-1], f"{TOKEN}x"):
            assert visitor.post("/enter", name="Anna", token=wrong).status == 403
            assert visitor.get("/").status == 303
        assert visitor.post("/enter", name="Anna", token=TOKEN).status == 303
        assert visitor.get("/").status == 200


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(visitors.hmac, "compare_digest", lambda *both: compared.append(both) or True)
    assert visitors.is_same("é", "b")
    assert compared == [("é".encode(), b"b")]


def test_a_desk_for_others_goes_by_any_address_but_by_no_foreign_name(store: Store) -> None:
    with running(store, Settings("0.0.0.0", 0, TOKEN)) as desk:
        assert desk.visitor().get("/enter", Host=f"192.168.1.7:{desk.port}").status == 200
        assert desk.visitor().get("/enter", Host="evil.example").status == 400
