"""Whether a text is in English, the only language that the models read."""

from __future__ import annotations

import re
from itertools import islice

NOT_ENGLISH = "not in English, which is all that the models read"

_LETTERS = 20_000
_FEWEST_LETTERS = 10
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]")

_WORDS = 2_000
_FEWEST_FOREIGN = 4
_FOREIGN_SHARE = 0.08
# Names and quotations bring foreign words into English; there the English ones are still many.
_FOREIGN_TO_ENGLISH = 5
_WORD = re.compile(r"[^\W\d_]+")

# Words of grammar that hardly any other language writes in the same letters.
_ENGLISH = re.compile(
    r"the|and|that|with|were|been|has|not|they|their|his|which|who|would|from|this|its|but|are|said|had"
    r"|could|when|where|after|there|about|more|than|into|also|while|because|your|you|she|him|them|these"
    r"|those|our|before|during|between|against"
)
# The commonest words of grammar of some thirty languages in Latin letters, a few of each.
_FOREIGN = re.compile(
    r"der|die|das|und|dem|den|des|ein|eine|nicht|mit|von|sich|dass|auf|het|een|van|voor|niet|zijn|dat|met"
    r"|le|la|les|une|du|que|est|dans|pour|qui|et|el|los|las|del|por|con|una|para|se|es|il|di|che|della|ha"
    r"|per|sono|um|uma|os|da|em|não|ao|de|și|în|cu|din|au|que|och|att|som|är|det|på|og|ikke|til|av|ved|ja"
    r"|että|oli|ei|kun|się|nie|na|jest|że|przez|je|są|ale|su|nije|ve|bir|bu|için|ile|yang|dan|ini|untuk"
    r"|dengan|tidak|az|és|hogy|nem|egy|của|và|là|các|một|ya|wa|kwa|ni|ang|ng|sa|mga|një|të|dhe|ir|kad|un"
)


def is_foreign(text: str) -> bool:
    """Whether ``text`` is clearly in another language than English.

    It is if most of its letters are not Latin, or if the small words of other languages are many in
    it, and far more than those of English. In doubt it is not: headlines, lists and tables hold few
    small words of any language.

    Examples
    --------
    >>> is_foreign("Взрыв произошёл на рынке"), is_foreign("Bomb hits patrol near Ariha")
    (True, False)
    """
    return _in_other_letters(text) or _in_other_words(text)


def _in_other_letters(text: str) -> bool:
    start = text[:_LETTERS]
    letters = len(_LETTER.findall(start))
    return letters >= _FEWEST_LETTERS and 2 * len(_LATIN.findall(start)) < letters


def _in_other_words(text: str) -> bool:
    words = [match[0].casefold() for match in islice(_WORD.finditer(text), _WORDS)]
    foreign = sum(bool(_FOREIGN.fullmatch(word)) for word in words)
    english = sum(bool(_ENGLISH.fullmatch(word)) for word in words)
    return (
        foreign >= max(_FEWEST_FOREIGN, _FOREIGN_SHARE * len(words))
        and foreign > _FOREIGN_TO_ENGLISH * english
    )
