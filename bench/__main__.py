"""`make bench`: the benchmarks that need nothing but this checkout; bench/README.md tells of the others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = (["bench/size.py"], ["bench/first_import.py", "--rounds", "1"])

for command in RUNS:
    print(f"\n$ python {' '.join(command)}", flush=True)
    subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
