from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.attribution import Commitment
from claims.core.relation import Kind, Label
from claims.stance import relate
from claims.stance.combiner import Combiner, Regression
from claims.stance.context import Context
from claims.stance.deciding import decided
from claims.stance.entailment import Entailment
from claims.stance.gate import Answer, Judgement
from claims.stance.hearing import UNHEARD, Heard
from claims.stance.run import Run
from claims.stance.verdict import Verdict
from tests.stance.builders import articles, claim, count, someone, sources

AGAINST = Heard(Entailment(0.0, 0.1, 0.9), Entailment(0.0, 0.3, 0.7))
# Believes the model, and nothing else.
BELIEVER = Combiner(
    Regression(-3.0, {"contradiction": 6.0}), Regression(-4.0, {"contradiction": 6.0}), 0.5, 0.2, 0.6
)
PLAIN = Verdict(Label.CONTRADICTS, Kind.COUNT, 0.95, ("two figures",))


TIED = Judgement(Answer.SAME, 0.8, ("both speak of “port”",))
UNTIED = Judgement(Answer.UNSURE, 0.55, ("they stand next to each other in one article",))


def decide(verdicts, heard, combiner=BELIEVER, article="one", judgement=TIED):
    a = claim("a", "The port burnt.", "burn", words="port", article="one")
    b = claim("b", "The port stands.", "stand", article=article)
    run = Run((a, b), sources(a, b), articles(a, b))
    return decided(a, b, verdicts, heard, Context(run, judgement), combiner)


def test_the_model_alone_may_tell_of_a_contradiction_between_two_articles_and_says_so() -> None:
    found = decide((), Heard(AGAINST.there, AGAINST.there), article="two")
    assert found is not None
    assert found.label is Label.CONTRADICTS and found.weighed
    assert "0.90 and 0.90" in found.reasons[0] and "The port burnt." in found.reasons[0]


@pytest.mark.parametrize(("back", "label"), [(0.56, Label.CONTRADICTS), (0.52, Label.DIFFERS), (0.45, None)])
def test_within_one_article_the_model_alone_is_believed_as_far_as_it_is_sure(back, label) -> None:
    found = decide((), Heard(AGAINST.there, Entailment(0.0, 1 - back, back)))
    assert (found and found.label) == label
    assert found is None or f"0.90 and {back:.2f}" in found.reasons[0]


@pytest.mark.parametrize(("back", "label"), [(0.82, Label.CONTRADICTS), (0.78, None)])
def test_of_what_little_ties_only_a_contradiction_is_read(back, label) -> None:
    found = decide((), Heard(AGAINST.there, Entailment(0.0, 1 - back, back)), judgement=UNTIED)
    assert (found and found.label) == label


@pytest.mark.parametrize(("at", "said"), [(400, True), (2000, False)])
def test_of_what_stands_far_apart_in_an_article_the_model_alone_is_not_believed(at, said) -> None:
    a = claim("a", "The port burnt.", "burn", words="port", article="one")
    b = claim("b", "The port stands.", "stand", article="one", at=at)
    run = Run((a, b), sources(a, b), articles(a, b))
    heard = Heard(AGAINST.there, AGAINST.there)
    assert (decided(a, b, (), heard, Context.of(a, b, run), BELIEVER) is not None) is said


@pytest.mark.parametrize(
    ("predicate", "thing", "head", "said"),
    [("inspect", "dam", "inspection", True), ("stumble", "groom", "father", False)],
)
def test_what_befell_a_thing_is_no_other_thing(predicate, thing, head, said) -> None:
    a = claim("a", "It was so.", predicate, article="one", patient=someone(f"the {thing}", thing))
    of = someone(f"the {head} of the {thing}", head)
    b = claim("b", "It was not so.", "be", article="one", patient=of, at=100)
    run = Run((a, b), sources(a, b), articles(a, b))
    heard = Heard(AGAINST.there, AGAINST.there)
    assert (decided(a, b, (), heard, Context.of(a, b, run), BELIEVER) is not None) is said


def test_between_articles_that_nobody_put_together_the_model_alone_is_not_believed() -> None:
    told = [claim(str(n), "The port burnt.", "burn", words="port", article=f"{n}") for n in range(5)]
    run = Run(tuple(told), sources(*told), articles(*told))
    heard = Heard(AGAINST.there, AGAINST.there)
    assert decided(told[0], told[1], (), heard, Context.of(told[0], told[1], run), BELIEVER) is None


def test_two_denials_do_not_part() -> None:
    a, b = (claim(i, "The port burnt.", "burn", commitment=Commitment.DENIES) for i in "ab")
    run = Run((a, b), sources(a, b), articles(a, b))
    assert decided(a, b, (), AGAINST, Context.of(a, b, run), BELIEVER) is None


def test_without_a_model_and_a_comparator_nothing_is_said() -> None:
    assert decide((), UNHEARD) is None


def test_a_contradiction_that_all_else_speaks_against_is_only_a_difference() -> None:
    assert decide((PLAIN,), UNHEARD) is None
    found = decide((PLAIN,), UNHEARD, replace(BELIEVER, shown=0.04))
    assert found is not None and found.label is Label.DIFFERS
    assert found.reasons[0] == "two figures" and len(found.reasons) == 2


def test_of_two_articles_that_somebody_puts_together_a_contradiction_stays_one() -> None:
    assert decide((PLAIN,), UNHEARD, article="two") == PLAIN


def test_one_that_else_speaks_for_stays() -> None:
    found = decide((PLAIN,), AGAINST)
    assert found is not None and found.label is Label.CONTRADICTS and found.score > 0.5


@pytest.mark.parametrize("label", [Label.CORROBORATES, Label.UPDATES])
def test_agreements_and_updates_are_left_to_the_comparators(label) -> None:
    verdict = Verdict(label, Kind.COUNT, 0.7, ("why",))
    assert decide((verdict,), AGAINST) == verdict


def test_other_weights_give_other_scores() -> None:
    a, b = (
        claim(i, f"{n} people were hurt.", "injure", article="one", at=at, words="port", figures=(people(n),))
        for i, n, at in (("a", 3, 0), ("b", 9, 250))
    )
    timid = Combiner(Regression(-9.0, {}), Regression(-9.0, {}), 0.5, 0.2, 0.0)
    bold = Combiner(Regression(9.0, {}), Regression(9.0, {}), 0.5, 0.2, 0.6)
    found = [
        relate([a, b], sources(a, b), articles(a, b), Silent(), combiner).relations[0].label
        for combiner in (timid, bold)
    ]
    assert found == [Label.DIFFERS, Label.CONTRADICTS]


def people(number: int):
    return count("injured", str(number), number, number, "person")


class Silent:
    """An entailment model that leaves everything open."""

    def probabilities(self, pairs):
        return [Entailment(0.0, 1.0, 0.0) for _ in pairs]


@pytest.mark.parametrize(
    ("name", "said"), [("Port army Colonel Ali Kaya", False), ("Colonel Ali Kaya", True)]
)
def test_who_speaks_for_a_body_does_not_part_from_it(name, said) -> None:
    a = claim("a", "The port did not burn.", "burn", words="port", article="one")
    b = claim("b", "The port was shelled.", "shell", article="one")
    heads = dict(zip((a.source, b.source), ("Port army", name), strict=True))
    speakers = {id: replace(s, name=heads[id]) for id, s in sources(a, b).items()}
    run = Run((a, b), speakers, articles(a, b))
    heard = Heard(AGAINST.there, AGAINST.there)
    assert (decided(a, b, (), heard, Context(run, TIED), BELIEVER) is not None) is said
