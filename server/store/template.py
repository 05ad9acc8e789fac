"""Published checklists: every version is kept for ever and never changes."""

from __future__ import annotations

from server.store.tx import Tx
from server.tables import template
from shared import wire
from shared.errors import TemplateError
from shared.ids import TemplateId
from shared.model.template import Template


def templates(tx: Tx) -> list[Template]:
    """List the newest version of every template, by id."""
    newest = {one.id: one for one in tx.every(Template, order=(template.c.template_id, template.c.version))}
    return list(newest.values())


def versions(tx: Tx, of: TemplateId) -> list[Template]:
    """List the versions of one template, oldest first."""
    return tx.every(Template, template.c.template_id == of, order=(template.c.version,))


def latest(tx: Tx, of: TemplateId) -> Template | None:
    """Return the newest version of a template."""
    found = versions(tx, of)
    return found[-1] if found else None


def publish(tx: Tx, new: Template) -> bool:
    """Publish a template version; returns whether it was new. Publishing the same content again changes nothing.

    Raises:
        TemplateError: this version exists with other content.
    """
    known = tx.find(Template, new.key)
    if known is None:
        tx.put(new)
        return True
    if wire.encode(known) != wire.encode(new):
        raise TemplateError(problems=[_changed(new)])
    return False


def _changed(new: Template) -> dict[str, object]:
    """Describe a version with other content than the published one, as the importer describes its problems."""
    return {
        "file": new.id,
        "line": 0,
        "column": "version",
        "found": str(new.version),
        "expected": f"a version above {new.version}: a published one never changes",
        "expected_zh": f"大于 {new.version} 的版本号：已发布的版本不能再改",
    }
