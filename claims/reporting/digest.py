"""A report put in the order in which people read it; the renderers only lay it out.

Disagreements come first, contradictions before differing accounts, then figures that moved, then
what is corroborated, then every claim by its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter

from claims.core.claim import Claim
from claims.core.relation import Disagreement, Kind, Label, Relation
from claims.core.report import Report
from claims.core.source import Source, SourceKind
from claims.reporting import words


@dataclass(frozen=True)
class Voice:
    """A source with the channels it came through, and what it said on one matter."""

    name: str
    about: str
    relays: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Account:
    """One side of a question."""

    position: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Question:
    """A disagreement with its sides and the reasons for calling it one."""

    id: str
    text: str
    label: Label
    kind: Kind
    score: float
    accounts: tuple[Account, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One figure of a chain: the words for it, who gave it, and when that was published."""

    figure: str | None
    voice: Voice
    published: date | None


@dataclass(frozen=True)
class Change:
    """Figures that grew out of each other, the earliest first."""

    steps: tuple[Step, ...]
    kind: Kind | None
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """One thing that several sources say."""

    statement: str
    voices: tuple[Voice, ...]
    kind: Kind | None
    score: float
    reasons: tuple[str, ...]
    caveat: str | None


@dataclass(frozen=True)
class Entry:
    """A claim and where the same source makes it again."""

    claim: Claim
    again: tuple[Claim, ...]


@dataclass(frozen=True)
class Section:
    """Everything that one source says."""

    name: str
    about: str
    aliases: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Digest:
    """A report in reading order; ``unanswered`` are the pairs that part on none of the questions."""

    contradictions: tuple[Question, ...]
    differences: tuple[Question, ...]
    unanswered: tuple[Relation, ...]
    changes: tuple[Change, ...]
    agreements: tuple[Agreement, ...]
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All disagreements, contradictions first."""
        return self.contradictions + self.differences


def digest(report: Report) -> Digest:
    """Put ``report`` in reading order; what is surest comes first within each part."""
    found = sorted(report.disagreements, key=lambda d: -d.score)
    return Digest(
        contradictions=tuple(_question(d, report) for d in found if d.label is Label.CONTRADICTS),
        differences=tuple(_question(d, report) for d in found if d.label is Label.DIFFERS),
        unanswered=tuple(_unanswered(report)),
        changes=tuple(_changes(report)),
        agreements=tuple(_agreements(report)),
        sections=tuple(_sections(report)),
    )


def summary(report: Report, found: Digest) -> tuple[str, str]:
    """What was found and in how much, in one line each."""
    parts = [
        words.counted(len(questions), noun)
        for questions, noun in (
            (found.contradictions, "contradiction"),
            (found.differences, "differing account"),
        )
        if questions
    ]
    named = sum(s.name not in (words.NO_SOURCE, words.OWN_VOICE) for s in found.sections)
    size = ((report.articles, "article"), (report.claims, "claim"))
    numbers = [words.counted(len(things), noun) for things, noun in size]
    numbers.append(words.counted(named, "named source"))
    if report.skipped:
        numbers.append(words.left_out(report))
    nothing = "Some claims part" if found.unanswered else "No disagreement found"
    return " and ".join(parts) or nothing, " · ".join(numbers)


def _unanswered(report: Report) -> Iterator[Relation]:
    asked = {id for disagreement in report.disagreements for id in disagreement.relations}
    parting = (r for r in report.relations if r.label in (Label.CONTRADICTS, Label.DIFFERS))
    yield from (r for r in parting if r.id not in asked)


def _question(found: Disagreement, report: Report) -> Question:
    wanted = set(found.relations)
    return Question(
        id=found.id,
        text=found.question,
        label=found.label,
        kind=found.kind,
        score=found.score,
        accounts=tuple(
            Account(side.position, _voices((report.claim(c) for c in side.claims), report))
            for side in found.sides
        ),
        reasons=_reasons((r for r in report.relations if r.id in wanted), found.label),
    )


def _changes(report: Report) -> Iterator[Change]:
    for group, relations in _groups(report, Label.UPDATES):
        yield Change(
            steps=tuple(_step(claim, report) for claim in _in_time(group, relations)),
            kind=relations[0].kind,
            score=min(r.score for r in relations),
            reasons=_reasons(relations, Label.UPDATES),
        )


def _step(claim: Claim, report: Report) -> Step:
    figure = next((q.text for q in claim.quantities if not q.subset), None)
    return Step(figure, _voice([claim], report), report.article(claim.article).published)


def _agreements(report: Report) -> Iterator[Agreement]:
    for group, relations in _groups(report, Label.CORROBORATES):
        best = max(group, key=lambda c: c.probability)
        yield Agreement(
            statement=best.statement,
            voices=_voices(group, report),
            kind=relations[0].kind,
            score=min(r.score for r in relations),
            reasons=_reasons(relations, Label.CORROBORATES),
            caveat=_caveat(group, report),
        )


def _caveat(group: Sequence[Claim], report: Report) -> str | None:
    """A warning where one channel passed on several of the accounts."""
    shared = []
    for relay in dict.fromkeys(r for claim in group for r in claim.relays):
        through = {c.source for c in group if relay in c.relays or c.source == relay}
        if len(through) > 1:
            shared.append((report.source(relay).name, len(through)))
    if not shared:
        return None
    everybody = len({c.source for c in group})
    parts = (f"{'all' if n == everybody else n} of them through {name}" for name, n in shared)
    return "; ".join(parts) + ": one channel, so perhaps not independent"


def _sections(report: Report) -> Iterator[Section]:
    """Named sources in the order of the report, then the nameless, then the articles themselves."""
    named, nameless, narrators = [], [], []
    for source in report.sources:
        if source.kind is SourceKind.NARRATOR:
            narrators.append(source)
        elif words.is_nameless(source, report):
            nameless.append(source)
        else:
            named.append(source)
    for source in named:
        yield from _section(source.name or source.id, [source], report)
    yield from _section(words.NO_SOURCE, nameless, report)
    yield from _section(words.OWN_VOICE, narrators, report)


def _section(name: str, sources: Sequence[Source], report: Report) -> Iterator[Section]:
    ids = {s.id for s in sources}
    entries = tuple(_entries([c for c in report.claims if c.source in ids], report))
    if not entries:
        return
    one = sources[0]
    if name in (words.NO_SOURCE, words.OWN_VOICE):
        yield Section(name, "", (), entries)
    else:
        aliases = tuple(a for a in one.aliases if a and a != one.name)
        yield Section(name, words.kind_and_party(one), aliases, entries)


def _entries(claims: Sequence[Claim], report: Report) -> Iterator[Entry]:
    """Claims in order; one that repeats another of the same source stands under it."""
    ids = {c.id for c in claims}
    repeats = [r for r in report.relations if r.label is Label.REPEATS and {r.a, r.b} <= ids]
    group_of = {m: g for g in _components((r.a, r.b) for r in repeats) for m in g}
    shown: set[str] = set()
    for claim in claims:
        if claim.id not in shown:
            group = group_of.get(claim.id, frozenset((claim.id,)))
            shown |= group
            yield Entry(claim, tuple(c for c in claims if c.id in group and c.id != claim.id))


def _voices(claims: Iterable[Claim], report: Report) -> tuple[Voice, ...]:
    """Claims under who said them through whom; the articles' own voices stay apart."""
    by_voice: dict[tuple[str, tuple[str, ...], str], list[Claim]] = {}
    for claim in claims:
        source = report.source(claim.source)
        own = source.kind in (SourceKind.NARRATOR, SourceKind.ANONYMOUS)
        key = (claim.source, claim.relays, claim.article if own else "")
        by_voice.setdefault(key, []).append(claim)
    return tuple(_voice(group, report) for group in by_voice.values())


def _voice(claims: Sequence[Claim], report: Report) -> Voice:
    first = claims[0]
    source, article = report.source(first.source), report.article(first.article)
    nameless = words.is_nameless(source, report)
    return Voice(
        name=words.name(source, article, report),
        about="" if nameless else words.kind_and_party(source),
        relays=tuple(report.source(r).name for r in first.relays),
        claims=tuple(claims),
    )


def _reasons(relations: Iterable[Relation], usual: Label) -> tuple[str, ...]:
    """Each reason once, the surest first; one for another label than the usual says which."""
    found: dict[str, None] = {}
    for relation in sorted(relations, key=lambda r: (r.label is not usual, -r.score)):
        other = "" if relation.label is usual else f"{relation.label.value}: "
        found.update(dict.fromkeys(other + reason for reason in relation.reasons))
    return tuple(found)


def _groups(report: Report, label: Label) -> Iterator[tuple[list[Claim], list[Relation]]]:
    """Claims joined by relations of ``label``, directly or through others, in report order."""
    relations = [r for r in report.relations if r.label is label]
    for ids in _components((r.a, r.b) for r in relations):
        yield [c for c in report.claims if c.id in ids], [r for r in relations if r.a in ids]


def _components(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """Connected components, in the order in which their first members come."""
    neighbours: dict[str, list[str]] = {}
    for a, b in pairs:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    components: list[frozenset[str]] = []
    seen: set[str] = set()
    for start in neighbours:
        if start in seen:
            continue
        found, stack = {start}, [start]
        while stack:
            new = set(neighbours[stack.pop()]) - found
            found |= new
            stack.extend(new)
        seen |= found
        components.append(frozenset(found))
    return components


def _in_time(claims: Sequence[Claim], relations: Iterable[Relation]) -> list[Claim]:
    """The earlier before the later; as they came if the relations run in a circle."""
    earlier: dict[str, set[str]] = {c.id: set() for c in claims}
    for relation in relations:
        earlier[relation.b].add(relation.a)
    try:
        order = list(TopologicalSorter(earlier).static_order())
    except CycleError:
        return list(claims)
    return sorted(claims, key=lambda c: order.index(c.id))
