"""The style sheets, scripts and the icon of the desk: a fixed table, so that no request names a file."""

from __future__ import annotations

from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_SCRIPT, _STYLE = "text/javascript; charset=utf-8", "text/css; charset=utf-8"

# Name in the address: package, file, type.
TABLE = {
    "page.css": ("claims.reporting.page", "static/page.css", _STYLE),
    "desk.css": ("claims.review", "static/desk.css", _STYLE),
    "keys.js": ("claims.review", "static/keys.js", _SCRIPT),
    "select.js": ("claims.review", "static/select.js", _SCRIPT),
    "sources.js": ("claims.review", "static/sources.js", _SCRIPT),
    "digest.js": ("claims.review", "static/digest.js", _SCRIPT),
    "icon.svg": ("claims.review", "static/icon.svg", "image/svg+xml"),
}


def asset(request: Request) -> Response:
    """One of the table."""
    found = TABLE.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "There is no such file.")
    package, name, kind = found
    text = files(package).joinpath(name).read_text("utf-8")
    return Response(text, media_type=kind, headers={"Cache-Control": "private, max-age=60"})
