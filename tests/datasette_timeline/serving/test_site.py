"""A site's settings: used where right, refused in one line that names them where wrong."""

from datetime import date
from typing import Any

import pytest

from datasette_timeline.serving import site
from datasette_timeline.views.histogram import Frame


def test_a_site_without_settings_has_a_title_and_its_own_range() -> None:
    plain = site.read(None, {})
    assert (plain.title, plain.database, plain.default_frame) == ("News timeline", "timeline", None)


def test_settings_are_read() -> None:
    given = {"default_period": "2014-2026", "introduction": "One.\n\nTwo.", "accent": "#14508c"}
    made = site.read(given, {"title": "Our Town"})
    assert made.default_frame == Frame("year", date(2014, 1, 1), date(2026, 12, 31))
    assert made.introduction == ("One.", "Two.")
    assert site.read({"default_period": "2024-01/2024-06"}, {}).default_frame == Frame(
        "month", date(2024, 1, 1), date(2024, 6, 30)
    )
    assert site.read({"default_period": 2024}, {}).default_frame == Frame(
        "month", date(2024, 1, 1), date(2024, 12, 31)
    )


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"colour": "red"}, "plugins: timeline: colour is not a setting"),
        ({"accent": "red"}, "accent is not a colour"),
        ({"accent": "#123456;}body{display:none"}, "accent is not a colour"),
        ({"default_period": "lately"}, "default_period"),
        ({"default_period": "2026-2014"}, "ends before it begins"),
        ({"first_publishers": "Echo"}, "first_publishers is not a list"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(site.SettingsError, match=words):
        site.read(settings, {})
