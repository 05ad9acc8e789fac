"""Read an expression's text into a tree: the one place that imports elementpath, on first use.

``${name}`` becomes an XPath variable before elementpath reads the text, and a colon in a function's name a hyphen.

What a text means never changes, so a tree that was read in an earlier run of the program is as good (``teach``): reading
by elementpath costs a tablet more than all the rest of opening a checklist.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.errors import ExpressionError

if TYPE_CHECKING:
    from elementpath import XPath1Parser
    from elementpath.xpath_tokens import XPathToken

LAST_SAVED = "last-saved#"
GRAMMAR = 1
"""Counts up whenever the same text gives another tree; trees of another count are not taught."""
_MOST_LETTERS = 4_000
_MOST_TREES = 8_192
_PIECE = re.compile(r"""'[^']*'|"[^"]*"|\$\{\s*(?P<name>[^{}]*?)\s*\}|(?P<call>[A-Za-z_][\w.:-]*)(?=\s*\()""")
_NAME = re.compile(r"(last-saved#)?[A-Za-z_][A-Za-z0-9_.-]*")
_QUOTED_NAME = re.compile(r"(['\"])\$\{\s*([A-Za-z_][A-Za-z0-9_.-]*)\s*\}\1")
TOO_DEEP = ("nested too deeply", "嵌套太深")
_OPERATORS = frozenset({"and", "or", "div", "mod"})


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the tree: ``symbol`` is an operator, a function's name, ``$``, ``.``, ``..`` or ``literal``."""

    symbol: str
    value: str | float = ""
    children: tuple[Node, ...] = ()
    is_call: bool = False


_trees: dict[str, Node] = {}


def teach(trees: Mapping[str, object]) -> None:
    """Take over trees that ``learnt`` gave, of the same ``GRAMMAR``; what is no tree is passed over."""
    for text, written in trees.items():
        node = _unwritten(written)
        if node is not None and len(_trees) < _MOST_TREES:
            _trees[text] = node


def learnt(texts: Iterable[str]) -> dict[str, object]:
    """Return the trees of those of ``texts`` that have been read, as JSON values."""
    return {text: _written(_trees[text]) for text in texts if text in _trees}


def _written(node: Node) -> list[object]:
    return [node.symbol, node.value, node.is_call, *map(_written, node.children)]


def _unwritten(written: object) -> Node | None:
    match written:
        case [str() as symbol, str() | float() | int() as value, bool() as is_call, *below]:
            children = tuple(map(_unwritten, below))
            whole = tuple(child for child in children if child is not None)
            return Node(symbol, value, whole, is_call) if len(whole) == len(children) else None
    return None


def unreadable(text: str, detail: str, detail_zh: str) -> ExpressionError:
    """Make the error of an expression that cannot be used, in both languages."""
    return ExpressionError(expression=text, detail=detail, detail_zh=detail_zh)


def parse(text: str, functions: Iterable[str]) -> Node:
    """Read ``text``; ``functions`` are the names that it may call.

    Raises:
        ExpressionError: the text is not an expression.
    """
    if text in _trees:
        return _trees[text]
    tree = _read(text, functions)
    if len(_trees) < _MOST_TREES:
        _trees[text] = tree
    return tree


def _read(text: str, functions: Iterable[str]) -> Node:
    import elementpath

    if len(text) > _MOST_LETTERS:
        raise unreadable(text[:80], f"longer than {_MOST_LETTERS} letters", f"超过 {_MOST_LETTERS} 个字符")
    names: list[str] = []
    source = _rewrite(text, names)
    try:
        parser = _parser_class(tuple(sorted(functions)))()
        token = parser.parse(source)
        return _node(token, names)
    except (elementpath.ElementPathError, elementpath.tdop.ParseError, ArithmeticError, ValueError) as error:
        raise unreadable(text, _plain(str(error)), "写法不对") from error
    except RecursionError as error:
        raise unreadable(text, *TOO_DEEP) from error


def called_functions(text: str) -> tuple[str, ...]:
    """List the names that are called in ``text``, outside quotes, in order."""
    calls = (found["call"] for found in _PIECE.finditer(text) if found["call"])
    return tuple(dict.fromkeys(call for call in calls if call not in _OPERATORS))


def _rewrite(text: str, names: list[str]) -> str:
    def piece(found: re.Match[str]) -> str:
        if found["call"]:
            return found["call"].replace(":", "-")
        if found["name"] is None:
            return _QUOTED_NAME.sub(r"\1\2\1", found[0])
        if not _NAME.fullmatch(found["name"]):
            name = f"${{{found['name']}}}"
            raise unreadable(text, f"{name} is not a name", f"{name} 不是名称")
        names.append(found["name"])
        return f"$v{len(names) - 1} "

    rewritten = _PIECE.sub(piece, text)
    if re.search(r"\$(?!v\d)", re.sub(r"'[^']*'|\"[^\"]*\"", "", rewritten)):
        raise unreadable(text, "a question is named as ${name}", "引用其他项要写成 ${名称}")
    return rewritten


@functools.cache
def _parser_class(functions: tuple[str, ...]) -> type[XPath1Parser]:
    from elementpath import XPath1Parser

    class FormParser(XPath1Parser):
        """XPath 1.0 with the functions of forms, of any number of arguments: the compiler counts them."""

        def parse(self, source: str) -> XPathToken:
            """Read without elementpath's own static evaluation."""
            return super(XPath1Parser, self).parse(source)

    for name in functions:
        FormParser.symbol_table.pop(name, None)
        FormParser.function(name, nargs=(0, None))
    FormParser.build()
    return FormParser


def _node(token: XPathToken, names: list[str]) -> Node:
    symbol = token.symbol
    if symbol == "$":
        return Node("$", names[int(str(token[0].value)[1:])])
    if symbol in ("(integer)", "(decimal)", "(float)"):
        return Node("literal", float(str(token.value)))
    if symbol == "(string)":
        return Node("literal", str(token.value))
    children = tuple(_node(child, names) for child in token)
    if symbol == "(" and len(children) == 1:
        return children[0]
    return Node(symbol, str(token.value), children, is_call=token.label == "function")


def _plain(message: str) -> str:
    """Drop elementpath's error codes and its columns, which count letters of the rewritten text."""
    message = re.sub(r"\s*\[err:\w+\]\s*", " ", message)
    return re.sub(r"^.*? at line \d+, column \d+:\s*", "", message).strip()
