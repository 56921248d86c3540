"""One web address, within a time, a size and a number of redirects."""

from __future__ import annotations

import http.client
import queue
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from dataclasses import dataclass
from typing import IO

from claims.core.errors import InputError
from claims.reading.options import ReadingOptions

_BLOCK = 65_536
_NO_PAGE_THERE = "it redirects to something other than a web page"
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; claims/0.1)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, identity",
}
_TEXT_TYPES = re.compile(r"text/|application/xhtml\+xml|application/xml", re.I)


@dataclass(frozen=True)
class Fetched:
    """The answer of a web server.

    Attributes
    ----------
    data
        The body.
    charset
        The encoding that the header declares.
    is_html
        Whether the header says that it is a web page; None if it says nothing.
    """

    data: bytes
    charset: str | None
    is_html: bool | None


def is_url(path: str) -> bool:
    """Whether ``path`` is a web address."""
    return path.lower().startswith(("http://", "https://"))


def fetch(url: str, options: ReadingOptions) -> Fetched:
    """Fetch a page or a text.

    The whole of it, names looked up and headers read, happens in ``options.timeout`` seconds: the
    waiting is done here, the work in a thread of its own, because no setting of a socket bounds
    the time of a server that sends a byte now and then.

    Raises
    ------
    InputError
        If the server cannot be reached or takes too long, does not answer 200, redirects in
        circles, or sends too much or something that is not text.
    """
    outcome: queue.SimpleQueue[Fetched | InputError] = queue.SimpleQueue()
    ends = time.monotonic() + options.timeout

    def work() -> None:
        outcome.put(_outcome(url, options, ends))

    threading.Thread(target=work, name="claims-fetch", daemon=True).start()
    try:
        result = outcome.get(timeout=options.timeout)
    except queue.Empty:
        result = _too_slow(url, options)
    if isinstance(result, InputError):
        raise result
    return result


def _outcome(url: str, options: ReadingOptions, ends: float) -> Fetched | InputError:
    try:
        return _fetched(url, options, ends)
    except InputError as error:
        return error
    except urllib.error.HTTPError as error:
        with error:
            return InputError(url, _http_reason(error))
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            return _too_slow(url, options)
        return InputError(url, f"cannot be reached ({error.reason})")
    except TimeoutError:
        return _too_slow(url, options)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        return InputError(url, f"cannot be fetched ({str(error) or type(error).__name__})")


def _fetched(url: str, options: ReadingOptions, ends: float) -> Fetched:
    request = urllib.request.Request(_in_ascii(url), headers=_HEADERS)
    with _opener().open(request, timeout=options.timeout) as response:
        if response.status != 200:
            raise InputError(url, f"the server answered {response.status} {response.reason}")
        kind = response.headers.get("Content-Type")
        if kind and not _TEXT_TYPES.match(kind):
            raise InputError(url, f"is neither a web page nor text ({kind.split(';')[0].strip()})")
        data = _body(response, url, options, ends)
        if response.headers.get("Content-Encoding", "").lower() in {"gzip", "x-gzip"}:
            data = _unzipped(data, url, options)
        is_html = "html" in kind.lower() if kind else None
        return Fetched(data, response.headers.get_content_charset(), is_html)


def _body(response: http.client.HTTPResponse, url: str, options: ReadingOptions, ends: float) -> bytes:
    blocks: list[bytes] = []
    size = 0
    while block := response.read1(_BLOCK):
        blocks.append(block)
        size += len(block)
        if size > options.most_bytes:
            raise _too_large(url, options)
        if time.monotonic() > ends:
            raise _too_slow(url, options)
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and size < int(declared):
        raise InputError(url, f"the connection broke after {size} of {declared} bytes")
    return b"".join(blocks)


def _unzipped(data: bytes, url: str, options: ReadingOptions) -> bytes:
    plain = zlib.decompressobj(wbits=31).decompress(data, options.most_bytes + 1)
    if len(plain) > options.most_bytes:
        raise _too_large(url, options)
    return plain


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 8

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_url(newurl):
            raise urllib.error.URLError(_NO_PAGE_THERE)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    """Only http and https; the usual opener reads ``file:`` and ``ftp:`` too."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _in_ascii(url: str) -> str:
    """``url`` as it goes over the wire, with its letters beyond ASCII encoded."""
    parts = urllib.parse.urlsplit(url.strip())
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    if not host:
        raise ValueError("the address names no server")
    safe = "/%:@!$&'()*+,;=~?-._"
    path, query = (urllib.parse.quote(part, safe=safe) for part in (parts.path, parts.query))
    return urllib.parse.urlunsplit((parts.scheme.lower(), host, path or "/", query, ""))


def _http_reason(error: urllib.error.HTTPError) -> str:
    if "infinite loop" in str(error.msg):
        return "it redirects without end"
    if "not allowed" in str(error.msg) and 300 <= error.code < 400:
        return _NO_PAGE_THERE
    return f"the server answered {error.code} {error.reason}"


def _too_slow(url: str, options: ReadingOptions) -> InputError:
    return InputError(url, f"did not arrive within {options.timeout:g} seconds")


def _too_large(url: str, options: ReadingOptions) -> InputError:
    return InputError(url, f"is larger than {options.limit}, the limit of one text")
