from __future__ import annotations

import pytest

from claims.core.errors import DataError
from claims.training.attribution_data import Part, part_of
from claims.training.folds import Fold


def test_every_text_belongs_to_one_fold_and_folds_are_of_one_size():
    folds = [Fold(k, 4) for k in (1, 2, 3, 4)]
    held = [[fold.holds(str(n)) for fold in folds] for n in range(2000)]
    assert all(sum(row) == 1 for row in held)
    assert all(430 < sum(column) < 570 for column in zip(*held, strict=True))


def test_a_fold_has_nothing_to_do_with_what_is_held_out():
    inside = [str(n) for n in range(3000) if Fold(1, 3).holds(str(n))]
    assert 0.25 < sum(part_of(id) is Part.HELD_OUT for id in inside) / len(inside) < 0.42


@pytest.mark.parametrize("said", ["", "1", "0/4", "5/4", "1/1", "a/b", "-1/2"])
def test_what_is_no_fold_is_refused(said):
    with pytest.raises(DataError, match="1/4"):
        Fold.read(said)


def test_a_fold_is_written_as_it_is_read():
    assert str(Fold.read("2/5")) == "2/5"
