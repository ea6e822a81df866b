"""What holds for every format: its name, its contract, and that it streams."""

import tracemalloc

import pytest

from datasette_timeline.exports import COLUMNS, FORMATS, EventRow, render

_MANY = 3_000
#: A format that kept its events' texts would need five times as much.
_MOST_MEMORY = 200_000


@pytest.fixture(params=list(FORMATS))
def form(request):
    if FORMATS[request.param].missing():
        pytest.skip(FORMATS[request.param].missing())
    return FORMATS[request.param]


def test_a_contract_names_columns_that_exist(form):
    assert set(form.columns) <= set(COLUMNS)


def test_the_columns_of_the_contract_are_enough(form, make_event, make_meta):
    whole = make_event()
    facts = {name: getattr(whole, name) for name in form.columns}
    event = EventRow.from_mapping(facts | {"some other column": 1})
    assert b"".join(render(form, [event], make_meta()))


def test_a_row_without_a_slug_is_refused():
    with pytest.raises(TypeError, match="slug"):
        EventRow.from_mapping({"title": "x"})


def test_each_has_a_name_a_purpose_and_a_media_type(form):
    assert form.name
    assert form.purpose
    assert "/" in form.media_type
    assert form.extension == form.extension.lower()


def test_memory_does_not_grow_with_the_number_of_events(form, make_event, make_meta):
    if form.extension == "parquet":
        pytest.skip("Parquet gathers row groups; test_parquet.py tells how many")
    event = make_event()
    stream = render(form, (event for _ in range(_MANY)), make_meta())
    tracemalloc.start()
    size = sum(map(len, stream))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 5 * _MOST_MEMORY
    assert peak < _MOST_MEMORY
