"""Articles that attack their reader stay text."""

from __future__ import annotations

import pytest

from claims.core.report import Report
from claims.reporting.sanitise import plain
from tests.reporting.page.conftest import Reader, draw_graph
from tests.reporting.page.made_up import one_claim

ATTACKS = [
    pytest.param("</script><script>alert(1)</script>", id="script"),
    pytest.param("<img src=x onerror=alert(1)>", id="image"),
    pytest.param("{{ 7 * 7 }} {% raw %} ${7*7} {# no #}", id="template"),
    pytest.param("</style><style>*{display:none}</style>", id="style"),
    pytest.param('"\' autofocus onfocus=alert(1) x="', id="attribute"),
    pytest.param("<!-- --> ]]> </title></textarea></template>", id="comment"),
    pytest.param("&lt;b&gt; &amp; &#x3c;", id="entities"),
    pytest.param("<svg><a xlink:href='javascript:alert(1)'>x</a></svg>", id="link"),
    pytest.param("<meta http-equiv=refresh content='0;url=http://example.org'>", id="refresh"),
    pytest.param("\u2028\u2029\u202eabc\x00\x1b[2J \ud800 \u200b", id="controls"),
    pytest.param("שלום עולם 🚑 مرحبا", id="right to left"),
    pytest.param("x" * 10_000, id="endless word"),
]


@pytest.mark.parametrize("words", ATTACKS)
def test_words_of_an_article_are_text_in_quotations_cards_and_graph(reader: Reader, words: str) -> None:
    page = reader.open(one_claim(words))
    quoted = page.locator(".dispute q").first.text_content()
    assert " ".join(quoted.split()) == plain(words)
    assert page.locator("h3").first.is_visible()
    assert page.evaluate("document.scripts.length") == 7
    assert page.evaluate("document.images.length") == 0
    draw_graph(page)
    page.locator(".m[role=button]").first.focus()
    said = page.locator("#card .statement").first.text_content()
    assert " ".join(said.split()) == plain(words)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_invented_run_is_hostile_and_harmless(reader: Reader, report: Report, hostile: str) -> None:
    page = reader.open(report)
    assert plain(hostile) in " ".join(page.locator("#articles ~ details").last.text_content().split())
