"""Messages between a cage and its workers: pickles with their length before them, read with suspicion."""

from __future__ import annotations

import io
import pickle
import struct
from typing import Any, BinaryIO, Final

_LENGTH: Final = struct.Struct(">Q")
#: A result larger than this is an attack on the reader.
LONGEST_BYTES: Final = 256 * 1024 * 1024

#: What a worker, which hostile bytes may have taken over, may have us build: values, never calls.
_MODULES: Final = frozenset(
    {
        "ingest.model", "ingest.dates", "ingest.errors", "ingest.extract.extraction",
        "ingest.extract.when.expression", "datetime",
    }
)  # fmt: skip
_BUILTINS: Final = frozenset({"frozenset", "set", "bytearray", "complex", "range", "slice"})
_CONSTRUCTORS: Final = frozenset(
    {("copyreg", "_reconstructor"), ("copyreg", "__newobj__"), ("builtins", "object")}
)


class MessageError(Exception):
    """The other side sent something that is no message of ours."""


class ClosedError(MessageError):
    """The other side has gone, perhaps in the middle of a message."""


class _Values(pickle.Unpickler):
    """Unpickles only our own value classes, dates and plain containers."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuse every global that is not a value class."""
        ours = module in _MODULES and "." not in name and not name.startswith("_")
        plain = module == "builtins" and name in _BUILTINS
        if ours or plain or (module, name) in _CONSTRUCTORS:
            return super().find_class(module, name)
        raise MessageError(f"a worker sent {module}.{name}, which is not a value")


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
