from __future__ import annotations

import pytest

from claims.core.article import Article, Piece
from claims.core.attribution import Commitment, Manner
from claims.core.spans import Span, joined


@pytest.fixture(scope="module")
def claims_of(pipeline):
    def run(text):
        article = Article("a", text, text, (Piece(0, Span(0, len(text))),))
        found = pipeline.report([article])
        return found, {c.statement: c for c in found.claims}

    return run


def test_conjuncts_become_two_claims_of_one_source(claims_of):
    found, claims = claims_of("The coastguard said two boats sank and nine sailors were missing.")
    assert list(claims) == ["Two boats sank.", "Nine sailors were missing."]
    assert len({c.attribution for c in found.claims}) == 1


def test_possessive_is_the_speakers_side(claims_of):
    _, claims = claims_of("Peru's navy said none of its sailors were hurt.")
    claim = claims["None of [Peru's] sailors were hurt."]
    assert [(q.low, q.high, q.party) for q in claim.quantities] == [(0, 0, "Peru")]


def test_a_pronoun_for_one_is_not_many(claims_of):
    _, claims = claims_of("Some of them claimed its troops had only secured the road.")
    assert "Its troops had only secured the road." in claims


def test_place_comes_from_the_happening_it_points_back_to(claims_of):
    _, claims = claims_of(
        "A car bombing shook the town of Gao on Monday. Police said two men died in the bombing."
    )
    claim = claims["Two men died in the bombing [Gao, Mali]"]
    assert [p.name for p in claim.proposition.places] == ["Gao"]


def test_verbs_of_one_subject_share_its_place_and_their_day(claims_of):
    found, _ = claims_of("Shells at Midan in Aleppo killed three people and injured 15 on Monday.")
    settings = [
        ([p.name for p in c.proposition.places], c.proposition.when and c.proposition.when.text)
        for c in found.claims
    ]
    assert settings == [(["Midan"], "Monday")] * 2


def test_what_will_be_takes_no_day_of_what_was(claims_of):
    found, _ = claims_of("The army killed three rebels on Monday and will leave the town.")
    past, future = (c.proposition.when for c in found.claims)
    assert past and past.text == "Monday" and future is None


def test_bare_number_counts_what_was_counted_before(claims_of):
    found, _ = claims_of("The ministry put the death toll at 12, while rebels claimed 40.")
    assert [(q.measure, q.low) for c in found.claims for q in c.quantities] == [
        ("killed", 12),
        ("killed", 40),
    ]


@pytest.mark.parametrize(
    ("figure", "low"), [("the figure at 31", 31), ("the number at at least 40", 40), ("the total to 50", 50)]
)
def test_a_figure_counts_what_the_sentence_before_counted(claims_of, figure, low):
    found, _ = claims_of(f"Officials in Lima said the quake killed 12 people. The Red Cross put {figure}.")
    quantity = found.claims[-1].quantities[0]
    assert (quantity.measure, quantity.low) == ("killed", low)


def test_of_two_counts_the_figure_tells_not_which_it_is_of(claims_of):
    found, _ = claims_of(
        "Officials said 12 people were killed and 30 hurt. The Red Cross put the figure at 31."
    )
    assert not found.claims[-1].quantities and not found.relations


def test_a_figure_of_something_named_counts_that(claims_of):
    found, _ = claims_of("Officials said the quake killed 12 people. A bank put the cost at 31 million.")
    assert not any(q.measure == "killed" for q in found.claims[-1].quantities)


def test_a_participle_keeps_its_auxiliary(claims_of):
    _, claims = claims_of("The army said it had not broken the truce and was only responding to raids.")
    assert "It [army] was only responding to raids." in claims


def test_double_apostrophes_are_quotation_marks(claims_of):
    _, claims = claims_of("''This is a disaster for the port,'' said Ms. Vega.")
    assert "This is a disaster for the port." in claims


def test_his_is_of_whom_the_clause_names(claims_of):
    _, claims = claims_of("Peru's navy said Mr. Obi may disclose his returns.")
    assert "Mr. Obi may disclose his returns." in claims


def test_a_campaign_is_no_he(claims_of):
    _, claims = claims_of("The Obi campaign said he was not being audited.")
    assert "He was not being audited." in claims


def test_accused_is_the_one_who_did_it(claims_of):
    found, _ = claims_of("The raid was blamed on smugglers by the army.")
    agents = [c.proposition.agent.text for c in found.claims if c.proposition.agent]
    assert agents == ["smugglers"]


def test_nothing_is_laid_on_a_day(claims_of):
    found, _ = claims_of("The navy on Monday blamed smugglers for the raid.")
    agents = [c.proposition.agent.text for c in found.claims if c.proposition.agent]
    assert agents == ["smugglers"]


@pytest.mark.parametrize(
    "deed",
    ["the attack in Gao", "the attack on the convoy in Gao", "the attack on the mill in Gao on Tuesday"],
)
def test_a_deed_is_laid_on_whom_the_last_on_names(claims_of, deed):
    found, _ = claims_of(f"France blamed {deed} on smugglers.")
    assert [c.proposition.agent.text for c in found.claims] == ["smugglers"]


@pytest.mark.parametrize(
    "blaming", ["put the toll at nine and blamed the rebels", "blamed the rebels", "blamed the rebels for it"]
)
def test_who_is_only_blamed_is_blamed_for_what_was_told_last(claims_of, blaming):
    found, _ = claims_of(f"Two shells hit the harbour of Gao, the union said. The union {blaming}.")
    said = found.claims[-1].proposition
    assert (said.agent.text, said.frame, said.patient.text) == ("the rebels", "attack", "the harbour of Gao")


def test_a_number_put_before_what_it_counts_keeps_its_verb(claims_of):
    found, _ = claims_of("The ministry put at 6 the number of detainees who died since the prison opened.")
    assert (
        found.claims[-1].statement == "[put] at 6 the number of detainees who died since the prison opened."
    )


def test_neither_of_two_deaths_is_no_count_of_deaths(claims_of):
    found, _ = claims_of(
        "Caldor said only two deaths had been reported to it and that neither was linked to the drug."
    )
    first, second = found.claims
    assert second.statement == "Neither was linked to the drug."
    assert [q.low for q in first.quantities] == [2] and not second.quantities


def test_what_a_report_leaves_over_is_no_claim_of_the_article(claims_of):
    found, _ = claims_of(
        "Police detained Mirela Doss, her party said on Saturday, hours before a march that drew 900 people."
    )
    assert [c.manner for c in found.claims] == [Manner.INDIRECT]


def test_none_is_of_what_was_counted_before(claims_of):
    found, _ = claims_of(
        "The minister said the state made four inspections. The union said there had been none."
    )
    assert [(q.measure, q.low, q.high) for q in found.claims[-1].quantities] == [("inspection", 0, 0)]


def test_an_answer_in_one_noun_is_a_sentence(claims_of):
    found, _ = claims_of("“An accident with a kettle,” said the fire marshal.")
    assert found.claims[-1].statement == "There was an accident with a kettle."


def test_denial_and_hedge(claims_of):
    found, _ = claims_of(
        "The navy denied that its ships had fired. Divers said a mine may have sunk the ferry."
    )
    assert [c.commitment for c in found.claims] == [Commitment.DENIES, Commitment.HEDGES]


def test_questions_and_open_answers_state_nothing(claims_of):
    found, _ = claims_of("“Who fired first?” the mayor asked. The judge explained how the court works.")
    assert not [c for c in found.claims if "fired" in c.text or "court" in c.text]


def test_claims_lead_back_to_their_words(claims_of):
    text = "“The bus was hit,” Maria Lopez said, “and four men were hurt.” Two are in hospital."
    found, _ = claims_of(text)
    assert found.claims
    for claim in found.claims:
        assert joined(claim.spans, text) == claim.text


def test_the_place_that_a_sentence_opens_with_is_where_people_were_killed(claims_of):
    text = "In Karsa, nine people died, the mayor said. South in Melnik, the governor said two were killed."
    _, claims = claims_of(text)
    assert [p.name for c in claims.values() for p in c.proposition.places] == ["Karsa", "Melnik"]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The doctor said the man could not walk.", False),
        ("The board said engineers found a fault that could cause a fire.", False),
        ("The board said the fire could have been started by a fault.", True),
        ("The board said guests could hear the alarm.", False),
        ("The board said you could have walked across the ice.", False),
    ],
)
def test_what_somebody_could_not_do_is_no_guess(text, hedges, claims_of):
    (claim,) = claims_of(text)[1].values()
    assert (claim.commitment is Commitment.HEDGES) is hedges


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The rebels said in a statement that Kaya was alive.", "Kaya was alive."),
        ("The army said it took place at noon.", "It took place at noon."),
        ("The army said it happened at noon.", "It happened at noon."),
    ],
)
def test_a_statement_stands_without_its_cue_and_what_happened_is_no_speaker(text, statement, claims_of):
    (claim,) = claims_of(text)[1].values()
    assert claim.statement == statement
