"""Ray reads as one process does; a real Ray, on this machine."""

from __future__ import annotations

import os

import pytest

from claims.core.errors import ClaimsError, WorkerError
from claims.store import Store
from claims.store.scan import scan
from tests.store.test_workers import ARTICLES, RUN, Loading, alone, held, without_models  # noqa: F401

try:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    from claims.store.engines.ray_data import RayData
except ModuleNotFoundError:
    pytest.skip('needs Ray: pip install "claims[ray]"', allow_module_level=True)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def cluster():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def test_ray_makes_the_store_that_one_process_makes(path, alone):  # noqa: F811
    with Store.open(path) as store:
        done = scan(store, ARTICLES, lambda: RayData(Loading(slow_at=ARTICLES[0].text), 2), RUN)
    assert (done.added, len(done.skipped)) == (39, 1)
    assert held(path) == alone


def test_an_article_that_kills_every_actor_stops_the_scan(path, alone):  # noqa: F811
    with Store.open(path) as store:
        with pytest.raises(WorkerError, match=r"Ray.*start the scan again"):
            scan(store, ARTICLES, lambda: RayData(Loading(killed_at="said 39 people"), 2), RUN)
        assert store.verify() == ()
        scan(store, ARTICLES, lambda: RayData(Loading(), 2), RUN)
    assert held(path) == alone


def test_models_that_cannot_be_loaded_are_named(path):
    with Store.open(path) as store, pytest.raises(ClaimsError, match="the folder x holds no model"):
        scan(store, ARTICLES, lambda: RayData(without_models, 2), RUN)
