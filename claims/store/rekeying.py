"""A report with the keys of a store in place of the ids of its run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.core.article import Article
from claims.core.attribution import Attribution
from claims.core.claim import Claim
from claims.core.relation import Side
from claims.core.report import Report
from claims.core.source import Source
from claims.core.spans import joined
from claims.store.keys import article_id, claim_key, key_of, numbered
from claims.store.matching import Placed, same_disputes, same_groups, same_places
from claims.store.material import Material


def rekeyed(report: Report, known: Material) -> Report:
    """``report`` with keys, those of what is ``known`` already where it is the same.

    Of several articles with the same text the first is kept.
    """
    report = _without_copies(report)
    articles = {a.id: article_id(a) for a in report.articles}
    claims = _claim_keys(report, known)
    said = numbered(_said(a, articles) for a in report.attributions)
    attributions = {a.id: key for a, key in zip(report.attributions, said, strict=True)}
    sources = _source_keys(report, claims, known)
    events = _event_keys(report, claims, known)
    keyed = _Keys(articles, attributions, claims, sources, events)
    return keyed.disputes(keyed.report(report), known)


@dataclass(frozen=True)
class _Keys:
    """Keys by the ids of a run."""

    articles: Mapping[str, str]
    attributions: Mapping[str, str]
    claims: Mapping[str, str]
    sources: Mapping[str, str]
    events: Mapping[str, str]

    def report(self, given: Report) -> Report:
        """All but the disagreements, whose keys depend on these."""
        relations = [r for r in given.relations if r.a in self.claims and r.b in self.claims]
        keys = numbered(
            key_of("relation", self.claims[r.a], self.claims[r.b], r.label, r.kind) for r in relations
        )
        named = {r.id: key for r, key in zip(relations, keys, strict=True)}
        return Report(
            articles=tuple(replace(a, id=self.articles[a.id]) for a in given.articles),
            sources=tuple(replace(s, id=self.sources[s.id]) for s in given.sources),
            attributions=tuple(self._attribution(a) for a in given.attributions),
            claims=tuple(self._claim(c) for c in given.claims),
            events=tuple(
                replace(
                    e,
                    id=self.events[e.id],
                    claims=tuple(self.claims[c] for c in e.claims if c in self.claims),
                )
                for e in given.events
            ),
            relations=tuple(
                replace(r, id=named[r.id], a=self.claims[r.a], b=self.claims[r.b]) for r in relations
            ),
            disagreements=tuple(
                replace(
                    d,
                    sides=tuple(s for side in d.sides if (s := self._side(side)).claims),
                    relations=tuple(named[r] for r in d.relations if r in named),
                )
                for d in given.disagreements
            ),
            skipped=given.skipped,
        )

    def disputes(self, given: Report, known: Material) -> Report:
        """The disagreements with their keys."""
        old = {k: (d.kind, [s.claims for s in d.sides]) for k, d in known.disagreements.items()}
        matched = same_disputes([(d.kind, [s.claims for s in d.sides]) for d in given.disagreements], old)
        keys = [
            key_of("disagreement", d.kind, sorted(sorted(s.claims) for s in d.sides))
            for d in given.disagreements
        ]
        named = zip(given.disagreements, _chosen(matched, keys), strict=True)
        return replace(given, disagreements=tuple(replace(d, id=key) for d, key in named))

    def _attribution(self, given: Attribution) -> Attribution:
        return replace(
            given,
            id=self.attributions[given.id],
            article=self.articles[given.article],
            inside=self.attributions.get(given.inside) if given.inside else None,
        )

    def _claim(self, given: Claim) -> Claim:
        return replace(
            given,
            id=self.claims[given.id],
            article=self.articles[given.article],
            attribution=self.attributions.get(given.attribution, given.attribution),
            source=self.sources[given.source],
            relays=tuple(self.sources[r] for r in given.relays),
            event=self.events.get(given.event) if given.event else None,
        )

    def _side(self, given: Side) -> Side:
        return replace(
            given,
            claims=tuple(self.claims[c] for c in given.claims if c in self.claims),
            sources=tuple(self.sources[s] for s in given.sources),
        )


def _without_copies(report: Report) -> Report:
    first: dict[str, str] = {}
    for article in report.articles:
        first.setdefault(article_id(article), article.id)
    kept = set(first.values())
    if len(kept) == len(report.articles):
        return report
    return replace(
        report,
        articles=tuple(a for a in report.articles if a.id in kept),
        attributions=tuple(a for a in report.attributions if a.article in kept),
        claims=tuple(c for c in report.claims if c.article in kept),
    )


def _claim_keys(report: Report, known: Material) -> dict[str, str]:
    """Keys made of words, or those of known claims whose words were only cut a little differently."""
    speaking = {a.id: a for a in report.attributions}
    keys = numbered(_claim_key(c, report, speaking.get(c.attribution)) for c in report.claims)
    fresh = [
        _placed(c, report.article(c.article), speaking.get(c.attribution))
        for c, key in zip(report.claims, keys, strict=True)
        if key not in known.claims
    ]
    gone = {
        key: _placed(c, known.articles[c.article], known.attributions.get(c.attribution))
        for key, c in known.claims.items()
        if key not in set(keys) and key not in known.added
    }
    again = dict(zip((p.claim for p in fresh), same_places(fresh, gone), strict=True))
    return {c.id: again.get(c.id) or key for c, key in zip(report.claims, keys, strict=True)}


def _claim_key(claim: Claim, report: Report, attribution: Attribution | None) -> str:
    article = report.article(claim.article)
    words = joined(attribution.source, article.text) if attribution else ""
    return claim_key(article, claim.spans, words or report.source(claim.source).name)


def _placed(claim: Claim, article: Article, attribution: Attribution | None) -> Placed:
    speaker = attribution.source if attribution else ()
    return Placed(claim.id, article_id(article), article.raw_spans(claim.spans), article.raw_spans(speaker))


def _said(given: Attribution, articles: Mapping[str, str]) -> str:
    return key_of("attribution", articles[given.article], given.source, given.cue, given.content)


def _source_keys(report: Report, claims: Mapping[str, str], known: Material) -> dict[str, str]:
    """The same claims make the same source, else a name, kind and party that only one bears."""
    new, old = _spoken(report.claims), _spoken(known.claims.values())
    members = [[claims[c] for c in new[s.id]] for s in report.sources]
    matched = same_groups(members, old)
    left = Counter(_described(s) for s, key in zip(report.sources, matched, strict=True) if key is None)
    unmatched = [s for key, s in known.sources.items() if key not in set(matched)]
    alone = {d for d, count in Counter(map(_described, unmatched)).items() if count == left[d] == 1}
    named = {_described(s): s.id for s in unmatched if _described(s) in alone}
    known_by = [key or named.get(_described(s)) for s, key in zip(report.sources, matched, strict=True)]
    keys = [
        key_of("source", *_described(s), min(own, default=""))
        for s, own in zip(report.sources, members, strict=True)
    ]
    return {s.id: key for s, key in zip(report.sources, _chosen(known_by, keys), strict=True)}


def _spoken(claims: Iterable[Claim]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim.id)
    return found


def _described(source: Source) -> tuple[str, str, str]:
    return source.name.casefold(), source.kind.value, source.party or ""


def _event_keys(report: Report, claims: Mapping[str, str], known: Material) -> dict[str, str]:
    members = [[claims[c] for c in event.claims if c in claims] for event in report.events]
    matched = same_groups(members, {key: event.claims for key, event in known.events.items()})
    keys = [key_of("event", sorted(own)) for own in members]
    return {event.id: key for event, key in zip(report.events, _chosen(matched, keys), strict=True)}


def _chosen(matched: Sequence[str | None], keys: Sequence[str]) -> list[str]:
    """The matched key of each where there is one, else its own, with a number where that is taken."""
    taken = Counter(key for key in matched if key is not None)
    found = []
    for known, key in zip(matched, keys, strict=True):
        if known is None:
            taken[key] += 1
        found.append(known or (key if taken[key] == 1 else f"{key}-{taken[key]}"))
    return found
