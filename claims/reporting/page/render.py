"""The page written: templates filled, style sheet and scripts inlined."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claims.core.report import Report
from claims.reporting import words
from claims.reporting.page.policy import content_security_policy
from claims.reporting.page.view import view
from claims.reporting.sanitise import visible

PACKAGE = "claims.reporting.page"
STYLE = "static/page.css"
SCRIPTS = (
    "vendor/cytoscape-3.34.4.min.js",
    "static/matrix.js",
    "static/reveal.js",
    "static/card.js",
    "static/graph.js",
)


def render_page(report: Report) -> str:
    """The report as one HTML file that needs no other file and makes no request.

    All words of articles are text to the browser, whatever is in them; scripts and styles other than
    those of the page are refused by its Content-Security-Policy.
    """
    style = _asset(STYLE)
    scripts = [_asset(name) for name in SCRIPTS]
    return (
        _environment()
        .get_template("page.html")
        .render(
            view=view(report),
            words=words,
            policy=content_security_policy(scripts, [style]),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
        )
    )


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """Words without what could reorder or hide them; markup of our own stays as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    # Browsers read line ends as \n, and the policy holds a hash of what they read.
    return files(PACKAGE).joinpath(name).read_text("utf-8").replace("\r\n", "\n")
