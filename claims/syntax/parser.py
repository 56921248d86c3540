"""Parses articles: cleaned text in, sentences with tags, lemmas and dependencies out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from claims.core.article import Article
from claims.core.document import Document
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.models.inference import autocast
from claims.syntax import folder as syntax_folder
from claims.syntax.encoding import batches, collate, encode
from claims.syntax.lemmas import apply_edit, irregular_pasts
from claims.syntax.network import Scores
from claims.syntax.repairs import repaired
from claims.syntax.segmentation import sentences, words
from claims.syntax.titles import in_small_letters

LONGEST = 160
"""Words a tree at most; a longer sentence is parsed in stretches of that many."""


class Parser:
    """The syntax model, loaded once and used for any number of texts.

    Parameters
    ----------
    folder
        A folder written by :func:`claims.syntax.folder.save`.
    budget
        Padded pieces a batch at most; bounds the memory.

    Raises
    ------
    ModelError
        If the folder does not hold a syntax model.
    """

    def __init__(self, folder: Path, budget: int = 4000) -> None:
        self._network, self._inventory, self._tokenizer = syntax_folder.load(folder)
        self._budget = budget
        self._pasts = irregular_pasts()

    def __call__(self, article: Article) -> Document:
        """Parse one article."""
        return self.parse([article])[0]

    def parse(self, articles: Sequence[Article]) -> list[Document]:
        """Parse ``articles`` together, in batches across them."""
        spans: list[list[Span]] = []
        read: list[tuple[str, ...]] = []
        owner: list[int] = []
        for number, article in enumerate(articles):
            groups = _stretches(article.text)
            spans += groups
            read += in_small_letters([[s.of(article.text) for s in group] for group in groups])
            owner += [number] * len(groups)
        trees = self._trees(spans, [articles[n].text for n in owner], read)
        return [
            Document(article, tuple(t for t, n in zip(trees, owner, strict=True) if n == number))
            for number, article in enumerate(articles)
        ]

    def sentence(self, text: str) -> Sentence:
        """Parse ``text`` as one sentence; offsets are into it."""
        found = words(text)
        return self._trees([found], [text], [tuple(s.of(text) for s in found)])[0]

    def _trees(
        self, spans: list[list[Span]], texts: list[str], read: Sequence[Sequence[str]]
    ) -> list[Sentence]:
        """The trees of word ``spans`` of ``texts``, whose words the network is given as ``read``."""
        forms = [[s.of(t) for s in group] for group, t in zip(spans, texts, strict=True)]
        items = [encode(words, self._tokenizer) for words in read]
        trees: list[Sentence | None] = [None] * len(items)
        for group in batches([len(i.ids) for i in items], self._budget):
            with torch.inference_mode(), autocast():
                scores = self._network(**collate([items[i] for i in group]).inputs())
            tags, edits = scores.tags.argmax(-1).tolist(), scores.edits.argmax(-1).tolist()
            entities = scores.entities.argmax(-1).tolist()
            arcs = scores.arcs.float().log_softmax(-1).numpy()
            counts = [len(forms[index]) for index in group]
            heads = [_tree(arcs[row, :count, : count + 1]) for row, count in enumerate(counts)]
            deps = self._relations(scores, heads)
            for row, index in enumerate(group):
                trees[index] = self._sentence(
                    spans[index], forms[index], heads[row], deps[row], tags[row], edits[row], entities[row]
                )
        return [repaired(t) for t in trees if t is not None]

    def _relations(self, scores: Scores, heads: Sequence[Sequence[int]]) -> list[list[int]]:
        width = scores.dependents.size(1)
        chosen = torch.tensor([[*own, *[0] * (width - len(own))] for own in heads])
        with torch.inference_mode(), autocast():
            best: list[list[int]] = self._network.relations(scores, chosen).argmax(-1).tolist()
        return best

    def _sentence(
        self,
        spans: list[Span],
        forms: list[str],
        heads: list[int],
        deps: list[int],
        tags: list[int],
        edits: list[int],
        entities: list[int],
    ) -> Sentence:
        inventory = self._inventory
        return Sentence(
            tuple(
                Token(
                    index=w,
                    start=spans[w].start,
                    end=spans[w].end,
                    text=forms[w],
                    tag=inventory.tags[tags[w]],
                    lemma=self._lemma(forms[w], inventory.edits[edits[w]], inventory.tags[tags[w]]),
                    head=heads[w] - 1 if heads[w] else w,
                    dep=inventory.deps[deps[w]] if heads[w] else "ROOT",
                    entity=inventory.entities[entities[w]],
                )
                for w in range(len(spans))
            )
        )

    def _lemma(self, form: str, edit: str, tag: str) -> str:
        past = self._pasts.get(form.lower()) if tag in ("VBD", "VBN") else None
        return past or apply_edit(form, edit)


def _stretches(text: str) -> list[list[Span]]:
    """The words of each sentence, of a long one in stretches."""
    found = (words(sentence.of(text), sentence.start) for sentence in sentences(text))
    return [group[start : start + LONGEST] for group in found for start in range(0, len(group), LONGEST)]


def _tree(scores: np.ndarray) -> list[int]:
    """Heads (0 for the root, else the position from 1) that form a tree with one root.

    The best head of each word is taken where that is a tree. Otherwise the best single root is
    kept, and of the words that do not reach it the one that loses least by it is hung on one that
    does, until all do; unlike a maximum spanning tree this needs no contraction, and differs from
    it only in trees that the network is unsure of anyway.
    """
    best = [int(head) for head in scores.argmax(axis=1)]
    root = int(scores[:, 0].argmax())
    if best.count(0) != 1:
        inner = scores[:, 1:].copy()
        np.fill_diagonal(inner, -np.inf)
        best = [0 if word == root else int(head) + 1 for word, head in enumerate(inner.argmax(axis=1))]
    gain = scores - scores[np.arange(len(best)), best][:, None]
    while True:
        reaching = _reaching_root(best)
        if reaching.all():
            return best
        lost, anchors = np.flatnonzero(~reaching), np.flatnonzero(reaching)
        options = gain[np.ix_(lost, anchors + 1)]
        word, anchor = np.unravel_index(int(options.argmax()), options.shape)
        best[lost[word]] = int(anchors[anchor]) + 1


def _reaching_root(heads: Sequence[int]) -> np.ndarray:
    """Which words lead to the root by their heads."""
    reaching = np.array([head == 0 for head in heads])
    above = np.array(heads) - 1
    while True:
        grown = reaching | np.where(above >= 0, reaching[above], False)
        if (grown == reaching).all():
            return reaching
        reaching = grown
