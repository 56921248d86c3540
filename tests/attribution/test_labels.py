from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.attribution.labels import TAGS, Chain, Role, best_path, runs, tags_for


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_best_path_never_goes_on_from_another_role(length, seed):
    scores = np.log(np.random.default_rng(seed).dirichlet(np.ones(len(TAGS)), size=length))
    path = [TAGS[i] for i in best_path(scores, TAGS)]
    assert not path[0].startswith("I-")
    for before, after in pairwise(path):
        assert not after.startswith("I-") or before[2:] == after[2:]


def test_best_path_is_the_likeliest_where_that_is_allowed():
    wanted = [TAGS.index(t) for t in ("O", "B-CUE", "I-CUE", "B-CONTENT", "O")]
    scores = np.full((5, len(TAGS)), -9.0)
    scores[range(5), wanted] = -0.1
    assert best_path(scores, TAGS) == wanted


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_best_path_with_transition_scores_is_the_best_of_all_paths(length, seed):
    tags, chance = ("O", "B-CUE", "I-CUE", "I-SOURCE"), np.random.default_rng(seed)
    scores, moves = chance.normal(size=(length, 4)), chance.normal(size=(4, 4))
    starts = chance.normal(size=4)

    def score(path):
        if path[0] == 2 or any(after == 2 and before not in (1, 2) for before, after in pairwise(path)):
            return -np.inf
        along = sum(moves[before, after] for before, after in pairwise(path))
        return starts[path[0]] + along + sum(scores[word, tag] for word, tag in enumerate(path))

    wanted = max(product(range(4), repeat=length), key=score)
    assert best_path(scores, tags, _chain(starts, moves)) == list(wanted)


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_marginals_are_sums_over_all_paths(length, seed):
    chance = np.random.default_rng(seed)
    scores, moves = chance.normal(size=(length, 3)), chance.normal(size=(3, 3))
    starts, wanted = chance.normal(size=3), np.zeros((length, 3))
    for path in product(range(3), repeat=length):
        along = starts[path[0]] + sum(moves[before, after] for before, after in pairwise(path))
        wanted[range(length), path] += np.exp(along + sum(scores[range(length), path]))
    wanted /= wanted[0].sum()
    assert np.allclose(_chain(starts, moves).marginals(scores), wanted)


def _chain(starts, moves):
    return Chain(tuple(starts.tolist()), tuple(map(tuple, moves.tolist())))


@pytest.mark.parametrize("role", list(Role))
def test_tags_and_runs_round_trip(role):
    spans = [(1, 3), (3, 4), (6, 7)]
    assert runs(tags_for(8, {role: spans}), TAGS, role) == spans


def test_cue_wins_over_source_over_content():
    path = tags_for(3, {Role.CONTENT: [(0, 3)], Role.SOURCE: [(1, 3)], Role.CUE: [(2, 3)]})
    assert [TAGS[i] for i in path] == ["B-CONTENT", "B-SOURCE", "B-CUE"]
