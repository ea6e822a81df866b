"""Takes README's picture anew: the home page of the examples, as the first run shows it.

    python scripts/take_picture.py

Needs Chromium and what `make test` installs; writes docs/images/timeline.png.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from ingest import pipeline, serving  # noqa: E402
from ingest.home import Home  # noqa: E402
from ingest.interrupts import Interrupts  # noqa: E402
from ingest.pipeline import Options, Report  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "timeline.png"
#: Wide enough for two columns, as high as README shows without scrolling far.
_SIZE = {"width": 1100, "height": 1000}


def main() -> None:
    """Build the examples in a folder of their own, serve them, and take the picture."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        shutil.copytree(ROOT / "examples", home.path / "examples")
        for name in ("sources.yml", "metadata.yml"):
            shutil.copyfile(ROOT / name, home.path / name)
        pipeline.run(home, Options(jobs=1), Interrupts(), Report())
        server = serving.start(home, 0)
        try:
            _take(server.url)
        finally:
            serving.stop(server)
    sys.stderr.write(f"{PICTURE.relative_to(ROOT)} written\n")


def _take(url: str) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE, color_scheme="light")
        page.goto(url)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
