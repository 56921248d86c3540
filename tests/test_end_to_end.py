"""The whole program with its own models, on the examples and on input that nobody wishes for."""

from __future__ import annotations

import codecs
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from claims.cli.main import main
from claims.core.attribution import Commitment, Manner
from claims.core.errors import InputError
from claims.core.relation import Kind, Label
from claims.core.report import Report
from claims.core.source import SourceKind
from claims.pipeline import report, report_text
from claims.reading.language import NOT_ENGLISH
from claims.reporting.json_format import to_json
from claims.reporting.markdown import render_markdown
from claims.reporting.text import render_text

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE = (
    "Blast in Orlen\n\nThe governor said two people were killed on Monday. "
    "“We saw smoke,” a baker told Radio Velm. Police said at least four people were injured.\n"
)
ENCODINGS = {
    "UTF-8": (ARTICLE.encode(), ARTICLE),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + ARTICLE.encode(), ARTICLE),
    "UTF-16": (ARTICLE.encode("utf-16"), ARTICLE),
    "Windows-1252": (ARTICLE.encode("cp1252"), ARTICLE),
    "lines of Windows": (ARTICLE.replace("\n", "\r\n").encode(), ARTICLE.replace("\n", "\r\n")),
}
HOSTILE = (
    "Blast \x1b[31min\x1b[0m [bold]Orlen[/bold]\n\n"
    "The gover\u200bnor \x1b]0;owned\x07said \x1b[2Jtwo people were \u202ekilled in Orlen\u202c on Monday. "
    "Police in Orlen said that <script>alert(1)</script> three people were injured."
)
PARTS = ("articles", "sources", "attributions", "claims", "events", "relations", "disagreements")
Read = Callable[..., Report]


@pytest.fixture(scope="module")
def examples() -> Report:
    return report(EXAMPLES)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write one file and report on it."""

    def run(data: str | bytes, name: str = "a.txt") -> Report:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return report(path)

    return run


def words(raw: str, spans: Iterable[Iterable[int]]) -> str:
    """The words at offsets of the JSON report, without regard to what was left out between them."""
    return "".join("".join(raw[start:end] for start, end in spans).split())


def assert_offsets_lead_to_words(found: dict[str, Any], raws: dict[str, str]) -> None:
    assert found["claims"]
    for claim in found["claims"]:
        text = "".join(claim["text"].replace(" … ", "").split())
        assert words(raws[claim["article"]], claim["spans"]) == text
    for act in found["attributions"]:
        for part in ("source", "cue", "content"):
            assert all(0 <= start < end <= len(raws[act["article"]]) for start, end in act[part])


def assert_keeps_the_contract(found: dict[str, Any]) -> None:
    assert found["schema"] == "claims-report/1"
    ids = {part: [thing["id"] for thing in found[part]] for part in PARTS}
    assert all(len(given) == len(set(given)) for given in ids.values())
    articles, sources, acts, claims = (
        set(ids[part]) for part in ("articles", "sources", "attributions", "claims")
    )
    assert {s["kind"] for s in found["sources"]} <= {kind.value for kind in SourceKind}
    for claim in found["claims"]:
        assert claim["article"] in articles
        assert claim["attribution"] in acts
        assert {claim["source"], *claim["relays"]} <= sources
        assert claim["event"] is None or claim["event"] in ids["events"]
        assert claim["commitment"] in {c.value for c in Commitment}
        assert claim["manner"] in {m.value for m in Manner}
        assert all(q["high"] is None or q["low"] <= q["high"] for q in claim["quantities"])
    for relation in found["relations"]:
        assert relation["a"] != relation["b"]
        assert {relation["a"], relation["b"]} <= claims
        assert relation["label"] in {label.value for label in Label}
        assert relation["kind"] is None or relation["kind"] in {kind.value for kind in Kind}
        assert 0 <= relation["score"] <= 1
        assert all(relation["reasons"])
    for question in found["disagreements"]:
        assert len(question["sides"]) > 1
        assert all(set(s["claims"]) <= claims and set(s["sources"]) <= sources for s in question["sides"])
    assert '""' not in json.dumps(found)


class TestExamples:
    def test_json_keeps_the_contract(self, examples: Report) -> None:
        assert_keeps_the_contract(json.loads(to_json(examples)))

    def test_offsets_lead_to_the_words(self, examples: Report) -> None:
        found = json.loads(to_json(examples))
        assert_offsets_lead_to_words(found, {a.id: a.raw for a in examples.articles})

    def test_offsets_of_files_count_in_the_files_themselves(self, examples: Report) -> None:
        plain = [a for a in examples.articles if a.path and a.path.endswith(".txt")]
        assert plain
        assert all(a.raw == Path(a.path or "").read_text(encoding="utf-8") for a in plain)

    def test_offsets_of_rows_count_in_the_field_of_text(self, examples: Report) -> None:
        rows = [json.loads(line) for line in (EXAMPLES / "archive.jsonl").read_text("utf-8").splitlines()]
        raws = [a.raw for a in examples.articles if a.path and a.path.endswith("archive.jsonl")]
        fields = {value for row in rows for value in row.values()}
        assert raws
        assert set(raws) <= fields

    def test_one_army_says_none_were_hurt_and_the_other_that_some_were(self) -> None:
        found = report(EXAMPLES / "ariha.txt")
        parting = [r for r in found.relations if r.label is Label.CONTRADICTS]
        assert {r.kind for r in parting} == {Kind.COUNT, Kind.DENIAL}
        pairs = [{found.source(found.claim(c).source).party for c in (r.a, r.b)} for r in parting]
        assert {"Russia", "Turkey"} in pairs
        assert found.disagreements[0].label is Label.CONTRADICTS

    def test_nothing_parts_where_nothing_conflicts(self) -> None:
        found = report(EXAMPLES / "bridge-reopens.txt")
        assert len(found.claims) > 3
        assert not found.disagreements

    @pytest.mark.parametrize("width", [40, 80, 200])
    def test_every_parting_pair_is_in_the_text_report(self, width: int, examples: Report) -> None:
        shown = " ".join(render_text(examples, width).split())
        assert "without a question of their own" not in shown
        reasons = {r.reasons[0] for r in examples.relations if r.label in (Label.CONTRADICTS, Label.DIFFERS)}
        letters = "".join(shown.split())
        assert reasons
        assert all("".join(reason.split()) in letters for reason in reasons)

    def test_tables_have_a_row_for_each(self, examples: Report) -> None:
        assert len(examples.claims_table()) == len(examples.claims)
        assert len(examples.relations_table()) == len(examples.relations)


@pytest.mark.parametrize(("data", "raw"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_offsets_count_in_the_decoded_file(data: bytes, raw: str, read: Read) -> None:
    found = json.loads(to_json(read(data)))
    assert_keeps_the_contract(found)
    assert_offsets_lead_to_words(found, {"a": raw})
    assert "two people were killed on Monday" in {c["text"] for c in found["claims"]}


def test_offsets_count_in_the_cell_of_a_table(read: Read) -> None:
    text = 'The governor said, "two people were killed".\nPolice said five people were injured.'
    cell = text.replace('"', '""')
    found = json.loads(to_json(read(codecs.BOM_UTF8 + f'title,text\nBlast,"{cell}"\n'.encode(), "a.csv")))
    assert_offsets_lead_to_words(found, {"a-2": text})


def test_a_hostile_article_is_read_as_if_it_were_clean_and_obeyed_by_nobody(read: Read) -> None:
    found = read(HOSTILE, "a\x1b[31m[b]\u202e.txt")
    assert "governor" in {s.name for s in found.sources}
    assert any(c.text.startswith("two people were killed in Orlen") for c in found.claims)
    assert_offsets_lead_to_words(json.loads(to_json(found)), {found.articles[0].id: HOSTILE})
    for shown in (render_text(found), render_markdown(found)):
        assert all(c.isprintable() or c == "\n" for c in shown)
    assert "<script" not in render_markdown(found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Crossword\n\nOne across. Two down. Good luck!\n", id="no claim"),
        pytest.param("Yes.", id="a word"),
        pytest.param("1 2 3\n4 5 6\n", id="figures"),
        pytest.param('“”“”“”\n\n"""\n\n\'', id="nothing but quotation marks"),
        pytest.param("🙂 " * 50, id="emoji"),
        pytest.param("word " * 600, id="a sentence without end"),
        pytest.param("(" * 300 + "said" + ")" * 300, id="brackets"),
        pytest.param(ARTICLE.upper(), id="capitals"),
        pytest.param(ARTICLE.lower(), id="small letters"),
        pytest.param(
            "“We ran.”\n\n“Nobody was hurt.”\n\n“It was over in a minute,” he said.", id="quotations"
        ),
        pytest.param("said said said. According to. : – “said”", id="cues alone"),
    ],
)
def test_odd_text_does_no_harm(text: str, read: Read) -> None:
    try:
        found = read(text)
    except InputError as error:
        assert error.why in {"holds no article: nothing is left without page furniture", "is empty"}
        return
    assert not found.skipped
    assert not found.disagreements
    assert_keeps_the_contract(json.loads(to_json(found)))


def test_an_article_without_a_claim_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Crossword\n\nOne across. Two down. Good luck!\n")
    assert main(["report", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "No claim found." in out
    assert err == ""


class TestSeveralInputs:
    @pytest.fixture
    def good(self, tmp_path: Path) -> Path:
        path = tmp_path / "good.txt"
        path.write_text(ARTICLE, encoding="utf-8")
        return path

    def test_the_others_are_reported_if_one_is_bad(
        self, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        missing = tmp_path / "missing.txt"
        assert main(["report", str(missing), str(good), "--format", "json"]) == 1
        out, err = capsys.readouterr()
        why = "there is no such file or folder"
        assert err.splitlines() == ["1 of 2 left out:", f"  {missing}: {why}"]
        found = json.loads(out)
        assert found["claims"]
        assert found["skipped"] == [{"where": str(missing), "why": why}]

    def test_broken_lines_are_named_and_the_others_count(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text(f'{json.dumps({"text": ARTICLE})}\n{{"text": "x\n{json.dumps({"text": ARTICLE})}\n')
        assert main(["report", str(path)]) == 0
        out, err = capsys.readouterr()
        assert "2 articles" in out
        assert "1 of 3 left out" in out
        assert err.splitlines()[1].startswith(f"  {path}:2: broken JSON")

    def test_all_bad_is_one_error_that_names_each(self, tmp_path: Path) -> None:
        missing, empty = tmp_path / "missing.txt", tmp_path / "empty.txt"
        empty.touch()
        with pytest.raises(InputError) as caught:
            report(missing, empty)
        assert str(caught.value) == (
            f"none of the 2 inputs can be used: {missing}: there is no such file or folder; {empty}: is empty"
        )


def test_a_text_in_another_language_is_refused() -> None:
    with pytest.raises(InputError, match=NOT_ENGLISH):
        report_text("Министерство обороны сообщило, что двое военных ранены.")


def test_no_connection_is_tried_and_nothing_strays_to_standard_error(tmp_path: Path) -> None:
    """In a process of its own, with no home to write to and no locale."""
    guard = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise SystemExit('a connection was tried')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse\n"
        "from claims.cli.main import main\n"
        "sys.exit(main(['report', sys.argv[1]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", guard, str(EXAMPLES / "ariha.txt")],
        capture_output=True,
        check=False,
        cwd=EXAMPLES.parent,
        env={"PATH": "", "HOME": str(tmp_path / "nowhere"), "LC_ALL": "C"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "CONTRADICTS" in done.stdout.decode("utf-8")
    assert not (tmp_path / "nowhere").exists()


def test_a_denial_contradicts_and_never_bears_out(read: Read) -> None:
    found = read(
        "The company that runs the dam denied that the dam had failed. Engineers said the dam had failed."
    )
    assert [(r.label, r.kind) for r in found.relations] == [(Label.CONTRADICTS, Kind.DENIAL)]
