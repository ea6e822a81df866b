"""Every page's markup by the Nu HTML checker, where Java and its jar are installed."""

import os
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

PAGES = ["/", "/2024", "/2024/06", "/2023/05/04", "/?q=bridge", "/?q=nothing-at-all", "/event/bridge-opens",
         "/event/hostile", "/event/long", "/event/long/mentions", "/article/1", "/sources", "/source/1", "/changes", "/source/3/changes", "/-/timeline/schema", "/-/timeline/keys",
         "/-/timeline/about", "/2024?publisher=Valley+Post&publisher=Hill+Gazette", "/nowhere"]  # fmt: skip
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checker() -> list[str]:
    jar = Path(os.environ.get("VNU_JAR") or ROOT / "node_modules/vnu-jar/build/dist/vnu.jar")
    if not shutil.which("java") or not jar.is_file():
        pytest.skip("no Java, or no Nu HTML checker (npm install vnu-jar): markup is not checked")
    return ["java", "-jar", str(jar), "--also-check-css"]


def test_the_nu_checker_finds_nothing_to_say(site: str, checker: list[str], tmp_path: Path) -> None:
    for number, path in enumerate(PAGES):
        (tmp_path / f"{number}.html").write_bytes(httpx.get(site + path).content)
    static = ROOT / "datasette_timeline" / "static"
    files = [*map(str, tmp_path.iterdir()), *map(str, static.glob("*.css"))]
    said = subprocess.run([*checker, *files], capture_output=True, text=True, check=False)
    assert said.stderr == ""
