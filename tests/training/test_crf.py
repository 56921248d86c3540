from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
import torch

from claims.attribution.labels import Chain, best_path
from claims.training.crf import LinearChain, words_of

TAGS = ("O", "I-CUE", "I-SOURCE")
"""Without ``B-`` tags every path is allowed, as the forward algorithm counts them."""

LENGTHS = (4, 1, 3)


@pytest.fixture
def chain():
    torch.manual_seed(3)
    made = LinearChain(len(TAGS))
    for scores in made.parameters():
        torch.nn.init.normal_(scores)
    return made


@pytest.fixture
def emissions():
    return torch.randn(len(LENGTHS), max(LENGTHS), len(TAGS), generator=torch.Generator().manual_seed(4))


def _mask():
    return torch.arange(max(LENGTHS)) < torch.tensor(LENGTHS)[:, None]


@torch.no_grad()
def _score(chain, emissions, path):
    along = sum(chain.transitions[before, after] for before, after in pairwise(path))
    return chain.starts[path[0]] + along + sum(emissions[word, tag] for word, tag in enumerate(path))


def _paths(length):
    return list(product(range(len(TAGS)), repeat=length))


def test_the_log_partition_is_that_of_all_paths(chain, emissions):
    found = chain.log_partition(emissions, _mask())
    for row, length in enumerate(LENGTHS):
        scores = torch.stack([_score(chain, emissions[row], path) for path in _paths(length)])
        assert torch.isclose(found[row], scores.logsumexp(0), atol=1e-5)


def test_likelihoods_of_all_paths_sum_to_one(chain, emissions):
    total = sum(
        torch.exp(-3 * chain(emissions[2:, :3], torch.tensor([path]), torch.ones(1, 3, dtype=torch.bool)))
        for path in _paths(3)
    )
    assert torch.isclose(total, torch.tensor(1.0), atol=1e-5)


def test_what_is_masked_counts_for_nothing(chain, emissions):
    tags = torch.tensor([[0, 1, 2, 1], [2, 0, 0, 0], [1, 1, 0, 0]])
    wanted = chain(emissions, tags, _mask())
    others = torch.where(_mask()[..., None], emissions, 50.0)
    assert torch.isclose(chain(others, torch.where(_mask(), tags, 2), _mask()), wanted)
    alone = [
        length * chain(emissions[i : i + 1, :length], tags[i : i + 1, :length], _mask()[i : i + 1, :length])
        for i, length in enumerate(LENGTHS)
    ]
    assert torch.isclose(sum(alone) / sum(LENGTHS), wanted)


def test_decoding_finds_the_likeliest_path(chain, emissions):
    for row, length in enumerate(LENGTHS):
        wanted = max(_paths(length), key=lambda path: float(_score(chain, emissions[row], path)))
        # A tagger decodes log probabilities, which differ from the emissions by a number a word.
        scores = emissions[row, :length].log_softmax(-1).numpy().astype(np.float64)
        assert best_path(scores, TAGS, chain.learned()) == list(wanted)


def test_its_gradients_are_those_of_numerical_differences(chain, emissions):
    chain.double()
    tags = torch.tensor([[0, 1, 2, 1], [2, 0, 0, 0], [1, 1, 0, 0]])

    def loss(starts, transitions, scores):
        parts = {"starts": starts, "transitions": transitions}
        return torch.func.functional_call(chain, parts, (scores, tags, _mask()))

    inputs = (*(p.detach() for p in (chain.starts, chain.transitions)), emissions.double())
    assert torch.autograd.gradcheck(loss, tuple(i.requires_grad_() for i in inputs))


def test_order_is_learned_that_single_words_do_not_tell():
    chain, tags = LinearChain(2), torch.tensor([[0, 1, 0, 1, 0, 1]])
    optimiser = torch.optim.Adam(chain.parameters(), lr=0.3)
    for _ in range(60):
        optimiser.zero_grad()
        chain(torch.zeros(1, 6, 2), tags, torch.ones(1, 6, dtype=torch.bool)).backward()
        optimiser.step()
    assert best_path(np.zeros((6, 2)), ("O", "I-CUE"), chain.learned()) == tags[0].tolist()


def test_words_are_moved_together_in_their_order():
    labels = torch.tensor([[-100, 3, -100, 5, -100], [-100, 4, -100, -100, -100]])
    logits = torch.arange(10.0, dtype=torch.bfloat16).view(2, 5, 1)
    emissions, tags, mask = words_of(logits, labels, -100)
    assert emissions.dtype == torch.float32 and emissions[..., 0].tolist()[0] == [1.0, 3.0]
    assert emissions[1, 0, 0] == 6.0
    assert tags.tolist() == [[3, 5], [4, 0]] and mask.tolist() == [[True, True], [True, False]]


def test_what_is_learned_is_plain_numbers(chain):
    learned = chain.learned()
    assert isinstance(learned, Chain) and learned.starts[0] == pytest.approx(chain.starts[0].item(), abs=1e-4)
    assert learned.transitions[0][2] == pytest.approx(chain.transitions[0, 2].item(), abs=1e-4)
