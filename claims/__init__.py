"""Who says what in the news, and where the accounts part.

>>> import claims
>>> found = claims.report_text("The governor said two people were killed. Rebels denied it.")
>>> found.claims[0].statement
'Two people were killed.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.core.progress import Progress
    from claims.pipeline import ModelChoice, Pipeline, report, report_text

__version__ = "0.1.0"
__all__ = ["ModelChoice", "Pipeline", "Progress", "__version__", "report", "report_text"]


def __getattr__(name: str) -> Any:
    """Load the pipeline, and with it torch, only when it is asked for."""
    if name in __all__:
        from claims import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'claims' has no attribute {name!r}")
