"""What people look up while they decide."""

from __future__ import annotations

from claims.core.review import Edit, ItemKind, Merge
from claims.store import Store
from tests.review.made_up import small_report
from tests.store.conftest import claim_of, decide, source_of


def filled(path) -> Store:
    store = Store.open(path)
    store.take(small_report())
    return store


def test_the_claims_of_an_article_as_people_see_them(path):
    with filled(path) as store:
        claim = claim_of(store, "None of Talva's soldiers")
        decide(store, ItemKind.CLAIM, claim, Edit(statement="Nobody of Talva was hurt."))
        decide(
            store,
            ItemKind.SOURCE,
            source_of(store, "Talvan officials"),
            Merge(source_of(store, "the governor")),
        )
        article = next(a.id for a in store.articles() if a.title == "Car bomb hits patrol near Sarn")
        claims, sources = store.claims_of(article)
        assert len(claims) == 7
        edited = next(c for c in claims if c.id == claim)
        assert edited.statement == "Nobody of Talva was hurt."
        assert sources[edited.source].name == "the governor"
        assert "Talvan officials" in sources[edited.source].aliases
        assert store.claims_of("none") == ((), {})


def test_the_parties_that_sources_belong_to(path):
    with filled(path) as store:
        assert store.parties() == ("Hill Front", "Ruvia", "Talva")


def test_events_that_might_be_the_same(path):
    with filled(path) as store:
        bomb, blast = sorted(store.report().events, key=lambda event: event.what != "car bombing")
        assert [event.id for event in store.events_like(bomb)] == [blast.id]
        assert [event.id for event in store.events_like(blast)] == [bomb.id]
