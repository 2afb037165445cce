"""Somebody with a browser: what they look at, what goes wrong there, and what axe-core says of it."""

from pathlib import Path

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
GRAVE = {"serious", "critical"}


class Visitor:
    def __init__(self, context):
        self.context = context
        self.wrong = []
        self.expected = ()  # texts of complaints that belong to the test, such as a page that is not found
        self.page = self.another_page()

    def another_page(self):
        page = self.context.new_page()
        page.on("console", lambda message: message.type == "error" and self.wrong.append(message.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        return page

    def expect(self, *texts):
        self.expected += texts

    def nothing_went_wrong(self):
        wrong = [text for text in self.wrong if not any(known in text for known in self.expected)]
        assert wrong == []

    def barriers(self):
        """What hinders people with disabilities on this page, in light and dark."""
        found = []
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            self.page.evaluate(DRAWN)  # in the colours that were just asked for
            self.page.evaluate(AXE.read_text())
            violations = self.page.evaluate("async () => (await axe.run()).violations")
            found += [
                f"{scheme} {self.page.url}: {one['id']}: {node['html'][:200]} {node['failureSummary']}"
                for one in violations
                if one["impact"] in GRAVE
                for node in one["nodes"]
            ]
        return found
