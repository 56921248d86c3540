"""Forms that decide: each makes one entry of the review log, or says why it did not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from claims.core.claim import Claim
from claims.core.errors import DecisionError, FieldError, StaleError
from claims.core.review import Change, Decision, Entry, Item, ItemKind, Judge, Undo
from claims.core.source import Source
from claims.review import changes, links
from claims.review.asking import Asked, asked
from claims.review.dispute import changes_since
from claims.review.entries import said
from claims.review.forms import Form
from claims.review.notices import Kept, Notice, refused, stale
from claims.review.queue import following
from claims.review.reading import Reading, found, key_of, known
from claims.review.visitors import Last, forget_last, remember, visitor
from claims.store import Store


@dataclass(frozen=True)
class Place:
    """Where a form stood: on the page of which disagreement, and reached from which line of the queue."""

    dispute: str | None
    question: str
    asked: Asked


@dataclass(frozen=True)
class Deciding:
    """Answers to those who decide."""

    store: Store
    reading: Reading

    def on_dispute(self, request: Request, form: Form) -> Response:
        """Judge, flag or move a disagreement, or say which account the evidence supports."""
        change = _named(changes.OF_DISPUTE, request)
        return self._decide(request, form, ItemKind.DISAGREEMENT, lambda: change(form))

    def on_event(self, request: Request, form: Form) -> Response:
        """Grade an event, part claims from it, or join it with another."""
        change = _named(changes.OF_EVENT, request)
        return self._decide(request, form, ItemKind.EVENT, lambda: change(form))

    def on_claim(self, request: Request, form: Form) -> Response:
        """Put a claim right."""

        def edit() -> Change:
            claim, source = self._claim(request, form)
            return changes.edit(form, claim, source, self.store.sources())

        return self._decide(request, form, ItemKind.CLAIM, edit)

    def on_source(self, request: Request, form: Form) -> Response:
        """Merge a source into another."""

        def merge() -> Change:
            return changes.merge(form, self.store.sources())

        return self._decide(request, form, ItemKind.SOURCE, merge)

    def on_article(self, request: Request, form: Form) -> Response:
        """Add a claim that the program missed."""
        with found():
            article = self.store.article(key_of(request))
        place = self._place(form, _dispute(form))
        try:
            change = changes.add(form, article, self.store.sources())
            # The store makes the key of the new claim.
            entry = self._record(request, form, Item(ItemKind.CLAIM, ""), change)
        except (FieldError, DecisionError) as error:
            kept = Kept(request.url.path, form)
            return self.reading.article_shown(request, article.id, place.dispute, 422, refused(error), kept)
        version = self.store.standing(entry.decision.item).version
        remember(request, last_of(entry, version, place))
        return RedirectResponse(links.article(article.id, entry.decision.item.key, place.dispute), 303)

    def undo(self, request: Request, form: Form) -> Response:
        """Take an entry of the log back; the address names the item that it is about."""
        try:
            kind = ItemKind(request.path_params["kind"])
        except ValueError:
            raise HTTPException(404, "There is nothing under this address, or no longer.") from None
        return self._decide(request, form, kind, lambda: Undo(form.number("entry")))

    def _decide(
        self, request: Request, form: Form, kind: ItemKind, change_of: Callable[[], Change]
    ) -> Response:
        """Record a decision and lead on; else show the page again, with what was typed and why not."""
        item = Item(kind, key_of(request))
        place = self._place(form, item.key if kind is ItemKind.DISAGREEMENT else _dispute(form))
        try:
            change = change_of()
            entry = self._record(request, form, item, change)
        except StaleError:
            seen = form.number("version")
            notice = stale(said(change), changes_since(self.store, item, seen, place.dispute))
            return self._again(request, form, place, notice, 409)
        except (FieldError, DecisionError) as error:
            return self._again(request, form, place, refused(error), 422)
        if isinstance(change, Undo):
            forget_last(request)
        else:
            remember(request, last_of(entry, form.number("version") + 1, place))
        return RedirectResponse(self._way_on(change, item, place), 303)

    def _record(self, request: Request, form: Form, item: Item, change: Change) -> Entry:
        who = visitor(request).name or ""
        evidence = changes.evidence(form)
        version = form.number("version")
        return self.store.record(Decision(item, change, who, version, form.text("why"), evidence))

    def _place(self, form: Form, dispute: str | None) -> Place:
        """Where the form stood, which is asked before anything is recorded."""
        if dispute is None:
            return Place(None, "", _asked(form))
        with found():
            return Place(dispute, self.store.dispute(dispute).disagreement.question, _asked(form))

    def _way_on(self, change: Change, item: Item, place: Place) -> str:
        """After a verdict the next disagreement, else the same page."""
        if isinstance(change, Judge):
            return following(self.store, place.asked, item.key) or links.queue(place.asked.at(0))
        return links.dispute(place.dispute, place.asked) if place.dispute else "/history"

    def _again(self, request: Request, form: Form, place: Place, notice: Notice, status: int) -> Response:
        """The page that the form stood on, as things are now."""
        if place.dispute is None:
            raise HTTPException(status, notice.text)
        kept = Kept(request.url.path, form)
        return self.reading.shown(request, place.dispute, place.asked, status, notice, kept)

    def _claim(self, request: Request, form: Form) -> tuple[Claim, Source]:
        with found():
            dispute = self.store.dispute(_dispute(form) or "")
            claim = dispute.claims[key_of(request)]
        return claim, dispute.sources[claim.source]


def last_of(entry: Entry, version: int, place: Place) -> Last:
    """An entry as what its maker can take back by one key."""
    item, made = entry.decision.item, said(entry.decision.change)
    return Last(entry.number, item.kind, item.key, version, made, place.question, place.dispute)


def _named(table: Mapping[str, Callable[[Form], Change]], request: Request) -> Callable[[Form], Change]:
    change = table.get(request.path_params["act"])
    if change is None:
        raise HTTPException(404, "There is nothing under this address, or no longer.")
    return change


def _dispute(form: Form) -> str | None:
    """The disagreement on whose page a form stood."""
    key = form.text("dispute")
    return None if key is None else known(key)


def _asked(form: Form) -> Asked:
    """The line of the queue that led to the page of a form."""
    try:
        return asked(form.text("asked") or "")
    except FieldError as error:
        raise HTTPException(400, str(error)) from None
