"""Commands about checklists, the library of hazard wordings and the workday table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from server.cli.command import Commands, add_command, open_store
from server.config import Config
from server.phrases import LIBRARY, read_library
from server.store.phrase import phrases, publish_phrases
from server.store.plan import workdays
from server.store.template import publish, templates
from server.store.workday import publish_workdays
from server.workdays import read_csv
from server.xlsform import Imported, read_catalogue, read_xlsx

CATALOGUE = Path(__file__).parents[1] / "catalogue"


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add them."""
    forms = commands.add_parser("templates", help="checklists").add_subparsers(required=True, metavar="WHAT")
    for name, function, meaning in (
        ("publish", _templates_import, "publish the forms of a folder of CSV files or of a workbook"),
        ("import", _templates_check, "read such forms and report, without publishing"),
    ):
        one = add_command(forms, name, function, meaning)
        one.add_argument("source", nargs="?", default=str(CATALOGUE), help="default: the catalogue that ships")
    add_command(forms, "list", _templates_list, "list published forms")
    words = commands.add_parser("phrases", help="hazard wordings").add_subparsers(required=True, metavar="WHAT")
    one = add_command(words, "publish", _phrases_publish, "add the wordings of a CSV that this server does not know")
    one.add_argument("source", nargs="?", default=str(LIBRARY), help="default: the library that ships")
    add_command(words, "list", _phrases_list, "list the newest version of every wording")
    days = commands.add_parser("workdays", help="holidays, make-up days").add_subparsers(required=True, metavar="WHAT")
    meaning = "make the days of a CSV (date,kind) a new version of their years"
    one = add_command(days, "import", _workdays_import, meaning)
    one.add_argument("source", metavar="FILE.csv")
    add_command(days, "list", _workdays_list, "list the table of every year")


def _templates_import(config: Config, asked: argparse.Namespace) -> None:
    read = _read_templates(Path(asked.source))
    with open_store(config).writing() as tx:
        for one in read:
            is_new = publish(tx, one.template)
            print(one.template.key, "published" if is_new else "unchanged", one.template.title.zh, sep="\t")
    for warning in {warning: None for one in read for warning in one.warnings}:
        print(f"warning: {warning}", file=sys.stderr)


def _templates_check(_config: Config, asked: argparse.Namespace) -> None:
    for one in _read_templates(Path(asked.source)):
        print(one.template.key, len(one.template.items), one.template.title.zh, sep="\t")


def _templates_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for one in templates(tx):
            print(one.key, len(one.items), one.title.zh, sep="\t")


def _phrases_publish(config: Config, asked: argparse.Namespace) -> None:
    library = read_library(Path(asked.source))
    with open_store(config).writing() as tx:
        print(f"{publish_phrases(tx, library)} of {len(library)} wordings are new")


def _phrases_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for one in phrases(tx):
            print(one.key, "retired" if one.is_retired else "in use", " ".join(one.codes), one.words.zh, sep="\t")


def _workdays_import(config: Config, asked: argparse.Namespace) -> None:
    tables = read_csv(Path(asked.source).read_text(encoding="utf-8-sig"))
    with open_store(config).writing() as tx:
        done = [(table, publish_workdays(tx, table)) for table in tables]
    for table, version in done:
        print(table.year, f"version {version}" if version else "unchanged", sep="\t")


def _workdays_list(config: Config, _asked: argparse.Namespace) -> None:
    with open_store(config).reading() as tx:
        for table in workdays(tx):
            print(table.year, f"version {table.version}", sep="\t")
            days = [(day, "holiday") for day in table.holidays] + [(day, "make_up") for day in table.make_up_days]
            for day, kind in sorted(days):
                print(day, kind, sep="\t")


def _read_templates(source: Path) -> tuple[Imported, ...]:
    if source.is_dir():
        return read_catalogue(source)
    return (read_xlsx(source.name, source.read_bytes()),)
