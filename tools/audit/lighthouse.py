"""Asking Lighthouse, in the system's Chromium, about one address."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests import chromium

REPOSITORY = Path(__file__).resolve().parents[2]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Medians of several runs: scores from 0 to 100, times in milliseconds, bytes over the line."""

    scores: dict[str, float]
    times: dict[str, float]
    weight: float


def judge(url: str, *, runs: int) -> Verdict:
    """Return the medians of that many runs, on a phone as Lighthouse imagines it."""
    reports = [_report(url) for _ in range(runs)]
    return Verdict(
        scores={
            name: median(100 * report["categories"][name]["score"] for report in reports)
            for name in CATEGORIES
        },
        times={name: median(report["audits"][name]["numericValue"] for report in reports) for name in TIMES},
        weight=median(report["audits"]["total-byte-weight"]["numericValue"] for report in reports),
    )


def _report(url: str) -> dict[str, dict[str, dict[str, float]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        command = [
            str(REPOSITORY / "tools" / "node"),
            "node",
            "tools/audit/node_modules/lighthouse/cli/index.js",
            url,
        ]
        command += ["--quiet", "--output=json", f"--output-path={path}", f"--chrome-flags={FLAGS}"]
        command += [f"--only-categories={','.join(CATEGORIES)}"]
        environment = os.environ | {"CHROME_PATH": chromium.executable() or ""}
        subprocess.run(command, check=True, cwd=REPOSITORY, env=environment)
        report: dict[str, dict[str, dict[str, float]]] = json.loads(path.read_text())
    return report
