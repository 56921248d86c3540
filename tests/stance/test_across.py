"""What ties reports of two articles to one happening."""

from __future__ import annotations

import pytest

from claims.core.attribution import Commitment
from claims.core.relation import Kind, Label
from claims.reading import article_from_text
from claims.stance.across import one_person, same_device, ties_across
from claims.stance.answering import denies_means
from claims.stance.run import Run
from tests.stance.builders import articles, claim, someone, sources

GOVERNMENT = "Syria (government)"


def gassed(id: str, party: str | None, **more):
    return claim(
        id,
        "The army gassed hundreds with sarin",
        "gas",
        agent=someone("the army", party=party),
        patient=someone("hundreds", "hundred"),
        words="army hundred sarin",
        **more,
    )


def denied(id: str, words: str = "chemical weapon use", **more):
    return claim(
        id,
        "Its army used chemical weapons",
        "use",
        agent=someone("its army", "army"),
        patient=someone("chemical weapons", "weapon"),
        words=words,
        commitment=Commitment.DENIES,
        **more,
    )


def run_of(*claims, **parties: str) -> Run:
    return Run(claims, sources(*claims, **parties), articles(*claims))


def test_a_side_answers_in_another_article_what_is_laid_on_it():
    charge, denial = gassed("a", GOVERNMENT), denied("b")
    assert denies_means(charge, denial, run_of(charge, denial, b=GOVERNMENT)) == "gas"


@pytest.mark.parametrize(
    ("charge", "denial", "parties"),
    [
        (gassed("a", "Turkey"), denied("b"), {"b": GOVERNMENT}),
        (gassed("a", GOVERNMENT), denied("b", "rocket use"), {"b": GOVERNMENT}),
        (gassed("a", GOVERNMENT), denied("b"), {"a": GOVERNMENT, "b": GOVERNMENT}),
        (gassed("a", GOVERNMENT, commitment=Commitment.DENIES), denied("b"), {"b": GOVERNMENT}),
        (gassed("a", GOVERNMENT), denied("b"), {}),
    ],
    ids=["another side", "other means", "of its own", "denied as well", "whose is unknown"],
)
def test_other_denials_answer_nothing_there(charge, denial, parties):
    if "rocket" in denial.proposition.words:
        denial = claim("b", "Its army used rockets", "use", words="rocket", commitment=Commitment.DENIES)
    assert denies_means(charge, denial, run_of(charge, denial, **parties)) is None


def test_one_bomb_of_one_day_ties_two_reports():
    a = claim("a", "A car bomb killed 20 people in eastern Syria", "kill", words="car bomb")
    b = claim("b", "A car bombing blamed on rebels killed 26 in eastern Syria", "kill", words="car bombing")
    run = run_of(a, b)
    assert same_device(a, b) == "car bomb"
    assert any("car bomb" in tie.reason for tie in ties_across(a, b, run, 0))
    assert not any("car bomb" in tie.reason for tie in ties_across(a, b, run, 5))


def test_what_one_side_did_to_such_people_on_one_day_ties_two_reports():
    def killed(id: str, party: str):
        return claim(
            id,
            "Troops killed 30 rebels",
            "kill",
            frame="kill",
            agent=someone("troops", party=party),
            patient=someone("30 rebels", "rebel"),
        )

    a, b, c = killed("a", "Turkey"), killed("b", "Turkey"), killed("c", "Iran")
    run = run_of(a, b, c)
    assert any("Turkey" in tie.reason for tie in ties_across(a, b, run, 1))
    assert len(ties_across(a, c, run, 1)) == 1


def test_a_person_whom_the_news_seldom_names_is_one():
    a = claim("a", "Strikes destroyed Salahuddin Shishani", "destroy", patient=someone("Salahuddin Shishani"))
    b = claim("b", "Shishani is alive", "be", agent=someone("Shishani"))
    c = claim("c", "Omar is alive", "be", agent=someone("Omar"))
    run = run_of(a, b, c)
    assert one_person(a, b, run) and not one_person(a, c, run)


def relations(pipeline, *texts: str) -> set[tuple[Label, Kind | None]]:
    found = pipeline.report([article_from_text(t, id=str(n)) for n, t in enumerate(texts)]).relations
    return {(r.label, r.kind) for r in found if r.label in (Label.CONTRADICTS, Label.DIFFERS)}


@pytest.mark.parametrize(
    ("texts", "label", "kind"),
    [
        (
            (
                "Russian Defense Ministry spokesman Igor Konashenkov denied that at least 23 people had been "
                "killed in Russian airstrikes in the militant-held city of Idlib.",
                "The Syrian Coalition said Russian airstrikes killed 35 people in Idlib.",
            ),
            Label.CONTRADICTS,
            Kind.DENIAL,
        ),
        (
            (
                "The interior ministry said two suicide bombers killed policemen in Midan on Monday.",
                "A security source said the attack was conducted by four suicide bombers in Midan on Monday.",
            ),
            Label.CONTRADICTS,
            Kind.COUNT,
        ),
        (
            (
                "The state broadcaster said a coalition air strike in Tabqah killed eight civilians. "
                "Other reports said at least 14 people were killed by the coalition air strike in Tabqah.",
            ),
            Label.DIFFERS,
            Kind.COUNT,
        ),
    ],
    ids=["denies the strikes, whatever the toll", "bombers are counted", "civilians may be a part"],
)
def test_two_accounts_part(texts, label, kind, pipeline):
    assert (label, kind) in relations(pipeline, *texts)


def test_who_claims_a_foiled_attack_says_nothing_of_how_it_ended(pipeline):
    found = relations(
        pipeline,
        "Police officer Tarek Omar said the army foiled the attack on the station in Midan on Monday.",
        "The Islamic State claimed the attack on the station in Midan on Monday.",
    )
    assert found == set()
