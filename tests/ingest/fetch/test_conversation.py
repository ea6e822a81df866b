"""Laws of the conversation, without a network: whatever servers answer, it ends soon and in our words."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import FetchError
from ingest.fetch import ClientSettings, PollState
from ingest.fetch.conversation import read_source
from ingest.fetch.exchange import Answer, ConnectionLostError
from ingest.model import Fetched, Source

NOW = datetime(2026, 3, 4, tzinfo=UTC)

LOCATIONS = st.one_of(
    st.none(),
    st.binary(max_size=40),
    st.sampled_from(
        [b"/a", b"/b", b"https://b.example/", b"http://a.example/", b"//c.example", b"?q"]
    ),
    st.integers(0, 50).map(lambda n: b"/%d" % n),
)
ANSWERS = st.one_of(
    st.tuples(
        st.sampled_from([200, 301, 302, 303, 304, 307, 308, 404, 410, 429, 500, 503]),
        LOCATIONS,
        st.binary(max_size=20),
    ),
    st.sampled_from([ConnectionLostError("lost"), FetchError("broken")]),
)


def converse(conversation, answers):
    """Play the servers; return how many requests there were and what came of it."""
    requests = []
    get = next(conversation)
    try:
        for answer in answers:
            requests.append(get)
            if isinstance(answer, FetchError):
                get = conversation.throw(type(answer)(answer.message))
            else:
                status, location, body = answer
                get = conversation.send(
                    Answer(get.target, status, location=location, body=body, seconds=0.1)
                )
    except StopIteration as stop:
        return requests, stop.value
    except FetchError as error:
        return requests, error
    return requests, None


@given(
    st.lists(ANSWERS, min_size=40, max_size=40), st.sampled_from(["feed", "page"]), st.booleans()
)
def test_whatever_servers_answer_it_ends_within_few_requests_and_in_one_line(answers, kind, known):
    source = Source("k", "https://user:hunter2@a.example/feed", kind)
    state = PollState(etag=b'"a"') if known else PollState()
    settings = ClientSettings(version="1", clock=lambda: NOW)
    requests, result = converse(read_source(source, state, settings), answers)
    assert result is not None
    # A page may ask robots.txt of each of 11 origins, each with its own redirects and retry; a feed: 11 and one.
    assert len(requests) <= (12 if kind == "feed" else 40)
    for request in requests:
        assert request.target.scheme in {"http", "https"}
        is_own = request.target.origin == "https://a.example"
        assert is_own or request.credentials is None
        # robots.txt, which is cut at a size rather than refused, is read without a password.
        assert request.credentials or not is_own or request.truncate
        assert request.seconds > 0
    if isinstance(result, Fetched):
        assert result.status == 304 or result.body
        assert known or result.status == 200
    assert "hunter2" not in str(result if isinstance(result, FetchError) else result.url)
    assert "\n" not in str(result if isinstance(result, FetchError) else result.url)
