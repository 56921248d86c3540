"""Page furniture: paragraphs that a website puts around the news.

Every rule looks at a whole paragraph, and most know it by a closed vocabulary: a prompt opens as
prompts do and holds nothing but words of prompts and a few names. One foreign word ("gunmen",
"told") makes it news, which stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_LONGEST = 400
# Quotation marks are no decoration: what somebody is quoted as saying is never furniture.
_DECORATION = " \t\xa0[](){}|•·*#>»«‹›→←▶►▼-–—_=+~:…"
_WORD = re.compile(r"@?[\w’'&.+-]*\w|[^\w\s]")
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_FILLER = frozenset(",.!:;|/&()[]-–—•·>»→*…+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLATFORMS = _words(
    "facebook twitter x instagram whatsapp telegram youtube tiktok linkedin pinterest reddit flipboard "
    "threads bluesky mastodon messenger viber vk snapchat tumblr pocket signal google apple spotify "
    "soundcloud"
)
_SHARE_WORDS = _PLATFORMS | _words(
    "share shares tweet pin post send email e-mail mail print save copy link sms rss comment comments "
    "like bookmark via on this by to in and"
)
_SHARE_MARKS = _words("share shares tweet email e-mail print comment comments") | (
    _PLATFORMS - {"x", "signal", "pocket", "threads"}
)
_PROMPT = re.compile(
    r"(?:please |and |also |you can |be sure to |don[’']t forget to |to )*"
    r"(?:follow|like|find|join|subscribe|sign ?up|register|share|click|tap|download|get|receive|stay|keep up|"
    r"never miss|don[’']t miss|tune in|enter your|support|donate|become a|thank you for|thanks for|"
    r"already a|log ?in|sign ?in|want more|for more|to read|to receive|to get|listen to|watch us|visit|"
    r"leave a|post a|add a|write a|read the|read more|read full|see all|view all|show more|have a)\b",
    re.I,
)
_PROMPT_MARKS = _PLATFORMS | _words(
    "newsletter newsletters email e-mail inbox app article story page channel channels updates "
    "notifications alerts here subscriber subscription comment comments bulletin feed podcast website "
    "account connected us subscribe briefing reading journalism tip friends"
)
_PROMPT_WORDS = _PROMPT_MARKS | _words(
    "a an the our your my and or to for of on in at by from with via you we it is as this that these all "
    "any more most now today free please be first get getting receive stay keep up date know never don't "
    "miss follow like find join sign signup register share click tap download read full see view show "
    "leave post add write enter address submit continue access unlimited latest breaking daily weekly "
    "morning evening day's day week's news stories headlines top best must-read analysis content coverage "
    "delivered straight directly right informed touch into every out new live independent support donate "
    "become member thank thanks already have log login in signin want visit mobile android iphone ios "
    "store play button link below above bell icon also media social accounts handles networks listen "
    "watch video videos audio about world if enjoyed using group ever when sent one morning's and/or"
)
_SIGN_OFF = re.compile(
    r"(?:additional |with )?(?:reporting|writing|editing|compiled|edited|reported|written) by\b", re.I
)
_SIGN_OFF_WORDS = _words(
    "by in at and with additional reporting writing editing compiled edited reported written from for the "
    "of bureau newsroom staff desk agencies al- de van von bin el the"
)
_LABELS = _words(
    "advertisement advertising advert ad menu search share tweet print close loading home tags comments"
) | {
    *("sponsored", "sponsored content", "paid content", "promoted content", "story continues below"),
    *(
        "story continues below advertisement",
        "article continues below",
        "article continues below advertisement",
    ),
    *("article continues after advertisement", "story continues after advertisement", "continue reading"),
    *(
        "continue reading below",
        "advertisement continue reading below",
        "scroll to continue",
        "skip to content",
    ),
    *("skip to main content", "skip advertisement", "back to top", "back to home", "show more", "load more"),
    *("read more", "read also", "also read", "see also", "read full story", "related", "related articles"),
    *(
        "related stories",
        "related news",
        "related topics",
        "related content",
        "more on this story",
        "most read",
    ),
    *("most popular", "trending", "trending now", "recommended", "recommended for you", "you may also like"),
    *("you might also like", "more from this section", "editor's picks", "editors' picks", "leave a comment"),
    *("leave a reply", "no comments", "click here", "tap here", "learn more", "log in", "sign in", "sign up"),
    *(
        "subscribe",
        "follow us",
        "share this",
        "share this article",
        "share this story",
        "listen to this article",
    ),
    *("play video", "getty images", "file photo", "follow", "copy link", "link copied", "about the author"),
    *("topics", "post a comment", "next article", "previous article", "all rights reserved", "top stories"),
}
_LINK = re.compile(
    r"(?:read (?:more|also|next|this)|also read|see also|"
    r"related(?: (?:article|story|news|stories|articles))?|"
    r"more on this|don[’']t miss|recommended|you may also like)\s*[:|▶►»>–—]",
    re.I,
)
_READ_TIME = re.compile(
    r"(?:(?:estimated |approx(?:imate|\.) )?reading time\W{0,3})?(?:about |less than )?"
    r"(?:\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:\s?[-–]\s?\d{1,2})?[\s-]?min(?:ute)?s?[.]?\s?"
    r"(?P<read>(?:to )?read(?:ing)?(?: time)?)?",
    re.I,
)
_PHOTO_CREDIT = re.compile(
    r"(?:(?:file |cover |featured |lead )?(?:photo(?:graph)?|image|picture|illustration|video)s?)"
    r" (?:credit|courtesy|source|by|copyright|via)s?(?: of)?\b\s?[:/|©,]?",
    re.I,
)
_CAPTION = re.compile(
    r"(?:file |cover |featured |lead )?"
    r"(?:photo(?:graph)?|image|picture|illustration|credit)s?\s?[:/|©]",
    re.I,
)
_NAME = r"(?:[A-Z][\w’'.-]*|al-[A-Z]\w+|de|van|von|bin|el|al)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,3}}"
_AGENCIES = (
    r"(?:reuters|afp|ap|epa|getty(?: images)?|"
    r"anadolu(?: agency)?|xinhua|tass|sputnik|shutterstock|upi|dpa|sana)"
)
_AGENCY_CREDIT = re.compile(rf"{_NAMES} ?(?:[/©]|via) ?(?i:{_AGENCIES})(?: (?i:photo))?(?: ?/ ?{_NAMES})?")
_COOKIES = re.compile(
    r"(?:we (?:and our partners )?(?:use|store)|th(?:is|e) (?:web)?site (?:uses|stores)|"
    r"our (?:web)?sites? uses?|"
    r"by (?:continuing|using|clicking|browsing)|(?:please )?(?:accept|manage|allow|reject)(?: all)? cookies|"
    r"cookies? (?:settings|policy|preferences|notice|consent)|i accept)\b",
    re.I,
)
_COPYRIGHT = re.compile(
    r"copyright\s*(?:©|\(c\)|(?:19|20)\d\d)|©|\(c\) ?(?:19|20)\d\d|"
    r"all rights reserved|this \w+ may not be \w+,? ",
    re.I,
)
_LEGAL_WORDS = _words(
    "copyright c all rights reserved this material content article story may not be published broadcast "
    "rewritten or redistributed reproduced copied transmitted in any form whole part without prior "
    "written permission consent of the from by and is protected law international laws terms use privacy "
    "policy conditions apply company ltd inc"
)
_BYLINE = re.compile(
    rf"(?:By|BY|by|Written by|Words by|Author:)\s+{_NAMES}(?:(?:,| and| &|, and) {_NAMES}){{0,3}}"
    rf"(?:\s?(?:,|\||/|-|–|—| in| for| at)\s?{_NAMES}){{0,3}}"
)
_NO_BYLINE = re.compile(r"by\s+(?:\w+day|\w+ing|january|february|march|april|may|june|july|august|september|"
                        r"october|november|december|the|land|sea|air|all|then|now)\b", re.I)  # fmt: skip
_BREADCRUMB = re.compile(r"home\s*[>»/|›]\s*\w[\w\s>»/|›&-]{0,80}", re.I)


def furniture(text: str) -> str | None:
    """Name the kind of furniture that a paragraph is; None for news.

    Parameters
    ----------
    text
        A whole paragraph.

    Examples
    --------
    >>> furniture("Follow us on Facebook and Telegram to stay connected")
    'prompt'
    >>> furniture("Follow us, the gunmen told the villagers.") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    if not any(map(str.isalnum, text)):
        return "punctuation"
    core = text.strip(_DECORATION).strip()
    return next((name for name, is_kind in _RULES if is_kind(core)), None)


def _is_label(text: str) -> bool:
    return text.casefold().replace("’", "'").rstrip(".!: ") in _LABELS


def _is_read_time(text: str) -> bool:
    match = _READ_TIME.fullmatch(text)
    return bool(match and (match["read"] or "reading time" in text.lower()))


def _is_share_row(text: str) -> bool:
    first = text.split(maxsplit=1)[0].lower().strip(".,:|")
    if first not in _SHARE_WORDS and not first.isdigit():
        return False
    words = _plain_words(text)
    known = [word for word in words if not word.isdigit()]
    return set(known) <= _SHARE_WORDS and bool(_SHARE_MARKS.intersection(known)) and len(words) <= 25


def _is_prompt(text: str) -> bool:
    if not _PROMPT.match(text):
        return False
    tokens = [t for t in _WORD.findall(_URL.sub("", text)) if t not in _FILLER]
    # Where every word has a capital, as in some headlines, capitals do not tell names.
    names = 4 if any(word.islower() for word in tokens[1:]) else 0
    return bool(_PROMPT_MARKS.intersection(_lower(tokens))) and _holds_only(_PROMPT_WORDS, tokens, names)


def _is_sign_off(text: str) -> bool:
    return bool(_SIGN_OFF.match(text)) and _holds_only(_SIGN_OFF_WORDS, _WORD.findall(text), names=30)


def _is_link(text: str) -> bool:
    return bool(_LINK.match(text)) and len(text.split()) <= 25 and not text.endswith(".")


def _is_photo_credit(text: str) -> bool:
    credit = _PHOTO_CREDIT.match(text)
    if credit and _holds_only(_SIGN_OFF_WORDS, _WORD.findall(text[credit.end() :]), names=8):
        return True
    # A caption that is a sentence may tell news.
    words = len(text.split())
    return bool(_CAPTION.match(text)) and words <= 9 and not text.endswith((".", "!", "?", '"', "”"))


def _is_agency_credit(text: str) -> bool:
    return len(text.split()) <= 10 and bool(_AGENCY_CREDIT.fullmatch(text))


def _is_cookie_banner(text: str) -> bool:
    return "cookie" in text.lower() and bool(_COOKIES.match(text))


def _is_copyright(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if not word.isdigit() and word != "©"]
    return bool(_COPYRIGHT.match(text)) and _holds_only(_LEGAL_WORDS, words, names=12)


def _is_byline(text: str) -> bool:
    return bool(_BYLINE.fullmatch(text)) and not _NO_BYLINE.match(text)


def _is_breadcrumb(text: str) -> bool:
    return bool(_BREADCRUMB.fullmatch(text))


_RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("label", _is_label),
    ("reading time", _is_read_time),
    ("share row", _is_share_row),
    ("prompt", _is_prompt),
    ("sign-off", _is_sign_off),
    ("link", _is_link),
    ("photo credit", _is_photo_credit),
    ("photo credit", _is_agency_credit),
    ("cookie banner", _is_cookie_banner),
    ("copyright", _is_copyright),
    ("byline", _is_byline),
    ("breadcrumb", _is_breadcrumb),
)


def _lower(words: Iterable[str]) -> list[str]:
    return [word.lower().replace("’", "'").rstrip(".") for word in words]


def _plain_words(text: str) -> list[str]:
    return _lower(word for word in _WORD.findall(text) if word[-1].isalnum())


def _holds_only(vocabulary: frozenset[str], tokens: list[str], names: int) -> bool:
    """Whether all ``tokens`` are in ``vocabulary``, up to ``names`` capitalised ones excepted."""
    foreign = [
        token
        for token, low in zip(tokens, _lower(tokens), strict=True)
        if low not in vocabulary and token not in _FILLER and not token.startswith("@")
    ]
    return len(foreign) <= names and all(token[0].isupper() for token in foreign)
