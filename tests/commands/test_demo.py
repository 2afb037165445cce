"""`balinea demo`: what people see of it."""

import pytest
from click.testing import CliRunner

from balinea.config.cli.demo import command
from balinea.demo import fill
from balinea.demo.batch import Plan
from balinea.venues.models import Venue
from tests.salon import NOW

pytestmark = pytest.mark.django_db


def demo(*arguments):
    return CliRunner().invoke(command, arguments, obj=None)


def test_nobody_signs_in_to_a_database_without_sample_salons():
    done = demo("sign-in", "owner")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "Error: there are no sample salons: balinea demo makes them\n"


def test_each_role_gets_a_link_of_its_own_each_time():
    fill.begin(Plan(seed=1, size=1, now=NOW), at_once=1)
    links = [demo("sign-in", role).stdout for role in ("owner", "operator", "owner")]
    assert len(set(links)) == 3
    assert all(link.startswith("http://testserver/") and link.endswith("\n") for link in links)


def test_an_unknown_role_is_wrong_input():
    assert demo("sign-in", "stranger").exit_code == 2


def test_a_size_that_is_no_number_of_salons_is_wrong_input():
    assert demo("--size", "0").exit_code == 2
    assert demo("--size", "many").exit_code == 2


def test_the_rest_of_nothing_is_nothing():
    done = demo("--rest")
    assert (done.exit_code, done.output) == (0, "")
    assert Venue.objects.count() == 0
