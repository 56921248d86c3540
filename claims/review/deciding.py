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
        dispute = _dispute(form)
        try:
            change = changes.add(form, article, self.store.sources())
            # The store makes the key of the new claim.
            item = Item(ItemKind.CLAIM, "")
            entry = self._record(request, form, item, change)
        except (FieldError, DecisionError) as error:
            kept = Kept(request.url.path, form)
            return self.reading.article_shown(request, article.id, dispute, 422, refused(error), kept)
        self._remember(request, entry, dispute)
        return RedirectResponse(links.article(article.id, entry.decision.item.key, dispute), 303)

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
        wanted = None
        try:
            change = change_of()
            wanted = said(change)
            entry = self._record(request, form, item, change)
        except StaleError:
            notice = stale(wanted or "", changes_since(self.store, item, form.number("version")))
            return self._again(request, form, item, notice, 409)
        except (FieldError, DecisionError) as error:
            return self._again(request, form, item, refused(error), 422)
        return self._on(request, form, entry)

    def _record(self, request: Request, form: Form, item: Item, change: Change) -> Entry:
        who = visitor(request).name or ""
        evidence = changes.evidence(form)
        version = form.number("version")
        with found():
            return self.store.record(Decision(item, change, who, version, form.text("why"), evidence))

    def _on(self, request: Request, form: Form, entry: Entry) -> Response:
        """Lead to what comes next: after a verdict the next disagreement, else the same page."""
        item, change = entry.decision.item, entry.decision.change
        dispute = item.key if item.kind is ItemKind.DISAGREEMENT else _dispute(form)
        on = _asked(form)
        if isinstance(change, Undo):
            forget_last(request)
            return RedirectResponse(links.dispute(dispute, on) if dispute else "/history", 303)
        self._remember(request, entry, dispute)
        if isinstance(change, Judge):
            return RedirectResponse(following(self.store, on, item.key) or links.queue(on.at(0)), 303)
        return RedirectResponse(links.dispute(dispute, on) if dispute else "/", 303)

    def _again(self, request: Request, form: Form, item: Item, notice: Notice, status: int) -> Response:
        """The page that the form stood on, as things are now."""
        dispute = item.key if item.kind is ItemKind.DISAGREEMENT else _dispute(form)
        if dispute is None:
            raise HTTPException(status, notice.text)
        kept = Kept(request.url.path, form)
        return self.reading.shown(request, dispute, _asked(form), status, notice=notice, kept=kept)

    def _remember(self, request: Request, entry: Entry, dispute: str | None) -> None:
        item = entry.decision.item
        version = self.store.standing(item).version
        question = self.store.dispute(dispute).disagreement.question if dispute else ""
        made = said(entry.decision.change)
        remember(request, Last(entry.number, item.kind, item.key, version, made, question, dispute))

    def _claim(self, request: Request, form: Form) -> tuple[Claim, Source]:
        with found():
            dispute = self.store.dispute(_dispute(form) or "")
            claim = dispute.claims[key_of(request)]
        return claim, dispute.sources[claim.source]


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
