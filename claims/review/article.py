"""An article as it is shown: its whole text with the words of every claim marked."""

from __future__ import annotations

from dataclasses import dataclass

from claims.core.article import Article
from claims.reporting import words
from claims.review import links
from claims.review.changes import is_web_address
from claims.review.marks import Mark, marks_of, name_of
from claims.review.passages import Passage, passages
from claims.store import Store


@dataclass(frozen=True)
class Note:
    """A claim of the article, as told beside its words."""

    anchor: str
    mark: Mark
    name: str
    stance: str | None
    statement: str


@dataclass(frozen=True)
class ArticleView:
    """An article.

    Attributes
    ----------
    notes
        The claims by key, in the order of the text.
    dispute
        The disagreement that led here, with its claims that a new one can be set against.
    """

    id: str
    title: str
    imprint: str
    titled: bool
    url: str | None
    passages: tuple[Passage, ...]
    notes: dict[str, Note]
    dispute: str | None
    question: str | None
    event: str | None
    against: tuple[tuple[str, str], ...]


def article_view(store: Store, id: str, dispute: str | None) -> ArticleView:
    """The article of that id, on the way from a disagreement or from nowhere.

    Raises
    ------
    KeyError
        If there is no such article or disagreement.
    """
    article = store.article(id)
    found, sources = store.claims_of(id)
    claims = sorted(found, key=lambda claim: claim.spans)
    marks = marks_of(sources[key] for key in dict.fromkeys(claim.source for claim in claims))
    from_ = store.dispute(dispute) if dispute else None
    return ArticleView(
        id=article.id,
        title=words.title(article),
        imprint=words.imprint(article),
        titled=article.headline is not None,
        url=_address(article),
        passages=passages(article, {claim.id: claim.spans for claim in claims}),
        notes={
            claim.id: Note(
                links.anchor_of(claim.id),
                marks[claim.source],
                name_of(sources[claim.source], article),
                words.commitment(claim),
                claim.statement,
            )
            for claim in claims
        },
        dispute=dispute,
        question=from_.disagreement.question if from_ else None,
        event=from_.event.id if from_ and from_.event else None,
        against=tuple((c.id, c.statement) for c in from_.claims.values()) if from_ else (),
    )


def _address(article: Article) -> str | None:
    return article.url if article.url and is_web_address(article.url) else None
