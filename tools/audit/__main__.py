"""`make audit`: medians of five runs for each kind of public page, as a table and in bench/results/audit.json."""

import json
import sys
from dataclasses import asdict

import httpx

from tests import chromium
from tools.audit.lighthouse import REPOSITORY, Verdict, judge
from tools.screens.product import running

RUNS = 5


def pages(origin: str) -> dict[str, str]:
    """Return an address for each kind of page."""
    with httpx.Client(base_url=origin, trust_env=False, timeout=60) as client:
        results = client.get("/api/v1/search?treatment=coupe+femme").json()["results"]
    return {
        "home": "/fr/",
        "results": "/fr/salons?treatment=coupe+femme&near=Bastille",
        "venue": f"/fr/salons/{results[0]['slug']}",
        "venue in English": f"/en/salons/{results[0]['slug']}",
    }


def line(name: str, verdict: Verdict) -> str:
    """Return a row of the table."""
    scores = "  ".join(f"{score:5.0f}" for score in verdict.scores.values())
    paint = verdict.times["largest-contentful-paint"]
    return f"{name:18}  {scores}  {paint:6.0f} ms  {verdict.weight / 1000:6.0f} kB"


def main() -> None:
    """Run the product with sample salons and judge its pages."""
    if chromium.executable() is None:
        sys.exit(f"LEFT OUT: the audit, {chromium.MISSING}")
    verdicts: dict[str, Verdict] = {}
    with running(REPOSITORY / "build" / "audit") as origin:
        print(f"{'median of ' + str(RUNS):18}   perf   a11y   best    seo       LCP     weight")
        for name, path in pages(origin).items():
            verdicts[name] = judge(origin + path, runs=RUNS)
            print(line(name, verdicts[name]), flush=True)
    target = REPOSITORY / "bench" / "results" / "audit.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({name: asdict(verdict) for name, verdict in verdicts.items()}, indent=2))


if __name__ == "__main__":
    main()
