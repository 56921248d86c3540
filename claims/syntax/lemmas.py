"""Lemmas as suffix edits, so that a classifier can give them.

``said`` becomes ``say`` by dropping two letters and adding ``y``: the edit ``2y``. A few hundred
edits cover English, irregular forms included (Chrupała 2006, "Simple data-driven
context-sensitive lemmatization").
"""

from __future__ import annotations

import re

_IRREGULAR = """
do did done, sink sank sunk, shoot shot, fall fell fallen, rise rose risen, strike struck, leave left,
flee fled, bring brought, begin began begun, break broke broken, catch caught, choose chose chosen, come came,
drive drove driven, fight fought, fly flew flown, find found, forget forgot forgotten,
freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung,
hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid, lead led, lose lost,
make made, mean meant, meet met, pay paid, ride rode ridden, run ran, say said, see saw seen,
seek sought, sell sold, send sent, shake shook shaken, shrink shrank shrunk, sing sang sung, sit sat,
slay slew slain, speak spoke spoken, spend spent, stand stood, steal stole stolen, swear swore sworn,
swim swam swum, take took taken, teach taught, tell told, think thought, throw threw thrown,
wear wore worn, win won, withdraw withdrew withdrawn, write wrote written, blow blew blown,
tear tore torn, build built, burn burnt, buy bought, overrun overran, retake retook retaken,
undergo underwent undergone, hit hit, put put, cut cut, set set, shut shut, hurt hurt, cost cost, let let,
burst burst, cast cast, quit quit, shed shed, split split, spread spread, beat beat beaten, sweep swept,
deal dealt, feed fed, sleep slept, bleed bled, dig dug, ram rammed, light lit, lend lent, spin spun,
stick stuck, bite bit bitten, draw drew drawn, drink drank drunk, eat ate eaten, creep crept,
forbid forbade forbidden, arise arose arisen, overcome overcame, understand understood, uphold upheld,
withhold withheld, mistake mistook mistaken, wake woke woken, parachute parachuted
"""
"""Verbs whose pasts a classifier of endings confuses: base, past, participle."""

_SOFT = ("aged", "rged", "dged", "eged", "iged")
"""Ends of participles whose verbs end in "ge" ("staged", "charged")."""

_NOT_IN_Y = frozenset({"died", "lied", "tied", "vied", "belied", "untied", "skied", "taxied"})
"""Pasts in "ied" of verbs that end in "ie" or "i"."""

_CLOSED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""Verbs of one short syllable, which double their last letter ("stop", "drag")."""

_DOUBLED = re.compile(r"[^aeiou]?[aeiou]([bdgmnprt])\1$")
_DOUBLE = frozenset({"add", "err", "ebb", "egg", "purr", "odd", "butt", "putt", "inn", "watt"})

_ONE_S = frozenset({"gass", "buss"})
"""Of the verbs in "ss" ("pass", "press"), those that are none."""

_EDIT = re.compile(r"(\d+)(.*)", re.DOTALL)


def edit_between(form: str, lemma: str) -> str:
    """The edit that turns ``form`` (lower-cased) into ``lemma``.

    Examples
    --------
    >>> edit_between("Said", "say")
    '2y'
    """
    form = form.lower()
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}{lemma[shared:]}"


def apply_edit(form: str, edit: str) -> str:
    """Apply an edit of :func:`edit_between`; a form too short for it stays as it is.

    Examples
    --------
    >>> apply_edit("Said", "2y")
    'say'
    """
    form = form.lower()
    match = _EDIT.fullmatch(edit)
    if match is None:
        return form
    if form.endswith("children"):
        return form.removesuffix("ren")
    drop = int(match[1])
    if form.endswith(_SOFT) and edit == "2":
        return form[:-1]
    if form.endswith("ied") and edit in ("1", "2") and form not in _NOT_IN_Y:
        return form[:-3] + "y"
    if drop > len(form):
        return form
    lemma = form[: len(form) - drop] + match[2]
    # A classifier of endings takes "dropping" for one of "dropp".
    doubled = _DOUBLED.search(lemma) is not None and lemma not in _DOUBLE
    return lemma[:-1] if form != lemma and (doubled or lemma in _ONE_S) else lemma


def irregular_pasts() -> dict[str, str]:
    """Past forms and participles of irregular verbs with their base.

    Examples
    --------
    >>> irregular_pasts()["sunk"]
    'sink'
    """
    verbs = (line.split() for line in _IRREGULAR.replace("\n", " ").split(","))
    return {past: base for base, *pasts in verbs for past in pasts}


def past_of(lemma: str) -> str:
    """The past of a verb.

    Examples
    --------
    >>> [past_of(v) for v in ("kill", "hit", "stop", "carry", "stage", "leave")]
    ['killed', 'hit', 'stopped', 'carried', 'staged', 'left']
    """
    return _forms(lemma)[0]


def participle_of(lemma: str) -> str:
    """The past participle of a verb.

    Examples
    --------
    >>> [participle_of(v) for v in ("kill", "hit", "beat", "leave", "take")]
    ['killed', 'hit', 'beaten', 'left', 'taken']
    """
    return _forms(lemma)[1]


def _forms(lemma: str) -> tuple[str, str]:
    """The past and the participle of a verb."""
    for line in _IRREGULAR.replace("\n", " ").split(","):
        base, *forms = line.split()
        if base == lemma:
            return forms[0], forms[-1]
    if lemma.endswith("e"):
        regular = lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        regular = lemma[:-1] + "ied"
    else:
        regular = lemma + (lemma[-1] if _CLOSED.fullmatch(lemma) else "") + "ed"
    return regular, regular
