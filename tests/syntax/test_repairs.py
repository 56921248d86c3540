from __future__ import annotations

import pytest

from claims.core.tokens import SUBJECTS, Sentence, phrase
from claims.syntax.repairs import repaired


def _subject_of(sentence: Sentence, verb: str) -> str | None:
    token = next(t for t in sentence.tokens if t.text == verb)
    subject = sentence.child(token, *SUBJECTS)
    return None if subject is None else phrase(sentence.subtree(subject))


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "At least six people were killed including women and children and 20 others wounded in a blast",
            "wounded",
            "20 others",
        ),
        (
            "A reporter said that 4 people were killed including 3 children and 43 others were injured",
            "injured",
            "43 others",
        ),
        (
            "Thousands have been killed by the regime and its allies and millions have been displaced",
            "displaced",
            "millions",
        ),
        ("At least 17 were killed and many more injured on Monday", "injured", "many more"),
        ("The army killed 12 rebels and women fled the town.", "fled", "women"),
        ("In the northern province of Idlib 11 people were killed", "killed", "11 people"),
        ("In the southern province of Daraa 16 civilians were killed in raids.", "killed", "16 civilians"),
        ("The bomb killed 12 and 20 were wounded.", "wounded", "20"),
    ],
)
def test_a_verb_gets_the_subject_that_stands_before_it(parser, text, verb, subject) -> None:
    assert _subject_of(parser.sentence(text), verb) == subject


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Rebels killed three children and two women and were seen fleeing.", "seen"),
        ("The bomb killed 12 and wounded 20.", "wounded"),
        ("The mayor of Homs fled and the road to Hama closed by snow is open.", "closed"),
    ],
)
def test_a_verb_that_shares_its_subject_keeps_it(parser, text, verb) -> None:
    assert _subject_of(parser.sentence(text), verb) is None


def test_what_is_put_right_stays_so(parser) -> None:
    sentence = parser.sentence("Four were killed including 3 children and 43 others were injured.")
    assert repaired(sentence) == sentence
