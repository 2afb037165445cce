"""The screens behind a sign-in: a salon's desk and the operator's."""

from tools.screens.camera import Camera

SCREENS = {"owner": {"desk": ""}, "operator": {"operator": "", "operator-inbox": "inbox/"}}


def look(camera: Camera, link: str, role: str) -> None:
    """Sign in by the link and take the pictures of a role."""
    page = camera.page
    page.goto(link)
    camera.take(f"sign-in-{role}")
    page.locator("main button[type=submit], form button").first.click()
    page.wait_for_load_state("networkidle")
    start = page.url
    for name, path in SCREENS[role].items():
        page.goto(start + path)
        camera.take(name)
