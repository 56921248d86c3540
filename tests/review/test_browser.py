"""The desk in a real browser: by keyboard alone, by two people at once, and for those who cannot see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.core.review import Judge, State, Undo, Verdict
from claims.store import Store
from tests.accessibility import violations
from tests.reporting.page.made_up import one_claim
from tests.review.conftest import Running, running
from tests.review.made_up import filled

KeyOf = Callable[[str], str]


class Room:
    """Browsers of people at a desk; writes down what no page of it may do."""

    def __init__(self, browser: Any, desk: Running) -> None:
        self._browser = browser
        self._desk = desk
        self._contexts: list[Any] = []
        self.complaints: list[str] = []
        # What the test itself brings about, such as the 409 of a stale form.
        self.expected: list[str] = []

    def sit_down(self, name: str, width: int = 1300, **more: Any) -> Any:
        """A page of somebody who gives a name, by keyboard."""
        context = self._browser.new_context(viewport={"width": width, "height": 900}, **more)
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self._request(request.url))
        page.goto(self._desk.address)
        page.locator("[name=name]:focus").wait_for()
        page.keyboard.type(name)
        press(page, "Enter", "h1:has-text('disagreement')")
        return page

    def open(self, page: Any, path: str) -> None:
        page.goto(self._desk.address + path)

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning") and not any(one in message.text for one in self.expected):
            self.complaints.append(f"console: {message.text}")

    def _request(self, url: str) -> None:
        if not url.startswith(self._desk.address):
            self.complaints.append(f"request: {url}")


def press(page: Any, key: str, then: str) -> None:
    """Press a key and wait for what comes of it."""
    page.keyboard.press(key)
    page.locator(then).first.wait_for()


@pytest.fixture
def room(browser: Any, desk: Running) -> Iterator[Room]:
    made = Room(browser, desk)
    yield made
    made.close()
    assert made.complaints == []


def question(words: str) -> str:
    return f".question h1:has-text('{words}')"


def test_a_review_by_keyboard_alone(room: Room, store: Store, key_of: KeyOf) -> None:
    page = room.sit_down("Anna")
    press(page, "j", "[data-line]:focus")
    press(page, "ArrowDown", "li:nth-child(2) [data-line]:focus")
    press(page, "k", "li:nth-child(1) [data-line]:focus")
    press(page, "Enter", question("How many Talvan"))
    press(page, "f", ".last:has-text('you flagged it')")
    press(page, "a", question("Who was behind"))
    assert "you confirmed it" in page.locator(".last").inner_text()
    press(page, "Space", question("How many soldiers"))
    press(page, "x", question("Who was behind"))
    press(page, "Backspace", question("How many soldiers"))
    assert page.locator(".last").count() == 0
    press(page, "x", question("Who was behind"))
    press(page, "a", "h1:has-text('3 disagreements')")
    assert "3 of 3 decided" in page.locator(".progress").inner_text()
    changes = [entry.decision.change for entry in reversed(store.history())]
    assert [c.verdict for c in changes if isinstance(c, Judge)] == [
        Verdict.CONFIRMED,
        Verdict.REJECTED,
        Verdict.REJECTED,
        Verdict.CONFIRMED,
    ]
    assert Undo(3) in changes
    assert {entry.decision.who for entry in store.history()} == {"Anna"}
    assert store.verify() == ()


def test_a_second_review_by_another_person(room: Room, store: Store, key_of: KeyOf) -> None:
    anna, ben = room.sit_down("Anna"), room.sit_down("Ben")
    press(anna, "a", question("How many Talvan"))
    press(anna, "a", question("Who was behind"))
    room.open(ben, "/?state=reviewed")
    press(ben, "a", question("How many Talvan"))
    assert "Anna has confirmed it" in ben.locator(".decide").inner_text()
    press(ben, "a", "h1:has-text('that pass the filter')")
    found = store.dispute(key_of("How many Talvan")).standing
    assert (found.state, found.reviewer, found.second_reviewer) == (State.SECOND_REVIEW, "Anna", "Ben")


def test_two_browsers_at_once(room: Room, store: Store, key_of: KeyOf) -> None:
    anna, ben = room.sit_down("Anna"), room.sit_down("Ben")
    address = f"/disputes/{key_of('How many Talvan')}"
    room.open(anna, address)
    room.open(ben, address)
    press(anna, "a", question("Who was behind"))
    room.expected.append("409")
    press(ben, "x", ".notice")
    notice = ben.locator(".notice").inner_text()
    assert "Anna changed this while you had it open" in notice
    assert "What you wanted: rejected" in notice
    assert ben.locator(".question .chip.confirmed").is_visible()
    assert len(store.history()) == 1
    press(ben, "x", question("Who was behind"))
    assert [e.decision.who for e in store.history()] == ["Ben", "Anna"]


def test_keys_rest_while_somebody_types(room: Room, store: Store, key_of: KeyOf) -> None:
    page = room.sit_down("Anna")
    room.open(page, f"/disputes/{key_of('How many Talvan')}")
    page.locator(".decide [name=why]").first.focus()
    page.keyboard.type("a fax? ")
    page.keyboard.press("Backspace")
    assert page.locator(".decide [name=why]").first.input_value() == "a fax?"
    assert store.history() == ()


def test_keys_can_be_switched_off(room: Room, store: Store, key_of: KeyOf) -> None:
    page = room.sit_down("Anna")
    press(page, "?", "dialog[open]")
    page.keyboard.press("a")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="hidden")
    room.open(page, f"/disputes/{key_of('How many Talvan')}")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert store.history() == ()
    press(page, "?", "dialog[open]")
    page.locator("#keys-on").check()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="hidden")
    press(page, "a", question("Who was behind"))


def test_words_are_selected_for_a_claim_that_was_missed(room: Room, store: Store, key_of: KeyOf) -> None:
    page = room.sit_down("Anna")
    room.open(page, f"/disputes/{key_of('How many Talvan')}")
    page.locator(".speaker .imprint a").first.click()
    text = page.locator("#text p").first
    text.wait_for()
    # "Talvan" stands three times; the second is meant.
    text.evaluate(
        """(paragraph) => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (!node.data.includes("despite Ruvian")) node = walker.nextNode();
          const at = node.data.indexOf("Ruvian");
          getSelection().setBaseAndExtent(node, at, node, at + "Ruvian".length);
        }"""
    )
    page.wait_for_function("document.forms['add-form'].elements.words.value === 'Ruvian'")
    page.locator("#add-form [name=source]").fill("A translator")
    page.locator("#add-form button").click()
    page.locator(".notes :text('A translator')").wait_for()
    made = store.history()[0].decision.change
    article = store.articles()[0]
    assert made.spans[0].start == article.text.index("Ruvian claims")


def test_the_digest_of_a_copy_is_reckoned_in_the_browser(room: Room, key_of: KeyOf, tmp_path: Path) -> None:
    copy = tmp_path / "copy.html"
    copy.write_bytes(b"an archived page")
    page = room.sit_down("Anna")
    room.open(page, f"/disputes/{key_of('How many Talvan')}")
    page.locator(".part summary").first.click()
    page.locator("[data-digest]").first.set_input_files(copy)
    wanted = hashlib.sha256(b"an archived page").hexdigest()
    page.wait_for_function(f"document.querySelector('[name=sha256]').value === '{wanted}'")


def test_sources_are_suggested(room: Room, key_of: KeyOf) -> None:
    page = room.sit_down("Anna")
    room.open(page, f"/disputes/{key_of('How many Talvan')}")
    page.locator(".edit summary").first.click()
    page.locator(".edit [name=into]").first.fill("gov")
    option = page.locator("datalist option[value='the governor']").first
    option.wait_for(state="attached")
    assert option.get_attribute("label") == "the governor · government, Talva"


def test_it_works_without_scripts(room: Room, store: Store) -> None:
    page = room.sit_down("Anna", java_script_enabled=False)
    page.locator("[data-line]").first.click()
    page.locator("button[value=confirmed]").click()
    page.locator(".last button").click()
    page.locator(question("How many Talvan")).wait_for()
    assert [type(e.decision.change) for e in store.history()] == [Undo, Judge]


def test_no_markup_of_an_article_runs(browser: Any, tmp_path: Path) -> None:
    attack = '"><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>'
    with filled(tmp_path / "hostile.db", one_claim(attack)) as store, running(store) as desk:
        room = Room(browser, desk)
        page = room.sit_down("Anna")
        press(page, "a", ".question")
        assert attack in page.locator(".context").first.inner_text()
        press(page, "f", ".last")
        page.locator(".speaker .imprint a").first.click()
        assert attack in page.locator("#text").inner_text()
        room.close()
        assert room.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 420])
def test_axe_finds_nothing_serious(room: Room, store: Store, axe: str, width: int, scheme: str) -> None:
    page = room.sit_down("Anna", width, color_scheme=scheme)
    line = store.queue().lines[0].key
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[name] = violations(page, axe) + ([f"{wide} px wide"] if wide > width else [])

    page.locator(".filter summary").click()
    look("queue")
    press(page, "?", "dialog[open]")
    look("keys")
    room.open(page, f"/disputes/{line}")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    look("dispute")
    press(page, "x", ".last")
    room.open(page, f"/disputes/{line}")
    look("decided")
    page.locator(".speaker .imprint a").first.click()
    look("article")
    room.open(page, "/history")
    look("history")
    page.locator(".who-am-i button").click()
    page.locator("[name=name]").wait_for()
    look("enter")
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_focus_is_seen_and_goes_in_order(room: Room, key_of: KeyOf) -> None:
    page = room.sit_down("Anna")
    room.open(page, f"/disputes/{key_of('How many Talvan')}")
    places = []
    for _ in range(14):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        assert focus.evaluate("one => getComputedStyle(one).outlineStyle") in ("solid", "auto")
        places.append(focus.evaluate("one => one.textContent.trim().split(/\\s+/)[0]"))
    assert places[0] == "Skip"
    assert places.index("Put") < places.index("Accept") < places.index("Reject")
