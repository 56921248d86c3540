from __future__ import annotations

from claims.core.spans import Span
from claims.training.attribution_errors import ErrorClass, errors, table
from claims.training.attribution_scores import Parts

TEXT = "Police said on Monday that two boats sank. The mayor denied it. A witness saw three."


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


WANTED = Parts(at("Police"), at("said"), at("that two boats sank"))


def kinds(*found: Parts, gold=(WANTED,)):
    return [e.kind for e in errors(found, gold, TEXT)]


def test_what_is_as_labelled_is_no_error():
    assert kinds(WANTED) == []


def test_edges_of_a_relation_that_is_right_on_the_whole():
    found = Parts(at("Police"), at("said on Monday"), at("two boats sank."))
    assert kinds(found) == [ErrorClass.CUE_LONGER, ErrorClass.BEGINS_LATER, ErrorClass.ENDS_LATER]
    assert kinds(Parts(at("Police"), at("said"), at("that two boats"))) == [ErrorClass.ENDS_EARLIER]


def test_a_missed_one_another_source_and_another_content_are_told_apart():
    assert kinds() == [ErrorClass.MISSED]
    assert kinds(Parts(at("The mayor"), at("said"), at("that two boats sank"))) == [ErrorClass.SOURCE_MISSED]
    assert kinds(Parts(at("Police"), at("said"), at("on Monday"))) == [ErrorClass.CONTENT_ELSEWHERE]


def test_what_is_found_where_none_is_labelled():
    spurious = Parts(at("A witness"), at("saw"), at("three"))
    assert kinds(WANTED, spurious) == [ErrorClass.NONE_THERE]


def test_one_found_twice_and_one_without_a_cue():
    again = Parts(at("Police"), at("said"), at("two boats sank"))
    assert kinds(WANTED, again) == [ErrorClass.TWICE]
    headline = Parts(at("Police"), (), at("that two boats sank"))
    assert kinds(headline, gold=(headline,)) == []
    assert kinds(Parts(at("A witness"), (), at("two boats")), gold=(headline,)) == [ErrorClass.SOURCE_MISSED]


def test_the_table_counts_and_shows_the_words():
    lines = table(errors([Parts(at("Police"), at("said"), at("two boats sank"))], [WANTED], TEXT))
    assert lines[0] == "    1  content begins later"
    assert "Police | said | that two boats sank" in lines[1]
    assert "Police | said | two boats sank" in lines[2]
