"""Whatever is sent, the desk answers, breaks nothing and says nothing that runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.core.relation import Kind
from claims.core.review import Grade, ItemKind, Order, State, Verdict
from claims.review.finding import place_of
from claims.review.forms import MOST_BYTES
from claims.store import Store
from tests.review.conftest import Running, Visitor, running
from tests.review.made_up import filled

ATTACKS = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}",
    "\u202eevil\u0000\x1b[31m",
    "' OR 1=1 --",
    "\ud7ff\uffff",
    "../../etc/passwd",
    "9" * 400,
)

Strange = st.one_of(st.sampled_from(ATTACKS), st.text(max_size=60))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder: Path = tmp_path_factory.mktemp("fuzz")
    with filled(folder / "desk.db") as store, running(store) as made:
        yield made


@pytest.fixture(scope="module")
def anna(desk: Running) -> Visitor:
    return desk.visitor("Anna")


def keys(store: Store) -> list[str]:
    """Keys of all sorts, so that forms hit what is there as often as what is not."""
    dispute = store.dispute(store.queue().lines[0].key)
    assert dispute.event
    return [
        dispute.disagreement.id,
        dispute.event.id,
        *dispute.claims,
        *dispute.sources,
        *dispute.articles,
    ]


def is_sound(status: int, text: str) -> bool:
    """Whether an answer is no failure and holds no markup of those who sent the request."""
    bad = ("<script>alert", "<img src=x", "\u202e", "\x1b", 'href="javascript:')
    return status < 500 and not any(sign in text for sign in bad)


FUZZ = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("path", ["/sources/", "/history/", "/disputes/"])
def test_a_slash_too_many_leads_nowhere(anna: Visitor, path: str) -> None:
    answer = anna.ask("POST", path, f"csrf={anna.secret}&version=0".encode(), anna.own_headers)
    assert answer.status in (404, 405) and "location" not in answer.headers
    assert anna.get(path).status in (404, 405)


@FUZZ
@given(st.data())
def test_forms_of_any_content(desk: Running, anna: Visitor, data: st.DataObject) -> None:
    known = st.sampled_from(keys(desk.store))
    key = quote(data.draw(st.one_of(known, Strange)), safe="")
    acts = st.sampled_from(("judge", "flag", "move", "support", "assess", "split", "join", "x"))
    address = data.draw(
        st.one_of(
            acts.map(lambda act: f"/disputes/{key}/{act}"),
            acts.map(lambda act: f"/events/{key}/{act}"),
            st.sampled_from((f"/claims/{key}", f"/sources/{key}", f"/articles/{key}", "/enter")),
            st.sampled_from([*ItemKind, "x"]).map(lambda kind: f"/undo/{kind}/{key}"),
        )
    )
    choices = {
        "version": st.integers(0, 9).map(str),
        "verdict": st.sampled_from(Verdict),
        "state": st.sampled_from(State),
        "grade": st.sampled_from(Grade),
        "on": st.sampled_from(("yes", "no")),
        "entry": st.integers(0, 30).map(str),
        "claim": known,
        "into": known,
        "dispute": known,
        "source": known,
        "opposes": known,
        "event": known,
        "words": st.sampled_from(("Talvan casualties", "a vehicle was damaged", "soldiers")),
        "near": st.integers(0, 10**6).map(str),
        "statement": Strange,
        "low": st.one_of(st.integers(0, 99).map(str), st.sampled_from(("nan", "1e999", "-0"))),
        "high": st.integers(0, 99).map(str),
        "measure": Strange,
        "url": st.sampled_from(("https://a.example/<b>", "https://[", "http://a b", "javascript:alert(1)")),
        "sha256": st.sampled_from(("ab" * 32, "zz")),
        "note": Strange,
        "why": Strange,
        "asked": st.sampled_from(("", "state=reviewed&start=1", "start=-1", "&&==%ff")),
        "name": Strange,
        "then": Strange,
    }
    names = data.draw(st.lists(st.sampled_from(sorted(choices)), max_size=12, unique=True))
    fields = {name: data.draw(st.one_of(choices[name], choices[name], Strange)) for name in names}
    fields.setdefault("version", "0")
    body = urlencode({"csrf": anna.secret, **fields}).encode("ascii")
    cookie, secret = anna.cookie, anna.secret
    answer = anna.ask("POST", address, body, anna.own_headers)
    if address == "/enter":
        anna.cookie, anna.secret = cookie, secret
    assert is_sound(answer.status, answer.text), (address, fields, answer.status)
    assert answer.headers.get("location", "/").startswith("/")


@FUZZ
@given(st.data())
def test_addresses_of_any_form(desk: Running, anna: Visitor, data: st.DataObject) -> None:
    key = quote(data.draw(st.one_of(st.sampled_from(keys(desk.store)), Strange)), safe="")
    path = data.draw(
        st.sampled_from(
            [
                *("/", "/first", "/enter", "/history", "/sources", f"/static/{key}", f"/{key}"),
                *(f"/disputes/{key}", f"/disputes/{key}/next", f"/articles/{key}"),
            ]
        )
    )
    names = ("source", "party", "kind", "place", "state", "verdict", "flagged", "since", "until", "order")
    values = st.one_of(Strange, st.sampled_from([*Kind, *State, *Verdict, *Order, "yes", "2024-05-07"]))
    query = data.draw(st.dictionaries(st.sampled_from((*names, "start", "q", "dispute", "then")), values))
    answer = anna.get(f"{path}?{urlencode(query)}")
    assert is_sound(answer.status, answer.text), (path, query, answer.status)


@FUZZ
@given(st.binary(max_size=300), st.sampled_from(("GET", "POST", "PUT", "HEAD", "OPTIONS")))
def test_bytes_of_any_sort(anna: Visitor, body: bytes, method: str) -> None:
    assert anna.ask(method, "/enter", body, anna.own_headers).status < 500
    assert anna.get("/?" + quote(body, safe="%&=")).status < 500
    assert len(body) < MOST_BYTES


def test_after_all_that_the_log_is_sound(desk: Running, anna: Visitor) -> None:
    assert desk.store.verify() == ()
    for path in ("/", "/history", *(f"/disputes/{line.key}" for line in desk.store.queue().lines)):
        answer = anna.get(path)
        assert answer.status == 200
        assert is_sound(answer.status, answer.text)


@given(st.text(alphabet=" \n\tab\u200b\u202e\x07é", min_size=1), st.data())
def test_selected_words_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    if not any(c.isalnum() for c in words):
        return
    found = place_of(words, text, start)
    assert "".join(found.of(text).split()).strip("\u200b\u202e")
    assert place_of(found.of(text), text, found.start) == found
