"""A linear-chain conditional random field over the tags of words (Lafferty, McCallum and Pereira 2001).

The scores of a network are the emissions, as in Lample et al. 2016, "Neural architectures for named
entity recognition"; what is learned beside them is a score of each tag for the first word, and of each
tag after each other.
"""

from __future__ import annotations

import torch
from torch import nn

from claims.attribution.labels import Chain

DIGITS = 4
"""Of a score that is kept: more would say nothing, since weights are kept in half precision."""


class LinearChain(nn.Module):
    """The scores of the order of tags, and the loss that they are learned by.

    In every method ``emissions`` are (windows, words, tags), ``tags`` (windows, words) numbers, and
    ``mask`` (windows, words) true for the words there are: one at least, and all of them in front.

    Parameters
    ----------
    tags
        How many there are. All scores begin at 0, where the tags do not depend on each other.

    Examples
    --------
    Nothing learned yet, every path of two tags over three words is one of eight:

    >>> chain, mask = LinearChain(2), torch.ones(1, 3, dtype=torch.bool)
    >>> round(chain.log_partition(torch.zeros(1, 3, 2), mask).exp().item(), 3)
    8.0
    """

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.starts = nn.Parameter(torch.zeros(tags))
        self.transitions = nn.Parameter(torch.zeros(tags, tags))

    def forward(self, emissions: torch.Tensor, tags: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Negative log likelihood of ``tags``, the mean over words, as a cross-entropy is."""
        missing = self.log_partition(emissions, mask) - self.score(emissions, tags, mask)
        return missing.sum() / mask.sum()

    def score(self, emissions: torch.Tensor, tags: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The score (windows) of the path ``tags``."""
        own = emissions.gather(-1, tags.unsqueeze(-1)).squeeze(-1)
        moves = self.transitions[tags[:, :-1], tags[:, 1:]]
        return self.starts[tags[:, 0]] + (own * mask).sum(1) + (moves * mask[:, 1:]).sum(1)

    def log_partition(self, emissions: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logarithm (windows) of the sum over all paths, by the forward algorithm."""
        ending = self.starts + emissions[:, 0]
        for word in range(1, emissions.shape[1]):
            reached = (ending.unsqueeze(-1) + self.transitions).logsumexp(1) + emissions[:, word]
            ending = torch.where(mask[:, word, None], reached, ending)
        return ending.logsumexp(-1)

    def learned(self) -> Chain:
        """The scores as a tagger uses them."""
        starts, transitions = self.starts.tolist(), self.transitions.tolist()
        return Chain(_rounded(starts), tuple(_rounded(row) for row in transitions))


def words_of(
    logits: torch.Tensor, labels: torch.Tensor, ignore: int
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Only the words of a batch of pieces, moved together in their order.

    Parameters
    ----------
    logits
        (windows, pieces, tags).
    labels
        (windows, pieces) tags, ``ignore`` for pieces that begin no word.

    Returns
    -------
    emissions, tags, mask
        As :class:`LinearChain` takes them; the emissions in float32, in which long sums stay exact.
    """
    begins = labels != ignore
    longest = int(begins.sum(1).max())
    order = begins.int().argsort(dim=1, descending=True, stable=True)[:, :longest]
    mask = begins.gather(1, order)
    emissions = logits.float().gather(1, order.unsqueeze(-1).expand(-1, -1, logits.shape[-1]))
    return emissions, labels.gather(1, order).masked_fill(~mask, 0), mask


def _rounded(scores: list[float]) -> tuple[float, ...]:
    return tuple(round(score, DIGITS) for score in scores)
