"""The report for a terminal or a plain text file."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.core.report import Report
from claims.reporting import words
from claims.reporting.digest import (
    Account,
    Agreement,
    Change,
    Entry,
    Question,
    Section,
    Voice,
    digest,
    summary,
)
from claims.reporting.figures import conflicting
from claims.reporting.layout import Page
from claims.reporting.ranges import put_ranges, side_letter
from claims.reporting.sanitise import plain

LEAST_WIDTH = 20
ARTICLES_ON_TOP = 5
COLUMN = 48
GUTTER = 4
INDENT = 3

TITLE = "bold"
FAINT = "dim"
WORDS = "italic"
DOUBT = "yellow"
COLOURS = {
    Label.CONTRADICTS: "bold red",
    Label.DIFFERS: "bold yellow",
    Label.UPDATES: "bold cyan",
    Label.CORROBORATES: "bold green",
}


def render_text(report: Report, width: int = 80, colour: bool = False) -> str:
    """The report in the order in which it is read, for a fixed-width page.

    Parameters
    ----------
    width
        Columns of the page; nothing is cut off, what does not fit goes on in the next line.
    colour
        Whether to write escape sequences for colour. Whatever colour says, words say too.
    """
    return _TextReport(report, max(width, LEAST_WIDTH)).render(colour)


class _TextReport:
    def __init__(self, report: Report, width: int) -> None:
        self._report = report
        self._digest = digest(report)
        self._figures = {c.disagreement: c for c in conflicting(report)}
        self._page = Page(width)

    def render(self, colour: bool) -> str:
        self._header()
        if self._report.claims:
            self._disagreements()
            self._changes()
            self._agreements()
            self._claims()
        else:
            self._page.gap()
            self._page.put(Text(words.NO_CLAIM, TITLE))
        self._left_out()
        self._remaining_articles()
        self._footer()
        return self._page.render(colour)

    def _header(self) -> None:
        found, size = summary(self._report, self._digest)
        self._page.put(Text(found, TITLE))
        self._page.put(Text(size, FAINT))
        self._page.gap()
        articles = self._report.articles
        shown = articles if len(articles) <= ARTICLES_ON_TOP else articles[: ARTICLES_ON_TOP - 1]
        self._list_articles(shown)
        if len(shown) < len(articles):
            rest = words.counted(len(articles) - len(shown), "more article")
            self._page.put(Text(f"and {rest}, listed at the end", FAINT), INDENT)

    def _list_articles(self, articles: Iterable[Article]) -> None:
        for article in articles:
            line = Text(plain(words.title(article)))
            imprint = plain(words.imprint(article))
            if imprint:
                line.append(f" · {imprint}", FAINT)
            self._page.put(line, INDENT, Text(plain(article.id), TITLE))

    def _heading(self, title: str) -> None:
        self._page.gap()
        rule = "─" * (self._page.width - cell_len(title) - 1)
        self._page.put(Text.assemble((title, TITLE), " ", (rule, FAINT)))
        self._page.gap()

    def _disagreements(self) -> None:
        self._heading(words.DISAGREEMENTS)
        if not (self._digest.questions or self._digest.unanswered):
            self._page.put(Text(words.NO_DISAGREEMENT), INDENT)
        for number, question in enumerate(self._digest.questions, start=1):
            self._page.gap()
            self._question(number, question)
        if self._digest.unanswered:
            self._page.gap()
            self._page.put(Text(words.unanswered(len(self._digest.unanswered))), INDENT)

    def _question(self, number: int, question: Question) -> None:
        page = self._page
        page.put(Text(plain(question.text), TITLE), 0, Text(f"{number}.", TITLE))
        page.put(_verdict(question.label, question.kind, question.score), INDENT)
        page.gap()
        self._accounts(question.accounts)
        if question.id in self._figures:
            put_ranges(page, self._figures[question.id], INDENT)
            page.gap()
        self._why(question.reasons)

    def _accounts(self, accounts: tuple[Account, ...]) -> None:
        """The sides next to each other where there is room, else one under the other."""
        page = self._page
        room = page.width - INDENT - GUTTER * (len(accounts) - 1)
        if len(accounts) > 1 and room // len(accounts) >= COLUMN:
            columns = [Page(room // len(accounts)) for _ in accounts]
            for number, (column, account) in enumerate(zip(columns, accounts, strict=True)):
                self._account(column, number, account, 0)
            page.beside(columns, INDENT, GUTTER)
            page.gap()
        else:
            for number, account in enumerate(accounts):
                self._account(page, number, account, INDENT)
                page.gap()

    def _account(self, page: Page, number: int, account: Account, indent: int) -> None:
        position = words.opening(plain(account.position))
        page.put(Text(position, TITLE), indent, Text(f"{side_letter(number)} ", TITLE))
        for voice in account.voices:
            self._voice(page, voice, indent + INDENT)

    def _voice(self, page: Page, voice: Voice, indent: int) -> None:
        page.put(_speaker(voice), indent)
        for claim in voice.claims:
            page.put(self._quotation(claim), indent)

    def _quotation(self, claim: Claim) -> Text:
        line = Text()
        stance = words.commitment(claim)
        if stance:
            line.append(f"{stance}: ", TITLE)
        line.append(f"“{plain(claim.text)}”", WORDS)
        line.append(f" [{plain(words.where(claim, self._report))}]", FAINT)
        doubt = words.doubt(claim)
        if doubt:
            line.append(f" ({doubt})", DOUBT)
        return line

    def _why(self, reasons: tuple[str, ...]) -> None:
        for number, reason in enumerate(reasons):
            lead = Text("Why" if number == 0 else "   ", FAINT)
            self._page.put(Text(plain(reason)), INDENT, Text.assemble(lead, " •"))

    def _changes(self) -> None:
        if not self._digest.changes:
            return
        self._heading(words.CHANGES)
        for change in self._digest.changes:
            self._page.gap()
            self._change(change)

    def _change(self, change: Change) -> None:
        self._page.put(_verdict(Label.UPDATES, change.kind, change.score), INDENT)
        for number, step in enumerate(change.steps):
            lead = "First" if number == 0 else "Then "
            line = Text()
            if step.figure:
                line.append(f"{plain(step.figure)}", TITLE).append(" · ")
            line.append_text(_speaker(step.voice))
            if step.published:
                line.append(f" · {words.day(step.published)}", FAINT)
            self._page.put(line, INDENT, Text(lead, FAINT))
            for claim in step.voice.claims:
                self._page.put(self._quotation(claim), INDENT + len(lead) + 1)
        self._why(change.reasons)

    def _agreements(self) -> None:
        self._heading(words.AGREEMENTS)
        if not self._digest.agreements:
            self._page.put(Text(words.NO_CORROBORATION), INDENT)
        for agreement in self._digest.agreements:
            self._page.gap()
            self._agreement(agreement)

    def _agreement(self, agreement: Agreement) -> None:
        page = self._page
        page.put(Text(plain(agreement.statement), TITLE), 0, Text("= ", TITLE))
        page.put(_verdict(Label.CORROBORATES, agreement.kind, agreement.score), INDENT)
        for voice in agreement.voices:
            self._voice(page, voice, INDENT)
        self._why(agreement.reasons)
        if agreement.caveat:
            page.put(Text(plain(agreement.caveat)), INDENT, Text("Note:", DOUBT))

    def _claims(self) -> None:
        self._heading(words.CLAIMS)
        for section in self._digest.sections:
            self._page.gap()
            self._section(section)

    def _section(self, section: Section) -> None:
        line = Text.assemble((words.opening(plain(section.name)), TITLE))
        if section.about:
            line.append(f" ({plain(section.about)})")
        if section.aliases:
            line.append(f" · also {plain('; '.join(section.aliases))}", FAINT)
        self._page.put(line)
        for entry in section.entries:
            self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        claim = entry.claim
        line = Text()
        stance = words.commitment(claim)
        if stance:
            line.append(f"{stance}: ", TITLE)
        line.append(plain(claim.statement))
        if words.same_words(claim):
            line.append(" ").append_text(self._provenance(claim))
        self._page.put(line, 1, Text("•"))
        if not words.same_words(claim):
            self._page.put(self._in_their_words(claim), INDENT)
        for again in entry.again:
            self._page.put(Text("again: ") + self._in_their_words(again), INDENT)

    def _in_their_words(self, claim: Claim) -> Text:
        return Text.assemble((f"“{plain(claim.text)}”", WORDS), " ", self._provenance(claim))

    def _provenance(self, claim: Claim) -> Text:
        line = Text(f"[{plain(words.where(claim, self._report))}]", FAINT)
        relays = words.via([self._report.source(r).name for r in claim.relays])
        for part in (words.manner(claim), plain(relays)):
            if part:
                line.append(f" · {part}", FAINT)
        doubt = words.doubt(claim)
        if doubt:
            line.append(f" · {doubt}", DOUBT)
        return line

    def _left_out(self) -> None:
        if not self._report.skipped:
            return
        self._heading(words.left_out(self._report))
        for skipped in self._report.skipped:
            self._page.put(Text(f"{plain(skipped.where)}: {plain(skipped.why)}"), 1, Text("•"))

    def _remaining_articles(self) -> None:
        if len(self._report.articles) > ARTICLES_ON_TOP:
            self._heading(words.ARTICLES)
            self._list_articles(self._report.articles)

    def _footer(self) -> None:
        if not self._report.claims:
            return
        self._page.gap()
        self._page.put(Text("─" * self._page.width, FAINT))
        for note in words.notes(self._report):
            self._page.put(Text(plain(note), FAINT))


def _verdict(label: Label, kind: Kind | None, score: float) -> Text:
    """What is said of the accounts, about what, and how sure that is."""
    about = f" on {words.subject(kind)}" if words.subject(kind) else ""
    return Text.assemble((label.value.upper(), COLOURS[label]), f"{about} · {words.likelihood(score)}")


def _speaker(voice: Voice) -> Text:
    line = Text.assemble((words.opening(plain(voice.name)), TITLE))
    if voice.about:
        line.append(f" ({plain(voice.about)})")
    if voice.relays:
        line.append(f", {plain(words.via(voice.relays))}")
    return line
