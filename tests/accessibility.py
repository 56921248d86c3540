"""What axe-core finds wrong with a page for those who do not see it or use no mouse."""

from __future__ import annotations

import json
from typing import Any

SERIOUS = ("serious", "critical")


def violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    return [
        f"{one['id']}: {json.dumps([node['html'] for node in one['nodes']][:3])}"
        for one in found
        if one["impact"] in SERIOUS
    ]
