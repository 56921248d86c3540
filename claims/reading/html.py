"""Web pages: the main text and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.reading.dates import parse_date
from claims.reading.encoding import without_surrogates
from claims.reading.words import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|h1|p)\b[^<]*>",
    re.I | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_HIDDEN = "//" + "|//".join(
    (
        "script",
        "style",
        "nav",
        "noscript",
        "template",
        "form",
        "button",
        "header",
        "footer",
        "aside",
        "svg",
        "iframe",
    )
)
_BLOCKS = frozenset(
    (
        *(
            "p",
            "div",
            "section",
            "article",
            "main",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "br",
            "hr",
        ),
        *("tr", "table", "blockquote", "pre", "figure", "figcaption", "dt", "dd"),
    )
)
_SPACES = re.compile(r"[ \t\r\f\v]*\n\s*")


@dataclass(frozen=True)
class Page:
    """What was read out of a web page; ``text`` is empty if there was nothing to read."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None


def looks_like_html(text: str) -> bool:
    """Whether ``text`` opens as a web page does.

    Examples
    --------
    >>> looks_like_html("<!DOCTYPE html><p>Bomb"), looks_like_html("<3 soldiers hurt>")
    (True, False)
    """
    return bool(_LOOKS_LIKE_HTML.match(text[:4096]))


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page's own ``meta`` element names."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def read_page(html: str, url: str | None = None) -> Page:
    """Read the main text out of a page, broken as it may be.

    Parameters
    ----------
    html
        The page, decoded.
    url
        Where it came from.

    Examples
    --------
    >>> read_page("<body><nav>Home</nav><p>A bomb hit a patrol near Ariha.").text
    'A bomb hit a patrol near Ariha.'
    """
    # Zero bytes end a document for libxml2.
    html = without_surrogates(html).replace("\0", "\ufffd")
    found = _extracted(html, url)
    title = _filled(found.title) if found else None
    text = (found.text or "").strip() if found else ""
    tree = _tree(html)
    if tree is not None:
        text = text or _all_text(tree)
        heading = _heading(tree)
        title = title or heading or _filled(tree.findtext(".//title"))
        text = _headed(text, heading, title)
    if not found:
        return Page(text, title, url=url)
    outlet = _filled(found.sitename) or _filled(found.hostname)
    return Page(text, title, outlet, url or _filled(found.url), parse_date(found.date))


def _extracted(html: str, url: str | None) -> Any | None:
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            html,
            url=url,
            include_comments=False,
            favor_recall=True,
            with_metadata=True,
            # The extensive search takes a lone year for a first of January.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # what a page can break in the parsers below has no common class
        return None


def _tree(html: str) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(html.encode("utf-8"), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None


def _all_text(tree: HtmlElement) -> str:
    """All that a reader of the page sees, for pages without an article."""
    for hidden in tree.xpath(_HIDDEN):
        hidden.drop_tree()
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    return _SPACES.sub("\n", str(tree.text_content())).strip()


def _heading(tree: HtmlElement) -> str | None:
    headings = [_filled(" ".join(h.text_content().split())) for h in tree.xpath("//h1")]
    return headings[0] if len(headings) == 1 else None


def _headed(text: str, heading: str | None, title: str | None) -> str:
    """``text`` below the page's heading, if that is its title and was left out."""
    if not text or not heading or key(heading) != key(title or ""):
        return text
    if key(text[: 4 * len(heading)])[: len(key(heading))] == key(heading):
        return text
    return f"{heading}\n{text}"


def _filled(value: object) -> str | None:
    return (value.strip() or None) if isinstance(value, str) else None
