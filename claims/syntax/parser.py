"""Parses articles: cleaned text in, sentences with tags, lemmas and dependencies out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import networkx as nx
import numpy as np
import torch

from claims.core.article import Article
from claims.core.document import Document
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.syntax import folder as syntax_folder
from claims.syntax.encoding import batches, collate, encode
from claims.syntax.lemmas import apply_edit
from claims.syntax.segmentation import sentences, words

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

    def __call__(self, article: Article) -> Document:
        """Parse one article."""
        return self.parse([article])[0]

    def parse(self, articles: Sequence[Article]) -> list[Document]:
        """Parse ``articles`` together, in batches across them."""
        spans: list[list[Span]] = []
        owner: list[int] = []
        for number, article in enumerate(articles):
            for sentence in sentences(article.text):
                found = words(sentence.of(article.text), sentence.start)
                for start in range(0, len(found), LONGEST):
                    spans.append(found[start : start + LONGEST])
                    owner.append(number)
        trees = self._trees(spans, [articles[n].text for n in owner])
        return [
            Document(article, tuple(t for t, n in zip(trees, owner, strict=True) if n == number))
            for number, article in enumerate(articles)
        ]

    def sentence(self, text: str) -> Sentence:
        """Parse ``text`` as one sentence; offsets are into it."""
        return self._trees([words(text)], [text])[0]

    def _trees(self, spans: list[list[Span]], texts: list[str]) -> list[Sentence]:
        forms = [[s.of(t) for s in group] for group, t in zip(spans, texts, strict=True)]
        items = [encode(f, self._tokenizer) for f in forms]
        trees: list[Sentence | None] = [None] * len(items)
        for group in batches([len(i.ids) for i in items], self._budget):
            with torch.inference_mode(), syntax_folder.autocast():
                scores = self._network(**collate([items[i] for i in group]).inputs())
            tags, edits = scores.tags.argmax(-1).tolist(), scores.edits.argmax(-1).tolist()
            entities = scores.entities.argmax(-1).tolist()
            arcs = scores.arcs.float().log_softmax(-1).numpy()
            best_deps = scores.deps.argmax(-1).tolist()
            for row, index in enumerate(group):
                count = len(forms[index])
                heads = _tree(arcs[row, :count, : count + 1])
                trees[index] = self._sentence(
                    spans[index],
                    forms[index],
                    heads,
                    [best_deps[row][w][heads[w]] for w in range(count)],
                    tags[row],
                    edits[row],
                    entities[row],
                )
        return [t for t in trees if t is not None]

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
                    lemma=apply_edit(forms[w], inventory.edits[edits[w]]),
                    head=heads[w] - 1 if heads[w] else w,
                    dep=inventory.deps[deps[w]] if heads[w] else "ROOT",
                    entity=inventory.entities[entities[w]],
                )
                for w in range(len(spans))
            )
        )


def _tree(scores: np.ndarray) -> list[int]:
    """Heads (0 for the root, else the position from 1) that form a tree with one root.

    The best head of each word is taken where that is a tree; otherwise the maximum spanning
    arborescence (Edmonds), with the best single root.
    """
    best = [int(head) for head in scores.argmax(axis=1)]
    if best.count(0) == 1 and _reaches_root(best):
        return best
    count = len(best)
    root = int(scores[:, 0].argmax())
    graph = nx.DiGraph()
    graph.add_edge(0, root + 1, weight=0.0)
    for word in range(count):
        if word != root:
            for head in range(1, count + 1):
                if head != word + 1:
                    graph.add_edge(head, word + 1, weight=float(scores[word, head]))
    tree = nx.maximum_spanning_arborescence(graph)
    heads = [0] * count
    for head, word in tree.edges:
        heads[word - 1] = head
    return heads


def _reaches_root(heads: list[int]) -> bool:
    for start in range(1, len(heads) + 1):
        seen, word = set(), start
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True
