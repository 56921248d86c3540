"""The report as Markdown (CommonMark), to paste into notes, tickets and wikis."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.core.report import Report
from claims.reporting import words
from claims.reporting.digest import (
    Agreement,
    Change,
    Digest,
    Entry,
    Section,
    Voice,
    digest,
    summary,
)
from claims.reporting.sanitise import plain

_SPECIALS = re.compile(r"[\\`*_\[\]|~$#]")
_BLOCK_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")
_LINK = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)


def render_markdown(report: Report) -> str:
    """The report as Markdown, in the same order as the text report.

    All words of articles are escaped: nothing in them is taken for Markdown or HTML.
    """
    lines = list(_lines(report, digest(report)))
    tidy = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(tidy).strip("\n") + "\n"


def escape(text: str) -> str:
    r"""One line of Markdown that shows ``text`` itself.

    Examples
    --------
    >>> escape("*Two* <b>dead</b> & more, see http://example.org")
    '\\*Two\\* &lt;b&gt;dead&lt;/b&gt; &amp; more, see http\\://example.org'
    >>> escape("1. May")
    '1\\. May'
    """
    line = _SPECIALS.sub(r"\\\g<0>", plain(text))
    line = html.escape(line, quote=False)
    line = _LINK.sub(r"\\\g<0>", line)
    return _BLOCK_START.sub(lambda m: rf"\{m[1]}" if m[1] else rf"{m[2]}\{m[3]}", line)


def _lines(report: Report, found: Digest) -> Iterator[str]:
    yield from _header(report, found)
    if report.claims:
        yield from _disagreements(found, report)
        yield from _changes(found.changes, report)
        yield from _agreements(found.agreements, report)
        yield from _claims(found.sections, report)
    else:
        yield from ("", words.NO_CLAIM)
    yield from _left_out(report)
    if report.claims:
        yield from ("", "---", "")
        yield from (f"{escape(note)}  " for note in words.notes(report))


def _header(report: Report, found: Digest) -> Iterator[str]:
    result, size = summary(report, found)
    yield f"# {result}"
    yield ""
    yield size
    yield ""
    yield from (_article(a) for a in report.articles)


def _article(article: Article) -> str:
    imprint = words.imprint(article)
    about = f" · {escape(imprint)}" if imprint else ""
    return f"- **{escape(article.id)}** {escape(words.title(article))}{about}"


def _heading(title: str) -> Iterator[str]:
    yield from ("", f"## {escape(title)}", "")


def _disagreements(found: Digest, report: Report) -> Iterator[str]:
    yield from _heading(words.DISAGREEMENTS)
    for number, question in enumerate(found.questions, start=1):
        yield f"### {number}. {escape(question.text)}"
        yield ""
        yield _verdict(question.label, question.kind, question.score)
        yield ""
        for account in question.accounts:
            yield f"- **{escape(words.opening(plain(account.position)))}**"
            for voice in account.voices:
                yield from _voice(voice, report, "  ")
        yield from _why(question.reasons)
    if found.unanswered:
        yield escape(words.unanswered(len(found.unanswered)))
    elif not found.questions:
        yield words.NO_DISAGREEMENT


def _changes(changes: Iterable[Change], report: Report) -> Iterator[str]:
    for number, change in enumerate(changes):
        if number == 0:
            yield from _heading(words.CHANGES)
        yield _verdict(Label.UPDATES, change.kind, change.score)
        yield ""
        for place, step in enumerate(change.steps, start=1):
            figure = f"**{escape(step.figure)}** · " if step.figure else ""
            when = f" · {words.day(step.published)}" if step.published else ""
            yield f"{place}. {figure}{_speaker(step.voice)}{when}"
            yield from (f"   - {_quotation(c, report)}" for c in step.voice.claims)
        yield from _why(change.reasons)


def _agreements(agreements: Iterable[Agreement], report: Report) -> Iterator[str]:
    yield from _heading(words.AGREEMENTS)
    agreement = None
    for agreement in agreements:
        yield f"### {escape(agreement.statement)}"
        yield ""
        yield _verdict(Label.CORROBORATES, agreement.kind, agreement.score)
        yield ""
        for voice in agreement.voices:
            yield from _voice(voice, report, "")
        yield from _why(agreement.reasons)
        if agreement.caveat:
            yield from (f"Note: {escape(agreement.caveat)}", "")
    if agreement is None:
        yield words.NO_CORROBORATION


def _claims(sections: Iterable[Section], report: Report) -> Iterator[str]:
    yield from _heading(words.CLAIMS)
    for section in sections:
        yield f"### {escape(words.opening(plain(section.name)))}"
        yield ""
        aliases = f"also {'; '.join(section.aliases)}" if section.aliases else ""
        about = " · ".join(part for part in (section.about, aliases) if part)
        if about:
            yield from (escape(about), "")
        for entry in section.entries:
            yield from _entry(entry, report)
        yield ""


def _entry(entry: Entry, report: Report) -> Iterator[str]:
    claim = entry.claim
    where = _provenance(claim, report)
    if words.same_words(claim):
        yield f"- {_stance(claim)}{escape(claim.statement)} {where}"
    else:
        yield f"- {_stance(claim)}{escape(claim.statement)}"
        yield f"  - {_in_their_words(claim)} {where}"
    for again in entry.again:
        yield f"  - again: {_in_their_words(again)} {_provenance(again, report)}"


def _left_out(report: Report) -> Iterator[str]:
    if report.skipped:
        yield from _heading(words.left_out(report))
        yield from (f"- {escape(s.where)}: {escape(s.why)}" for s in report.skipped)


def _why(reasons: Iterable[str]) -> Iterator[str]:
    yield from ("", "Why:", "")
    yield from (f"- {escape(reason)}" for reason in reasons)
    yield ""


def _verdict(label: Label, kind: Kind | None, score: float) -> str:
    about = f" on {words.subject(kind)}" if words.subject(kind) else ""
    return f"**{label.value.upper()}**{about} · {words.likelihood(score)}"


def _voice(voice: Voice, report: Report, indent: str) -> Iterator[str]:
    yield f"{indent}- {_speaker(voice)}"
    yield from (f"{indent}  - {_quotation(claim, report)}" for claim in voice.claims)


def _speaker(voice: Voice) -> str:
    about = f" ({escape(voice.about)})" if voice.about else ""
    relays = f", {escape(words.via(voice.relays))}" if voice.relays else ""
    return f"**{escape(words.opening(plain(voice.name)))}**{about}{relays}"


def _quotation(claim: Claim, report: Report) -> str:
    doubt = words.doubt(claim)
    warning = f" ({doubt})" if doubt else ""
    where = escape(words.where(claim, report))
    return f"{_stance(claim)}{_in_their_words(claim)} ({where}){warning}"


def _in_their_words(claim: Claim) -> str:
    return f"“{escape(claim.text)}”"


def _stance(claim: Claim) -> str:
    stance = words.commitment(claim)
    return f"**{stance}:** " if stance else ""


def _provenance(claim: Claim, report: Report) -> str:
    relays = words.via([report.source(r).name for r in claim.relays])
    parts = (words.where(claim, report), words.manner(claim), relays, words.doubt(claim))
    return f"({' · '.join(escape(part) for part in parts if part)})"
