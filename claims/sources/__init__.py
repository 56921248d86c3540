"""Who is answerable: mentions of sources resolved to speakers, with their kinds and parties."""

from claims.sources.actors import Actor, Actors, load_actors
from claims.sources.merging import merge
from claims.sources.parties import Parties
from claims.sources.possessors import possessor_party
from claims.sources.resolution import resolve

__all__ = ["Actor", "Actors", "Parties", "load_actors", "merge", "possessor_party", "resolve"]
