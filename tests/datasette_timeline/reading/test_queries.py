"""Every SQL text of the pages is sound on the schema that the store writes."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from datasette_timeline.reading import changes, facet_queries, queries
from datasette_timeline.views import conditions
from datasette_timeline.views.filters import Filter
from ingest.store.schema import migrations

TEXTS = (
    {
        name: text
        for name, text in {**vars(queries), **vars(changes), **vars(facet_queries)}.items()
        if name[0] != "_" and isinstance(text, str) and text.lstrip().startswith(("SELECT", "WITH"))
    }
    | {f"ONE_OF_VIEW {name}": text for name, text in facet_queries.ONE_OF_VIEW.items()}
    | {
        f"changes {of_source} {back}": changes.listing(of_source=of_source, back=back)
        for of_source in (False, True)
        for back in (False, True)
    }
)


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_runs_on_the_schema(name: str) -> None:
    where, _ = conditions.where(Filter())
    sql = (
        TEXTS[name]
        .replace("{where}", where)
        .replace("{source}", "events AS e")
        .replace("{selection}", "SELECT id FROM events")
        .replace("{ids}", "1, 2")
    )
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection))
        names = {
            word.strip("(),") for word in sql.replace(":", " :").split() if word.startswith(":")
        }
        params = {name[1:]: 1 for name in names}
        connection.execute(f"EXPLAIN {sql}", params).fetchall()


def test_the_columns_of_an_event_are_those_of_the_table() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection))
        columns = {row[1] for row in connection.execute("PRAGMA table_info(events)")}
    assert set(queries.EVENT_COLUMNS) <= columns
