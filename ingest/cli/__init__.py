"""The command `dateline`: each command parses, calls one function of the pipeline, and prints.

Data goes to stdout, talk to stderr. Exit status: 0 done (sources that failed are listed), 1 something went
wrong or, with --strict, a source failed, 2 the command line or sources.yml is wrong, 130 and 143 stopped by
Ctrl-C and SIGTERM after the current transaction.
"""

from ingest.cli.main import main

__all__ = ["main"]
