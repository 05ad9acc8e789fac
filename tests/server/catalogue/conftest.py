"""The shipped catalogue, imported once: tests read it and never change it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from server.xlsform import Imported, read_catalogue

CATALOGUE = Path(__file__).parents[3] / "server" / "catalogue"


@pytest.fixture(scope="session")
def catalogue() -> Mapping[str, Imported]:
    """Every form that ships, by its id."""
    return {imported.template.id: imported for imported in read_catalogue(CATALOGUE)}
