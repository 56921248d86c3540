"""Articles from text, web pages and archives, cleaned, with offsets back to what was given."""

from claims.reading.articles import article_from_text, articles_from, unusable, with_unique_ids
from claims.reading.cleaning import Cleaned, Dropped, clean
from claims.reading.options import ReadingOptions

__all__ = [
    "Cleaned",
    "Dropped",
    "ReadingOptions",
    "article_from_text",
    "articles_from",
    "clean",
    "unusable",
    "with_unique_ids",
]
