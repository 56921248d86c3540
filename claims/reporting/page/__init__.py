"""A report as one web page: a file that needs no other file and no network."""

from claims.reporting.page.render import render_page

__all__ = ["render_page"]
