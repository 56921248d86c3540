"""The desk started, if its libraries are there."""

from __future__ import annotations

from collections.abc import Callable

from claims.core.errors import MissingExtraError
from claims.review.settings import Settings


def start(where: str, settings: Settings, say: Callable[[str], None], browse: bool = True) -> None:
    """Open the store at ``where`` and let people decide about it until the program is stopped.

    Raises
    ------
    MissingExtraError
        If the libraries of the desk are not installed.
    StoreError
        If there is no store at ``where``, or it cannot be used.
    """
    try:
        from claims.review.serve import serve
        from claims.store import Store
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"{error.name}, which the desk needs,", "desk") from error
    with Store.open(where, create=False) as store:
        serve(store, settings, say, browse)
