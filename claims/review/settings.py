"""Where the desk listens, and what a person needs to be let in."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from claims.core.errors import SettingsError

LOOPBACK = "127.0.0.1"
PORT = 8765
SHORTEST_TOKEN = 16


@dataclass(frozen=True)
class Settings:
    """The address of the desk, and the token that opens it to other machines.

    Attributes
    ----------
    port
        0 for any that is free.
    token
        Asked of everybody who comes; None for a desk that only this machine reaches.

    Raises
    ------
    SettingsError
        If other machines could reach the desk without a token, or with one that can be guessed.
    """

    host: str = LOOPBACK
    port: int = PORT
    token: str | None = None

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise SettingsError(f"the token is too short: give at least {SHORTEST_TOKEN} characters")
        if self.token is None and not is_loopback(self.host):
            raise SettingsError(
                f"--host {self.host} opens the desk to other machines: give --token with it, "
                "a secret that you tell those who may decide"
            )

    @property
    def address(self) -> str:
        """What to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``.

    Examples
    --------
    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host.casefold() == "localhost":
        return True
    address = as_address(host)
    return address is not None and address.is_loopback


def as_address(host: str) -> IPv4Address | IPv6Address | None:
    """``host`` as an IP address, None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None
