"""The door: a person's name, asked once, and the token of a desk that other machines reach."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from claims.core.errors import FieldError
from claims.review import links
from claims.review.forms import Form
from claims.review.pages import Pages
from claims.review.visitors import enter, is_same, leave, visitor

LONGEST_NAME = 80
_SECONDS_AFTER_WRONG_TOKEN = 1.0


@dataclass(frozen=True)
class Door:
    """Lets people in."""

    pages: Pages
    token: str | None

    def ask(self, request: Request) -> Response:
        """The form."""
        return self._form(request, links.within(request.query_params.get("then")), None)

    async def enter(self, request: Request, form: Form) -> Response:
        """Take the name, and compare the token."""
        then = links.within(form.text("then"))
        try:
            name = form.needed("name")
            if len(name) > LONGEST_NAME:
                raise FieldError(f"A name may have {LONGEST_NAME} characters.")
        except FieldError as error:
            return self._form(request, then, str(error), 422)
        if self.token is not None and not is_same(form.text("token") or "", self.token):
            # Whoever guesses has to wait; all others are served meanwhile.
            await asyncio.sleep(_SECONDS_AFTER_WRONG_TOKEN)
            return self._form(request, then, "This is not the token of this desk.", 403)
        enter(request, name)
        return RedirectResponse(then, 303)

    async def leave(self, request: Request, _: Form) -> Response:
        """Forget the person, so that another can sit down."""
        leave(request)
        return RedirectResponse("/enter", 303)

    def _form(self, request: Request, then: str, wrong: str | None, status: int = 200) -> Response:
        with_token = self.token is not None
        return self.pages.page(
            request, "enter.html", status, then=then, wrong=wrong, with_token=with_token, most=LONGEST_NAME
        )


def has_entered(request: Request) -> bool:
    """Whether the person has given a name, and the token where there is one."""
    return visitor(request).name is not None
