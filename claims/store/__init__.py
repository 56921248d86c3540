"""Articles and what is found in them, kept with what people decide about it."""

from claims.core.errors import MissingExtraError

try:
    from claims.store.runs import Run
    from claims.store.store import Store
    from claims.store.taking import Taken
except ModuleNotFoundError as error:
    if error.name not in {"sqlalchemy", "msgspec"}:
        raise
    raise MissingExtraError(f"{error.name}, which the store needs,", "store") from None

__all__ = ["Run", "Store", "Taken"]
