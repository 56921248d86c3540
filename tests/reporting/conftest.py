"""An invented run over five articles: every part of a report occurs in it at least once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from claims.core.article import Article, Piece
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim, Event, Moment, Participant, Place, Proposition, Quantity
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.report import Report, Skipped
from claims.core.source import Source, SourceKind
from claims.core.spans import Span

HOSTILE = "\x1b[2J\x1b[31m[bold]Calm[/bold]\u202e <script>alert(1)</script> **held** `here`\x07"

TEXTS = {
    "a1": (
        "The Ruvian defence ministry said three soldiers were injured when a car bomb hit a patrol near "
        "Sarn on Tuesday, and that an armoured vehicle was damaged. Talvan officials told Newswire that none "
        "of its soldiers were hurt, despite Ruvian claims of Talvan casualties. They said a vehicle was "
        "damaged. Hill fighters are said to be present in the area. More than a million people have "
        "fled the province."
    ),
    "a2": (
        "At least 12 people were killed at the Sarn market, the civil defence said. A hospital director "
        'said: "We counted 12 dead this morning." The governor blamed the Hill Front for the blast.'
    ),
    "a3": (
        "The civil defence raised the toll at the Sarn market to 17 people killed. The Hill Front denied "
        "that it attacked the market. Dozens were wounded, according to shopkeepers."
    ),
    "a4": f"A resident said {HOSTILE}. The mayor declined to confirm the toll.",
}


def article(id: str, cut: int = 0, **about: object) -> Article:
    """An article whose raw text has ``cut`` characters of page furniture in front."""
    text = TEXTS[id]
    pieces = (Piece(0, Span(cut, cut + len(text))),)
    return Article(id=id, raw="x" * cut + text, text=text, pieces=pieces, **about)  # type: ignore[arg-type]


def claim(
    id: str,
    source: str,
    text: str,
    statement: str,
    predicate: str = "injure",
    relays: tuple[str, ...] = (),
    manner: Manner = Manner.INDIRECT,
    commitment: Commitment = Commitment.ASSERTS,
    quantities: tuple[Quantity, ...] = (),
    probability: float = 0.93,
    proposition: Proposition | None = None,
) -> Claim:
    """A claim of the article that its id begins with ("a1.c2")."""
    where = id.split(".", 1)[0]
    start = TEXTS[where].index(text)
    return Claim(
        id=id,
        article=where,
        attribution=f"{id}.by",
        source=source,
        relays=relays,
        text=text,
        spans=(Span(start, start + len(text)),),
        statement=statement,
        commitment=commitment,
        manner=manner,
        proposition=proposition or Proposition(predicate),
        quantities=quantities,
        event="e1" if where == "a1" else None,
        probability=probability,
    )


def attribution(made: Claim, speaker: str | None) -> Attribution:
    """The act of saying behind a claim."""
    text = TEXTS[made.article]
    source = (Span(text.index(speaker), text.index(speaker) + len(speaker)),) if speaker else ()
    return Attribution(
        id=made.attribution,
        article=made.article,
        source=source,
        cue=(),
        content=made.spans,
        manner=made.manner,
        commitment=made.commitment,
        probability=made.probability,
    )


SOURCES = (
    Source("s1", "Ruvian defence ministry", SourceKind.MILITARY, "Ruvia", ("the ministry", "Ruvian")),
    Source("s2", "Talvan officials", SourceKind.OFFICIAL, "Talva"),
    Source("s3", "Newswire", SourceKind.MEDIA),
    Source("s4", "civil defence", SourceKind.MEDIC_OR_RESCUE),
    Source("s5", "hospital director", SourceKind.MEDIC_OR_RESCUE),
    Source("s6", "the governor", SourceKind.GOVERNMENT, "Talva"),
    Source("s7", "Hill Front", SourceKind.ARMED_GROUP, "Hill Front"),
    Source("s8", "shopkeepers", SourceKind.WITNESS),
    Source("s9", "a resident", SourceKind.OTHER),
    Source("s10", "The mayor", SourceKind.OFFICIAL),
    Source("n1", "", SourceKind.NARRATOR),
    Source("u1", "", SourceKind.ANONYMOUS),
)


def claims() -> dict[str, tuple[Claim, str | None]]:
    """Claims by id, each with the words that name its speaker."""
    killed = Quantity("killed", "person", 12, None, "At least 12 people")
    made = [
        (
            claim(
                "a1.c1",
                "s1",
                "three soldiers were injured",
                "Three soldiers were injured.",
                quantities=(Quantity("injured", "soldier", 3, 3, "three soldiers"),),
                proposition=Proposition(
                    "injure",
                    frame="injure",
                    patient=Participant("three soldiers", "soldier"),
                    instrument="car bomb",
                    happening="car bombing",
                    places=(Place("Sarn", ("Talva",)),),
                    when=Moment("on Tuesday", datetime(2024, 5, 7), datetime(2024, 5, 8)),
                ),
            ),
            "The Ruvian defence ministry",
        ),
        (
            claim(
                "a1.c2",
                "s1",
                "an armoured vehicle was damaged",
                "An armoured vehicle of a patrol near Sarn was damaged.",
                "damage",
            ),
            "The Ruvian defence ministry",
        ),
        (
            claim(
                "a1.c3",
                "s2",
                "none of its soldiers were hurt",
                "None of Talva's soldiers were hurt.",
                relays=("s3",),
                quantities=(Quantity("injured", "soldier", 0, 0, "none of its soldiers", party="Talva"),),
            ),
            "Talvan officials",
        ),
        (
            claim(
                "a1.c4",
                "s1",
                "Talvan casualties",
                "There were Talvan casualties.",
                "casualty",
                manner=Manner.NOMINAL,
                quantities=(Quantity("casualties", None, 1, float("inf"), "casualties", party="Talva"),),
            ),
            "Ruvian",
        ),
        (
            claim("a1.c5", "s2", "a vehicle was damaged", "A vehicle was damaged.", "damage", relays=("s3",)),
            "They",
        ),
        (
            claim(
                "a1.c6",
                "u1",
                "Hill fighters are said to be present",
                "Hill fighters are present in the area.",
                "present",
                manner=Manner.PASSIVE,
            ),
            None,
        ),
        (
            claim(
                "a1.c7",
                "n1",
                "More than a million people have fled the province",
                "More than a million people have fled the province.",
                "flee",
                manner=Manner.NARRATOR,
            ),
            None,
        ),
        (
            claim(
                "a2.c1",
                "s4",
                "At least 12 people were killed at the Sarn market",
                "At least 12 people were killed at the Sarn market.",
                "kill",
                quantities=(killed,),
            ),
            "the civil defence",
        ),
        (
            claim(
                "a2.c2",
                "s5",
                "We counted 12 dead this morning.",
                "12 people were dead on Tuesday morning.",
                "kill",
                manner=Manner.DIRECT,
                quantities=(Quantity("killed", "person", 12, 12, "12 dead"),),
            ),
            "A hospital director",
        ),
        (
            claim(
                "a2.c3",
                "s6",
                "the Hill Front for the blast",
                "The Hill Front was behind the blast.",
                "blame",
            ),
            "The governor",
        ),
        (
            claim(
                "a3.c1",
                "s4",
                "17 people killed",
                "17 people were killed at the Sarn market.",
                "kill",
                quantities=(Quantity("killed", "person", 17, 17, "17 people"),),
            ),
            "The civil defence",
        ),
        (
            claim(
                "a3.c2",
                "s7",
                "it attacked the market",
                "The Hill Front attacked the market.",
                "attack",
                commitment=Commitment.DENIES,
            ),
            "The Hill Front",
        ),
        (
            claim(
                "a3.c3",
                "s8",
                "Dozens were wounded",
                "Dozens were wounded.",
                probability=0.42,
                quantities=(Quantity("injured", "person", 24, None, "Dozens", exact=False, vague=True),),
            ),
            "shopkeepers",
        ),
        (claim("a4.c1", "s9", HOSTILE, HOSTILE, "hold"), "A resident"),
        (
            claim(
                "a4.c2",
                "s10",
                "the toll",
                "The toll is right.",
                "be",
                commitment=Commitment.DECLINES,
            ),
            "The mayor",
        ),
    ]
    return {c.id: (c, speaker) for c, speaker in made}


RELATIONS = (
    Relation(
        "r1",
        "a1.c3",
        "a1.c4",
        Label.CONTRADICTS,
        Kind.COUNT,
        0.91,
        ("One says that none of Talva's soldiers were hurt, the other that there were Talvan casualties.",),
    ),
    Relation(
        "r2",
        "a1.c3",
        "a1.c1",
        Label.DIFFERS,
        Kind.COUNT,
        0.74,
        ("Three were injured or none, but the ministry does not say whose soldiers the three were.",),
    ),
    Relation(
        "r3",
        "a1.c2",
        "a1.c5",
        Label.CORROBORATES,
        Kind.OUTCOME,
        0.88,
        ("Both say that a vehicle was damaged.",),
    ),
    Relation(
        "r4",
        "a2.c1",
        "a2.c2",
        Label.CORROBORATES,
        Kind.COUNT,
        0.72,
        ("12 lies within at least 12.",),
    ),
    Relation(
        "r5",
        "a2.c1",
        "a3.c1",
        Label.UPDATES,
        Kind.COUNT,
        0.81,
        ("The same source gives a higher figure a day later.",),
    ),
    Relation(
        "r6",
        "a2.c3",
        "a3.c2",
        Label.CONTRADICTS,
        Kind.BLAME,
        0.86,
        ("The governor blames the Hill Front, which denies it.",),
    ),
)

DISAGREEMENTS = (
    Disagreement(
        "d1",
        "Who was behind the blast at the Sarn market?",
        (Side("the Hill Front", ("a2.c3",), ("s6",)), Side("not the Hill Front", ("a3.c2",), ("s7",))),
        0.86,
        Label.CONTRADICTS,
        Kind.BLAME,
        ("r6",),
    ),
    Disagreement(
        "d2",
        "How many Talvan soldiers were hurt near Sarn?",
        (
            Side("none", ("a1.c3",), ("s2",)),
            Side("some", ("a1.c4",), ("s1",)),
        ),
        0.91,
        Label.CONTRADICTS,
        Kind.COUNT,
        ("r1",),
    ),
    Disagreement(
        "d3",
        "How many soldiers were injured near Sarn?",
        (
            Side("none of Talva's", ("a1.c3",), ("s2",)),
            Side("three, it is not said whose", ("a1.c1",), ("s1",)),
        ),
        0.74,
        Label.DIFFERS,
        Kind.COUNT,
        ("r2",),
    ),
)


@pytest.fixture(scope="session")
def report() -> Report:
    """The whole run."""
    made = claims()
    return Report(
        articles=(
            article(
                "a1",
                cut=40,
                title="Car bomb hits patrol near Sarn",
                outlet="The Northern Echo",
                published=date(2024, 5, 8),
            ),
            article(
                "a2", title="Blast tears through market", outlet="Sarn Daily", published=date(2024, 5, 7)
            ),
            article("a3", outlet="Valley Post", published=date(2024, 5, 8), path="in/a3.txt"),
            article("a4", title=f"{HOSTILE}", outlet="[red]Bad[/red]\x1b]0;pwned\x07", path="in/a4.html"),
        ),
        sources=SOURCES,
        attributions=tuple(attribution(c, speaker) for c, speaker in made.values()),
        claims=tuple(c for c, _ in made.values()),
        events=(Event("e1", "car bombing", "Sarn", "7 May 2024", None, "a patrol", ("a1.c1", "a1.c3")),),
        relations=RELATIONS,
        disagreements=DISAGREEMENTS,
        skipped=(
            Skipped("in/rows.jsonl:7", "the line is not JSON"),
            Skipped("in/e.txt", "the file is empty"),
        ),
    )


@pytest.fixture(scope="session")
def silent() -> Report:
    """One article without a single claim."""
    return Report((article("a1"),), (), (), (), (), (), ())


@pytest.fixture(scope="session")
def peaceful(report: Report) -> Report:
    """Claims, but no two of them related."""
    return Report(report.articles, report.sources, report.attributions, report.claims, (), (), ())


@pytest.fixture
def hostile() -> str:
    """A text that attacks terminal, rich, Markdown and HTML at once."""
    return HOSTILE


@pytest.fixture(scope="session")
def relate(report: Report) -> Callable[..., Report]:
    """Build the same run with other relations and disagreements."""

    def build(relations: tuple[Relation, ...], disagreements: tuple[Disagreement, ...] = ()) -> Report:
        return Report(
            report.articles,
            report.sources,
            report.attributions,
            report.claims,
            report.events,
            relations,
            disagreements,
        )

    return build
