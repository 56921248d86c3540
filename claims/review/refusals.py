"""Answers to requests that are refused before any page is made."""

from __future__ import annotations

from starlette.responses import HTMLResponse

_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refused</title><link rel="stylesheet" href="/static/page.css"></head>
<body><main><h1>Refused</h1><p>{why}</p>{further}</main></body>
</html>
"""
_GO_ON = '<p><a href="/">Open the desk</a></p>'


def refusal(status: int, why: str, go_on: bool = False) -> HTMLResponse:
    """A page of fixed words: nothing of the request is repeated in it.

    Parameters
    ----------
    go_on
        Whether to offer the way into the desk.
    """
    return HTMLResponse(_PAGE.format(why=why, further=_GO_ON if go_on else ""), status)
