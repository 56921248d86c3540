"""The page as a file."""

from __future__ import annotations

import html
import re

import pytest
from lxml import etree

from claims.core.report import Report
from claims.reporting.page import render_page
from claims.reporting.page.policy import source


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return render_page(report)


def test_every_script_and_style_is_in_the_policy(page: str) -> None:
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])
    inline = re.findall(r"<script>(.*?)</script>|<style[^>]*>(.*?)</style>", page, re.DOTALL)
    assert len(inline) == 6
    assert all(source(script or style) in policy for script, style in inline)
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


def test_the_policy_comes_before_anything_it_is_about(page: str) -> None:
    assert page.index("Content-Security-Policy") < min(page.index("<style"), page.index("<script"))


def test_nothing_is_fetched(page: str) -> None:
    tree = etree.HTML(page)
    assert tree.xpath("//script[@src] | //img | //iframe | //object | //form | //*[@style]") == []
    assert tree.xpath("//link/@href") == ["data:,"]
    assert all(href.startswith("#") for href in tree.xpath("//a/@href"))
    assert not [name for one in tree.iter() for name in getattr(one, "attrib", ()) if name.startswith("on")]


def test_every_link_leads_somewhere(page: str) -> None:
    tree = etree.HTML(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//a/@href")} <= set(ids)


def test_it_never_says_who_is_right(page: str) -> None:
    assert "It does not say who is right." in page


def test_the_licence_of_the_graph_library_is_in_the_file(page: str) -> None:
    assert "The Cytoscape Consortium" in page


def test_the_same_report_makes_the_same_file(page: str, report: Report) -> None:
    assert render_page(report) == page
