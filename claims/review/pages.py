"""Pages of the desk: templates filled with what a view holds, every word of it text to the browser."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from claims.reporting import words
from claims.reporting.sanitise import visible
from claims.review import links
from claims.review.changes import is_web_address
from claims.review.visitors import last, visitor


class Pages:
    """Fills the templates."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=PackageLoader("claims.review"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        self._environment.globals.update(words=words, links=links, is_web_address=is_web_address)

    def page(self, request: Request, name: str, status: int = 200, **values: object) -> HTMLResponse:
        """The page ``name`` with ``values``, for the person who asked."""
        template = self._environment.get_template(name)
        text = template.render(visitor=visitor(request), last=last(request), **values)
        return HTMLResponse(text, status)


def _shown(value: object) -> object:
    """Words without what could reorder or hide them; markup of our own stays as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
