"""Messages between a cage and its workers: pickles with their length before them, read with suspicion."""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import is_dataclass
from typing import Any, BinaryIO, Final

from ingest.errors import DatelineError

_LENGTH: Final = struct.Struct(">Q")
#: A result larger than this is an attack on the reader.
LONGEST_BYTES: Final = 256 * 1024 * 1024

#: What a worker, which hostile bytes may have taken over, may have us build: values, never calls.
_PLAIN: Final = frozenset(
    {
        ("builtins", "frozenset"), ("builtins", "set"), ("builtins", "bytearray"), ("builtins", "complex"),
        ("datetime", "date"), ("datetime", "datetime"), ("datetime", "time"),
        ("datetime", "timedelta"), ("datetime", "timezone"),
    }
)  # fmt: skip
#: Modules of ours that do something when they are imported.
_NOT_IMPORTED: Final = frozenset({"ingest.__main__", "ingest.cage.worker"})


class MessageError(Exception):
    """The other side sent something that is no message of ours."""


class ClosedError(MessageError):
    """The other side has gone, perhaps in the middle of a message."""


class _Values(pickle.Unpickler):
    """Unpickles plain values, dates, and dataclasses, named tuples and errors of ours."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of values; refuse every other global."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith("ingest.") and module not in _NOT_IMPORTED and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and _is_value(found):
                return found
        raise MessageError(f"a worker sent {module}.{name}, which is not a value")


def _is_value(found: type) -> bool:
    is_named_tuple = issubclass(found, tuple) and hasattr(found, "_fields")
    return is_dataclass(found) or is_named_tuple or issubclass(found, DatelineError)


def send(stream: BinaryIO, message: object) -> None:
    """Write one message; OSError when the other side has gone."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise ClosedError("the other side has gone")
    return data


def receive_trusted(stream: BinaryIO) -> Any:
    """Read one message from the parent process; ClosedError when it has gone."""
    (size,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, size))  # noqa: S301 - our own parent sent it


def receive_values(stream: BinaryIO) -> Any:
    """Read one message from a worker; MessageError when it sends more than values or has gone."""
    (size,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if size > LONGEST_BYTES:
        raise MessageError(f"a result of {size:,} bytes")
    try:
        return _Values(io.BytesIO(_exactly(stream, size))).load()
    except MessageError:
        raise
    except Exception as error:
        raise MessageError(f"a result that cannot be read ({type(error).__name__})") from error
