"""A small invented report: a bombing in three articles, on which accounts part three times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.core.article import Article, Piece
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim, Event, Place, Proposition, Quantity
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.report import Report
from claims.core.source import Source, SourceKind
from claims.core.spans import Span

FURNITURE = "Share this. "

TEXTS = {
    "one": "The ministry said three soldiers died at Sarn. Rebels said none of the soldiers died. "
    "The mayor heard two blasts.",
    "two": "The monitor counted five dead soldiers at Sarn. The ministry blamed the rebels for the bomb. "
    "A baker saw smoke.",
    "three": "Rebels denied that they laid the bomb. The ministry spoke of a Tuesday. "
    "Villagers spoke of a Monday.",
}

DAYS = {"one": date(2024, 5, 7), "two": date(2024, 5, 8), "three": date(2024, 5, 10)}

SOURCES = (
    Source("s1", "ministry", SourceKind.GOVERNMENT, "Ruvia", ("the ministry",)),
    Source("s2", "rebels", SourceKind.ARMED_GROUP, "Hill Front"),
    Source("s3", "monitor", SourceKind.MONITOR_OR_NGO),
    Source("s4", "villagers", SourceKind.WITNESS),
    Source("s5", "mayor", SourceKind.OFFICIAL, "Ruvia"),
)

# article, source, words of the source, words of the claim, statement, figure
_SAID = (
    ("one", "s1", "The ministry", "three soldiers died at Sarn", "Three soldiers died at Sarn.", 3),
    ("one", "s2", "Rebels", "none of the soldiers died", "None of the soldiers died.", 0),
    ("two", "s3", "The monitor", "five dead soldiers at Sarn", "Five soldiers died at Sarn.", 5),
    ("two", "s1", "The ministry", "the rebels for the bomb", "The rebels laid the bomb.", None),
    ("three", "s2", "Rebels", "they laid the bomb", "The rebels laid the bomb.", None),
    ("three", "s1", "The ministry", "a Tuesday", "The bomb went off on a Tuesday.", None),
    ("three", "s4", "Villagers", "a Monday", "The bomb went off on a Monday.", None),
    ("one", "s5", "The mayor", "two blasts", "There were two blasts.", None),
)

COUNT = ("How many soldiers died at Sarn?", Kind.COUNT, (("c1",), ("c2",), ("c3",)), 0.9)
BLAME = ("Who laid the bomb?", Kind.BLAME, (("c4",), ("c5",)), 0.8)
DAY = ("When did the bomb go off?", Kind.TIME, (("c6",), ("c7",)), 0.6)

EVENTS = (("c1", "c2", "c3", "c8"), ("c4", "c5", "c6", "c7"))

Question = tuple[str, Kind, tuple[tuple[str, ...], ...], float]


def report_of(
    questions: Sequence[Question] = (COUNT, BLAME, DAY),
    texts: Sequence[str] = ("one", "two", "three"),
    events: Sequence[tuple[str, ...]] = EVENTS,
    prefix: str = "",
) -> Report:
    """The report of a run that finds these questions in these articles.

    Parameters
    ----------
    prefix
        Begins every id: another run calls things differently.
    """
    claims = tuple(c for n in range(1, len(_SAID) + 1) if (c := _claim(n)).article in texts)
    known = {c.id for c in claims}
    happenings = tuple(_event(n, ids, known) for n, ids in enumerate(events, 1))
    event_of = {c: e.id for e in happenings for c in e.claims}
    claims = tuple(replace(c, event=event_of.get(c.id)) for c in claims)
    asked = [q for q in questions if all(set(side) <= known for side in q[2])]
    relations = tuple(
        Relation(f"r{n}", q[2][0][0], side[0], Label.CONTRADICTS, q[1], q[3], ("they part",))
        for n, (q, side) in enumerate(((q, side) for q in asked for side in q[2][1:]), 1)
    )
    report = Report(
        articles=tuple(article(name) for name in texts),
        sources=SOURCES,
        attributions=tuple(_attribution(c) for c in claims),
        claims=claims,
        events=happenings,
        relations=relations,
        disagreements=tuple(_disagreement(n, q, claims, relations) for n, q in enumerate(asked, 1)),
    )
    return _renamed(report, prefix) if prefix else report


def article(name: str, text: str | None = None) -> Article:
    """An article with some furniture before its text."""
    text = text or TEXTS[name]
    return Article(
        name,
        FURNITURE + text,
        text,
        (Piece(0, Span(len(FURNITURE), len(FURNITURE) + len(text))),),
        title=f"Title {name}",
        outlet="The Echo",
        published=DAYS.get(name),
    )


def _claim(number: int) -> Claim:
    name, source, _, words, statement, figure = _SAID[number - 1]
    start = TEXTS[name].index(words)
    quantities = () if figure is None else (Quantity("killed", "soldier", figure, figure, words),)
    return Claim(
        id=f"c{number}",
        article=name,
        attribution=f"t{number}",
        source=source,
        relays=(),
        text=words,
        spans=(Span(start, start + len(words)),),
        statement=statement,
        commitment=Commitment.DENIES if number == 5 else Commitment.ASSERTS,
        manner=Manner.INDIRECT,
        proposition=Proposition("die", places=(Place("Sarn", ("Idra",)),), words=frozenset({"die"})),
        quantities=quantities,
    )


def _attribution(claim: Claim) -> Attribution:
    speaker = _SAID[int(claim.id[1:]) - 1][2]
    start = TEXTS[claim.article].index(speaker)
    return Attribution(
        claim.attribution, claim.article, (Span(start, start + len(speaker)),), (), claim.spans
    )


def _event(number: int, ids: Sequence[str], known: set[str]) -> Event:
    return Event(f"e{number}", "bombing", "Sarn", "Tuesday", claims=tuple(c for c in ids if c in known))


def _disagreement(
    number: int, question: Question, claims: Sequence[Claim], relations: Sequence[Relation]
) -> Disagreement:
    words, kind, sides, score = question
    by_id = {c.id: c for c in claims}
    taken = tuple(
        Side(by_id[ids[0]].statement.rstrip("."), ids, tuple(dict.fromkeys(by_id[i].source for i in ids)))
        for ids in sides
    )
    inside = {i for ids in sides for i in ids}
    own = tuple(r.id for r in relations if r.a in inside and r.b in inside)
    return Disagreement(f"d{number}", words, taken, score, Label.CONTRADICTS, kind, own)


def _renamed(report: Report, prefix: str) -> Report:
    def own(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(prefix + i for i in ids)

    return Report(
        articles=tuple(replace(a, id=prefix + a.id) for a in report.articles),
        sources=tuple(replace(s, id=prefix + s.id) for s in report.sources),
        attributions=tuple(
            replace(a, id=prefix + a.id, article=prefix + a.article) for a in report.attributions
        ),
        claims=tuple(
            replace(
                c,
                id=prefix + c.id,
                article=prefix + c.article,
                attribution=prefix + c.attribution,
                source=prefix + c.source,
                event=prefix + c.event if c.event else None,
            )
            for c in report.claims
        ),
        events=tuple(replace(e, id=prefix + e.id, claims=own(e.claims)) for e in report.events),
        relations=tuple(
            replace(r, id=prefix + r.id, a=prefix + r.a, b=prefix + r.b) for r in report.relations
        ),
        disagreements=tuple(
            replace(
                d,
                id=prefix + d.id,
                relations=own(d.relations),
                sides=tuple(replace(s, claims=own(s.claims), sources=own(s.sources)) for s in d.sides),
            )
            for d in report.disagreements
        ),
    )
