"""`python -m datasette_timeline.exports`: writes a whole archive, or what a filter finds, to a file."""

from __future__ import annotations

from datasette_timeline.exports.command import main

if __name__ == "__main__":
    main(prog_name="python -m datasette_timeline.exports")
