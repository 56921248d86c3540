"""Measures the comparison of claims on labelled conflicts, with claims given or extracted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from claims.core.article import Article
from claims.core.attribution import Attribution, Commitment
from claims.core.claim import Claim
from claims.core.relation import Label, Relation
from claims.core.spans import characters
from claims.training.conflict_data import NOTHING, Conflicts, GoldClaim, GoldPair

ORDER = (Label.CONTRADICTS, Label.DIFFERS, Label.UPDATES, Label.CORROBORATES, Label.REPEATS)
"""Which label counts where several claims stand for one labelled claim: the gravest."""

COVERED = 0.5
"""Share of the shorter one's characters that a claim and a labelled one share at least."""

Judged = Mapping[frozenset[str], Relation]
"""What was said of two labelled claims."""


@dataclass
class ConflictFigures:
    """What was counted.

    Attributes
    ----------
    table
        Pairs by their label and by what was said of them.
    kinds
        Labelled contradictions by kind: how many, and how many of them were flagged.
    unlabelled
        Flagged contradictions between claims of one event that no label speaks of.
    unmatched
        Flagged contradictions with a claim that is none of the labelled ones.
    false_alarms, across
        Contradictions flagged between claims of different events, and how many such pairs there are.
    misses, alarms
        The pairs that went wrong, to be read.
    """

    table: Counter[tuple[str, str]] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    unlabelled: list[Relation] = field(default_factory=list)
    unmatched: int = 0
    false_alarms: int = 0
    across: int = 0
    misses: list[GoldPair] = field(default_factory=list)
    alarms: list[tuple[GoldPair, Relation]] = field(default_factory=list)

    def said(self, label: str, *given: str) -> int:
        """Pairs labelled ``label`` of which one of ``given`` was said."""
        return sum(self.table[label, g] for g in given)

    def labelled(self, label: str) -> int:
        """Pairs labelled ``label``."""
        return sum(n for (wanted, _), n in self.table.items() if wanted == label)

    def flagged(self) -> int:
        """Labelled pairs that were flagged as contradictions."""
        return sum(n for (_, given), n in self.table.items() if given == Label.CONTRADICTS)

    def lines(self) -> list[str]:
        """The figures as people read them."""
        labels = [*map(str, ORDER), NOTHING]
        rows = ["labelled \\ said".ljust(16) + "".join(f"{name:>14}" for name in labels)]
        rows += [
            wanted.ljust(16) + "".join(f"{self.table[wanted, given]:14}" for given in labels)
            for wanted in labels
        ]
        flags, true = self.flagged(), self.said("contradicts", "contradicts")
        soft = true + self.said("differs", "contradicts")
        wanted = self.labelled("contradicts")
        seen = self.said("contradicts", "contradicts", "differs")
        rows += [
            f"of {flags} flagged as contradictions: contradicts {_share(true, flags)}, contradicts or "
            f"differs {_share(soft, flags)}, none {_share(self.said(NOTHING, 'contradicts'), flags)}",
            f"of {wanted} contradictions: flagged {_share(true, wanted)}, as contradiction or difference "
            f"{_share(seen, wanted)}",
            f"flagged without a label: {len(self.unlabelled)}, of other claims: {self.unmatched}",
        ]
        if self.across:
            rate = 1000 * self.false_alarms / self.across
            rows.append(
                f"contradictions across events: {self.false_alarms} of {self.across} pairs, "
                f"{rate:.3f} a thousand"
            )
        for kind, seen_of in sorted(self.kinds.items()):
            rows.append(f"  {kind:10} {seen_of['flagged']:3} of {seen_of['all']:3} contradictions flagged")
        return rows

    def error_lines(self) -> list[str]:
        """The contradictions that were missed and the false ones, each with the label's reason."""
        missed = [f"missed  {p.a} {p.b}  {p.kind}: {p.why}" for p in self.misses]
        false = [
            f"false   {p.a} {p.b}  {p.label}: {p.why}; flagged because {r.reasons[0]}" for p, r in self.alarms
        ]
        return [*missed, *false]


def measured(
    gold: Conflicts, relations: Sequence[Relation], origin: Mapping[str, frozenset[str]]
) -> ConflictFigures:
    """Compare ``relations`` with the labels.

    Parameters
    ----------
    origin
        By claim, the labelled claims that it stands for.
    """
    said = judged(relations, origin)
    figures = ConflictFigures()
    for pair in gold.pairs:
        relation = said.get(frozenset({pair.a, pair.b}))
        given = str(relation.label) if relation else NOTHING
        figures.table[pair.label, given] += 1
        if pair.label == Label.CONTRADICTS:
            kind = figures.kinds.setdefault(pair.kind or "", Counter())
            kind["all"] += 1
            kind["flagged"] += given == Label.CONTRADICTS
            if given != Label.CONTRADICTS:
                figures.misses.append(pair)
        elif relation is not None and given == Label.CONTRADICTS:
            figures.alarms.append((pair, relation))
    labelled = {frozenset({p.a, p.b}) for p in gold.pairs}
    counted = {r.id for ids, r in said.items() if ids in labelled}
    for ids, relation in said.items():
        if relation.label is Label.CONTRADICTS and relation.id not in counted:
            counted.add(relation.id)
            if len({gold.claims[id].event for id in ids}) == 1:
                figures.unlabelled.append(relation)
            else:
                figures.false_alarms += 1
    figures.unmatched = sum(
        r.label is Label.CONTRADICTS and not (origin.get(r.a) and origin.get(r.b)) for r in relations
    )
    figures.across = _pairs_across(gold)
    return figures


def judged(relations: Iterable[Relation], origin: Mapping[str, frozenset[str]]) -> Judged:
    """The gravest relation of each pair of labelled claims."""
    found: dict[frozenset[str], Relation] = {}
    for relation in sorted(relations, key=lambda r: (ORDER.index(r.label), -r.score)):
        for a in origin.get(relation.a, ()):
            for b in origin.get(relation.b, ()):
                if a != b:
                    found.setdefault(frozenset({a, b}), relation)
    return found


def matches(
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    gold: Iterable[GoldClaim],
    attributions: Iterable[Attribution] = (),
) -> dict[str, frozenset[str]]:
    """By extracted claim, the labelled claims of its article whose characters it shares.

    Parameters
    ----------
    attributions
        Those of the claims. A denial is labelled with its words of saying ("an accusation that the
        rebels have denied"), as its content often only points back, and so it is looked for with them.
    """
    saying = {a.id: (*a.source, *a.cue) for a in attributions}
    by_article: dict[str, list[tuple[str, set[int]]]] = {}
    for labelled in gold:
        held = by_article.setdefault(labelled.article, [])
        held.append((labelled.id, set(range(labelled.span.start, labelled.span.end))))
    found = {}
    for claim in claims:
        article = articles[claim.article]
        ways = [characters(article.raw_spans(claim.spans))]
        if claim.commitment is Commitment.DENIES:
            ways.append(ways[0] | characters(article.raw_spans(saying.get(claim.attribution, ()))))
        labelled_there = by_article.get(claim.article, ())
        found[claim.id] = frozenset(
            id for id, span in labelled_there if any(_covers(own, span) for own in ways)
        )
    return found


def _covers(own: set[int], span: set[int]) -> bool:
    return bool(own) and len(own & span) >= COVERED * min(len(own), len(span))


def _pairs_across(gold: Conflicts) -> int:
    sizes = Counter(c.event for c in gold.claims.values())
    return sum(a * b for a, b in combinations(sizes.values(), 2))


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.0f} %)" if whole else f"{part}"
