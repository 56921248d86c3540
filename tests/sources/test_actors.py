from __future__ import annotations

from pathlib import Path

import pytest

from claims.core.errors import InputError
from claims.core.source import SourceKind
from claims.sources import load_actors
from claims.sources.phrases import pieces


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("the White Helmets", "Syria Civil Defence"),
        ("Médecins Sans Frontières", "Doctors Without Borders"),
        ("the AFP news agency", "Agence France-Presse"),
        ("ISIL", "Islamic State"),
        ("Jaysh al-Islam", "Jaish al-Islam"),
        ("The World Health Organisation", "World Health Organization"),
    ],
)
def test_aliases_lead_to_their_actor(actors, words: str, name: str) -> None:
    assert [m.value.name for m in actors.find(pieces(words))] == [name]


def test_a_short_name_holds_only_where_its_state_is_spoken_of(actors) -> None:
    assert actors.named("the SDF".removeprefix("the "), frozenset({"Japan"})) is None
    assert actors.named("SDF", frozenset({"Syria"})).name == "Syrian Democratic Forces"


def test_every_contested_party_of_the_list_is_spelt_as_the_states_are(actors) -> None:
    in_brackets = {a.party for a in actors.actors if a.party and "(" in a.party}
    assert all(actors.parties.state_of(party) for party in in_brackets)


def test_a_list_of_the_users_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- group: Ours\n  kind: armed_group\n  actors:\n"
        "    Harbour Guard: {party: Harbour, aliases: [HG]}\n    Reuters: {kind: other}\n"
    )
    actors = load_actors(path)
    assert actors.named("HG").kind is SourceKind.ARMED_GROUP
    assert actors.parties.party_of("Harbour Guard boats") == "Harbour"
    assert actors.named("Reuters").kind is SourceKind.OTHER


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        pytest.param("actors: {}\n", 1, "must be a list of groups", id="no list"),
        pytest.param("- group: A\n  kind: army\n  actors: {}\n", 2, "'army' is no kind of source", id="kind"),
        pytest.param("- group: A\n  actors:\n    Guard: {party: X}\n", 3, "needs a kind", id="no kind"),
        pytest.param("- group: A\n  kind: media\n  actors:\n    B: {alias: [C]}\n", 4, "'alias'", id="key"),
        pytest.param(
            "- group: A\n  kind: media\n  actors:\n    B: {aliases: C}\n", 4, "a list", id="no list"
        ),
        pytest.param("- group: A\n  kind: media\n  actors:\n    B: {short: [C]}\n", 4, "'in:'", id="short"),
        pytest.param("- group: [A\n", 2, "is not YAML", id="no YAML"),
    ],
)
def test_errors_name_the_line_and_what_to_do(tmp_path: Path, text: str, line: int, why: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        load_actors(path)
    assert caught.value.where == f"{path}:{line}"
    assert why in caught.value.why


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_actors(tmp_path / "none.yaml")
