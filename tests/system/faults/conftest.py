"""PostgreSQL for the stories of two servers."""

from tests.postgres import new_postgres, postgres_server

__all__ = ["new_postgres", "postgres_server"]
