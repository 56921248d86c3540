from __future__ import annotations

import pytest

from claims.reading.furniture import furniture
from claims.reading.timestamps import timestamp

FURNITURE = {
    "prompt": [
        "Follow us on Facebook, Twitter and Instagram to stay connected",
        "Follow Morning Herald on Telegram",
        "Subscribe to our newsletter!",
        "Sign up for The Daily Brief and get the latest news in your inbox.",
        "Click here to read the full story",
        "Don’t miss our latest updates – join our WhatsApp channel",
        "Please like us on Facebook: https://facebook.com/example",
        "Download our app from Google Play",
    ],
    "label": [
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Read more:",
        "Share this article",
        "[Related articles]",
        "Click here",
    ],
    "share row": [
        "Facebook Twitter WhatsApp",
        "Share on Facebook | Tweet",
        "Share 12 Tweet 3 Email",
        "Share: Facebook, X",
    ],
    "reading time": ["2 min read", "3 minutes read", "Reading time: 4 mins", "Five-minute read"],
    "link": ["Read more: Ceasefire talks resume in Geneva", "Read also: Who holds Idlib?"],
    "photo credit": [
        "Photo credit: Jane Doe/AFP",
        "Image credit: Getty Images",
        "Photo: Smoke over the old town",
        "[Jane Doe/Reuters]",
        "Image source, Getty Images",
    ],
    "cookie banner": ["We use cookies to give you the best experience. Read our cookie policy."],
    "copyright": [
        "© 2020 Example Post. All rights reserved.",
        "Copyright 2021 The Example Post Company",
        "This material may not be published, broadcast, rewritten or redistributed.",
    ],
    "byline": ["By Jane Doe", "By John Smith and Ali al-Hassan, Beirut", "BY JANE DOE"],
    "sign-off": ["(Reporting by Jane Doe in Amman; Editing by John Smith)"],
    "breadcrumb": ["Home > World > Middle East"],
    "punctuation": ["|", "* * *", "—"],
}
NEWS = [
    "Follow us, the gunmen told the villagers.",
    "“Follow us on Telegram,” the group wrote.",
    "Police said a 2 min read of the file was enough.",
    "The raid took 3 minutes",
    "Read more than once, the order still names no target.",
    "Share prices fell in Damascus on Tuesday.",
    "Join us, the mayor told the rebels of Homs.",
    "Subscribe to the ceasefire or face attack, the envoy warned both sides.",
    "Photo: three men were shot dead in the square, the caption said.",
    "Photographs by a resident showed three bodies",
    "Video by activists shows tanks entering the town",
    "Twitter blocked accounts of the ministry.",
    "Copyright law was changed, the ministry said.",
    "Three soldiers were hurt | Reuters",
    "By Friday, twelve people had died.",
    "By Sunday",
    "By Killing Soldiers, Rebels Break Truce",
    "This bridge may not be safe, engineers said.",
    "The material may not be published, a judge ruled on Monday.",
    "Reporting by two rights groups found that forty civilians were killed.",
    "Cookies were handed out to the children of the camp.",
    "Home to two million people, Idlib is the last rebel stronghold.",
    "None.",
    "27",
    "Join Us, Erdogan Tells Russia",
]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in FURNITURE.items() for text in texts], ids=str
)
def test_furniture_is_known_by_its_kind(kind: str, text: str) -> None:
    assert furniture(text) == kind


@pytest.mark.parametrize("text", NEWS)
def test_news_is_no_furniture(text: str) -> None:
    assert furniture(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Published 14 July 2020 10:22 GMT",
        "14 July 2020",
        "Tuesday, July 14th, 2020 | 10:22 am",
        "Last updated: 2020-07-14T10:22:00Z",
        "First published on Tue 14 Jul 2020 at 10.22 BST",
    ],
)
def test_timestamp_gives_its_day(text: str) -> None:
    found = timestamp(text)
    assert found
    assert found.day
    assert found.day.isoformat() == "2020-07-14"


@pytest.mark.parametrize(
    "text",
    [
        "On 14 July 2020 a bomb went off",
        "14 July 2020: two killed",
        "2020",
        "10:22",
        "14 July",
        "3-2",
        "Published in 1999",
    ],
)
def test_what_says_more_or_less_than_a_time_is_no_timestamp(text: str) -> None:
    assert timestamp(text) is None
