"""What claims say that their pronouns stand for, measured on labels."""

from __future__ import annotations

import json

import pytest

from claims.core.errors import DataError
from claims.training.pronoun_evaluation import evaluate_file, read_pronouns

TEXT = (
    "The mayor said rebels blew up the bridge. The rebels said it had been destroyed in an air raid. "
    "The army said it had not flown that day. The clerk was fired and the lawyer was sued. "
    "The court said he had lied."
)


def label(of: str, stands_for: str, antecedent: str = "") -> dict:
    row = {"article": "a", "offset": TEXT.index(of), "stands_for": stands_for}
    if antecedent:
        at = TEXT.index(antecedent)
        row["antecedent"] = [at, at + len(antecedent)]
    return row


@pytest.fixture
def files(tmp_path):
    labels, articles = tmp_path / "labels.jsonl", tmp_path / "articles.jsonl"
    rows = [
        label("it had been", "other", "the bridge"),
        label("it had not", "speaker"),
        label("he had lied", "other", "the lawyer"),
        {"article": "another", "offset": 0, "stands_for": "nothing"},
    ]
    labels.write_text("\n".join(map(json.dumps, rows)))
    articles.write_text(json.dumps({"id": "a", "text": TEXT}))
    return labels, articles


def test_what_claims_show_is_held_against_the_labels(files) -> None:
    assert evaluate_file(*files).lines() == [
        "pronouns           3, left out 1",
        "shown as speaker   1 right of 1",
        "shown as other     1 right of 1",
        "left open          0 that stand for speaker",
        "left open          1 that stand for other",
        "left open          0 that stand for nothing",
    ]


def test_labels_of_no_article_here_are_refused(files, tmp_path) -> None:
    others = tmp_path / "others.jsonl"
    others.write_text(json.dumps({"id": "b", "text": TEXT}))
    with pytest.raises(DataError, match="none of the articles"):
        evaluate_file(files[0], others)


def test_a_line_of_another_form_is_refused(tmp_path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('{"article": "a"}')
    with pytest.raises(DataError, match="no labelled pronouns"):
        read_pronouns(path)
