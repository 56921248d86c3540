"""Of what somebody died."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import human, overlapping
from claims.stance.context import Context
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict

_DEATHS = frozenset({"kill", "die", "shoot"})
_FROM = re.compile(r"\b(?:fell|fallen|thrown|pushed) (?:from|off|out|down)\b", re.IGNORECASE)
_CAUSES = {
    "by his own hand": r"suicide|(?:hang|kill|shot?|poison)\w* (?:him|her|them)sel\w+"
    r"|(?:his|her|their) own li(?:fe|ves)",
    "by violence": r"thrown|pushed"
    r"|beaten|tortured?|execut\w+|shot|poisoned|strangled|lynched|murder\w*|stabbed|beheaded"
    r"|assassinat\w+",
    "by accident": r"accident\w*|car crash|plane crash|helicopter crash"
    r"|(?:fell|falling) (?:from|down|off)|fallen"
    r"|drown\w+",
    "of an illness": r"heart attack|heart failure|stroke|cancer|illness|disease|natural causes|pneumonia"
    r"|cardiac arrest|infection|old age|overdose",
}
_PATTERNS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _CAUSES.items()}


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Two causes of one person's death, such as an illness and guards who beat him."""
    if {polarity(a), polarity(b)} != {Polarity.YES} or context.run.same_source(a, b):
        return None
    if not (_befell(a) and _befell(b)) or not _one_person(a, b, context):
        return None
    mine, yours = _cause(a, context), _cause(b, context)
    if mine is None or yours is None or mine == yours:
        return None
    reason = f"one says that it befell “{_whom(a)}” {mine}, the other {yours}"
    return Verdict(Label.CONTRADICTS, Kind.BLAME, 0.85, (reason,))


def _befell(claim: Claim) -> bool:
    """Whether a claim says how somebody came to die, or to fall."""
    return claim.proposition.frame in _DEATHS or _FROM.search(claim.text) is not None


def _one_person(a: Claim, b: Claim, context: Context) -> bool:
    one, other = a.proposition.patient, b.proposition.patient
    if one is None or other is None or a.quantities or b.quantities:
        return False
    return not human(one, context) and not _many(a) and not _many(b) and overlapping(one, other, context)


def _many(claim: Claim) -> bool:
    """Whether more than one died: of them each may have died of something else."""
    patient = claim.proposition.patient
    last = patient.text.split()[-1] if patient is not None else ""
    return last.islower() and last.endswith("s") and patient is not None and patient.head != last


def _cause(claim: Claim, context: Context) -> str | None:
    found = [name for name, pattern in _PATTERNS.items() if pattern.search(claim.text)]
    said = claim.proposition
    deed = (said.happening or "").split()[-1:]
    attacked = bool(deed) and "attack" in context.lexicon.families.get(deed[0], ())
    if not found and said.frame in {"kill", "shoot"} and (said.agent is not None or attacked):
        return "by violence"
    # "Shot himself" is of one's own hand, whatever else the words would say.
    return found[0] if found and (len(found) == 1 or found[0] == "by his own hand") else None


def _whom(claim: Claim) -> str:
    return claim.proposition.patient.text if claim.proposition.patient is not None else ""
