"""A customer's own form of a notice: a Word file with fields in braces, checked when it comes in, filled for each notice.

The file is foreign input. It is bounded in size and parts, its fields are read as Jinja but may do next to nothing: name a
known field, repeat the rows of ``items``, ask ``if``. What else stands in braces is refused when the form is taken in; it
is filled in a sandbox with every value escaped.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_BYTES: Final = 3 << 20
MOST_UNPACKED: Final = 30 << 20
MOST_PARTS: Final = 300
FIELDS: Final = (
    "estate", "no", "unit", "unit_head", "unit_phone", "unit_place", "inspected_on", "inspection_type", "lead_inspector",
    "inspectors", "count", "deadline", "interim", "reply_to", "recheck_on", "issued_on", "received_by", "received_title",
    "received_on", "refusal", "witness", "code", "verify", "items",
)  # fmt: skip
ITEM_FIELDS: Final = ("number", "no", "what", "place", "basis", "measures", "deadline", "person", "photo")
_MARK: Final = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_BRACES: Final = re.compile(r"\{[{%#]")
_TAGS: Final = re.compile(r"(\{[{%])\s*(?:p|tr|tc|r)\s")
_FILTERS: Final = frozenset({"default", "upper", "length"})
_ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Const,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter, nodes.CondExpr, nodes.Keyword,
)  # fmt: skip
_PHOTO_EMU: Final = 45 * 36_000
"""45 mm in the units of Word."""
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class WordFormError(Exception):
    """The file is no Word form that can be taken; ``key`` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one paragraph: its number from 1, its words, and a reason: ``unknown``, ``syntax``, ``refused``."""

    paragraph: int
    words: str
    reason: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A form that was read: the fields that it uses, and its faults."""

    fields: tuple[str, ...]
    faults: tuple[Fault, ...]


def check(docx: bytes) -> Checked:
    """Read a form and say what is wrong with it.

    Raises:
        WordFormError: it is too large, or no Word file.
    """
    _must_be_word(docx)
    used: dict[str, None] = {}
    faults: list[Fault] = []
    for number, words in enumerate(_paragraphs(docx), 1):
        for mark in _MARK.findall(words):
            faults += [Fault(number, words.strip()[:120], reason, name) for reason, name in _look_at(mark, used)]
    if not faults:
        faults += _whole(docx, used)
    return Checked(tuple(used), tuple(faults))


def fill(docx: bytes, values: Mapping[str, Any], photos: Mapping[str, bytes]) -> bytes:
    """Fill a form that was checked. An item's ``photo`` names one of ``photos``, or is empty.

    Raises:
        WordFormError: the form is one that ``check`` refuses, or it falls apart when it is filled.
    """
    if check(docx).faults:
        raise WordFormError("word.not_usable")
    template = DocxTemplate(io.BytesIO(docx))
    template.init_docx()
    items = [{**item, "photo": _picture(template, photos.get(str(item.get("photo", ""))))} for item in values["items"]]
    out = io.BytesIO()
    try:
        template.render({**values, "items": items}, _environment(), autoescape=True)
        template.save(out)
    except (TemplateError, SyntaxError) as error:  # lxml's is a SyntaxError: a condition torn by cells
        raise WordFormError("word.not_usable") from error
    return out.getvalue()


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _must_be_word(docx: bytes) -> None:
    if len(docx) > MOST_BYTES:
        raise WordFormError("word.too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as parts:
            infos = parts.infolist()
            if len(infos) > MOST_PARTS or sum(one.file_size for one in infos) > MOST_UNPACKED:
                raise WordFormError("word.too_large")
            if "word/document.xml" not in parts.namelist():
                raise WordFormError("word.not_word")
        DocxTemplate(io.BytesIO(docx)).get_docx()
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise WordFormError("word.not_word") from error


def _paragraphs(docx: bytes) -> Iterator[str]:
    """Yield the words of every paragraph: body with its tables, then heads and feet."""
    document = DocxTemplate(io.BytesIO(docx)).get_docx()
    roots = [document.element.body]
    for section in document.sections:
        roots += [section.header._element, section.footer._element]  # noqa: SLF001 - python-docx has no other name
    for root in roots:
        for paragraph in root.iter(f"{_WORD}p"):
            yield "".join(str(text.text or "") for text in paragraph.iter(f"{_WORD}t"))


def _look_at(mark: str, used: dict[str, None]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one field in braces, and remember the fields that it uses."""
    plain = _TAGS.sub(r"\1 ", mark)
    if plain.startswith("{%"):
        said = plain.strip("{%- }").split()
        known = said[:1] and said[0] in {"for", "endfor", "if", "elif", "else", "endif"}
        if not known:
            yield "refused", plain
            return
        plain = {"for": f"{plain}{{% endfor %}}", "if": f"{plain}{{% endif %}}"}.get(said[0], "")
        if said[0] == "elif":
            plain = "{% if " + " ".join(said[1:]) + " %}{% endif %}"
    try:
        tree = _environment().parse(plain)
    except TemplateSyntaxError:
        yield "syntax", mark
        return
    yield from _look_in(tree, used)


def _look_in(tree: nodes.Node, used: dict[str, None]) -> Iterator[tuple[str, str]]:
    yield from _structure(tree)
    for field in tree.find_all(nodes.Getattr):
        inner = field.node
        if not (isinstance(inner, nodes.Name) and inner.name == "item"):
            yield "refused", field.attr
        elif field.attr not in ITEM_FIELDS:
            yield "unknown", f"item.{field.attr}"
        else:
            used[f"item.{field.attr}"] = None
    looped = [loop.iter for loop in tree.find_all(nodes.For)]
    for name in tree.find_all(nodes.Name):
        if name.name == "items" and not any(name is one for one in looped):
            yield "refused", "items"
        elif name.name not in FIELDS and name.name != "item":
            yield "unknown", name.name
        elif name.name != "item":
            used[name.name] = None


def _structure(tree: nodes.Node) -> Iterator[tuple[str, str]]:
    """Yield what a form may not do: call, count, set, loop over anything but its items."""
    for one in tree.find_all(nodes.Node):
        if not isinstance(one, _ALLOWED):
            yield "refused", type(one).__name__
    for loop in tree.find_all(nodes.For):
        if (
            not isinstance(loop.iter, nodes.Name)
            or loop.iter.name != "items"
            or not isinstance(loop.target, nodes.Name)
        ):
            yield "refused", "for"
        elif loop.target.name != "item":
            yield "refused", f"for {loop.target.name}"
    for part in tree.find_all(nodes.Filter):
        if part.name not in _FILTERS:
            yield "refused", f"|{part.name}"


def _whole(docx: bytes, used: dict[str, None]) -> list[Fault]:
    """Read the form as it will be rendered, part by part: a field may be spread over paragraphs, a loop must end."""
    found: list[Fault] = []
    for source in _rendered(docx):
        try:
            tree = _environment().parse(source)
        except TemplateSyntaxError as error:
            found.append(Fault(0, str(error.message or ""), "syntax"))
            continue
        found += [Fault(0, "", reason, name) for reason, name in _look_in(tree, used)]
        loops = list(tree.find_all(nodes.For))
        if any(inner is not loop for loop in loops for inner in loop.find_all(nodes.For)):
            found.append(Fault(0, "for", "refused", "for in for"))
    found += [Fault(0, words[:120], "refused", "{") for words in _properties(docx) if _BRACES.search(words)]
    return found


def _rendered(docx: bytes) -> Iterator[str]:
    """Yield every part that is rendered, as docxtpl gives it to Jinja: body, heads and feet, footnotes."""
    template = DocxTemplate(io.BytesIO(docx))
    template.init_docx()
    yield template.patch_xml(template.get_xml())
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield template.patch_xml(template.get_part_xml(part))
    for part in template.get_docx().part.package.parts:
        if part.content_type.endswith("footnotes+xml"):
            yield template.patch_xml(part.blob.decode())


def _properties(docx: bytes) -> list[str]:
    """List what the file says of itself, such as title and author; docxtpl renders that too, nobody writes fields there."""
    about = DocxTemplate(io.BytesIO(docx)).get_docx().core_properties
    names = ("author", "comments", "identifier", "language", "subject", "title")
    return [str(getattr(about, name) or "") for name in names]


def _picture(template: Any, data: bytes | None) -> Any:
    return "" if data is None else InlineImage(template, io.BytesIO(data), width=_PHOTO_EMU)
