from __future__ import annotations

from claims.syntax.titles import in_small_letters

BODY = ("the", "army", "killed", "50", "fighters", "in", "Daraa", "March", "said")


def test_a_title_is_written_as_the_rest_writes_its_words() -> None:
    title = ("Syrian", "Army", "Kills", "50", "Nusra", "Fighters", "in", "Daraa")
    assert in_small_letters([title, BODY])[0] == (
        *("Syrian", "army", "kills", "50", "Nusra", "fighters", "in", "Daraa"),
    )


def test_other_sentences_and_a_title_alone_stay() -> None:
    title = ("Syrian", "Army", "Kills", "Fighters")
    assert in_small_letters([title]) == [title]
    plain = ("The", "Army", "killed", "ten", "fighters", "near", "Daraa")
    assert in_small_letters([plain, BODY])[0] == plain


def test_initials_stay() -> None:
    title = ("Turkish", "Army", "Kills", "IS", "Fighters")
    assert in_small_letters([title, ("is", *BODY)])[0][3] == "IS"


def test_the_verb_of_a_title_is_read_as_one(parsed) -> None:
    text = "Syrian Army Kills 50 Nusra Front Fighters in Daraa\n\nThe army killed 50 fighters on Monday."
    verb = next(t for t in parsed(text).sentences[0].tokens if t.text == "Kills")
    assert verb.is_verb
    assert verb.lemma == "kill"
