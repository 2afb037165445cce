import pytest

from balinea.notifications.tests.mail_server import mail_server


@pytest.fixture
def server(settings):
    with mail_server() as running:
        settings.MAIL_URL = running.url
        yield running
