"""Turn an expression's tree into Python functions and check it on the way: names, functions, numbers of arguments."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Callable
from dataclasses import dataclass

from shared.errors import ExpressionError
from shared.expression.function import ANY, BUILT_BY_COMPILER, LIBRARY, REFUSED, Compiled, Function
from shared.expression.grammar import LAST_SAVED, TOO_DEEP, Node, called_functions, parse, unreadable
from shared.expression.scope import Scope
from shared.expression.value import Value, first, is_equal, is_unequal, members, numbers, to_boolean, to_number

CONSTANTS = {"true()": True, "yes": True, "false()": False, "no": False}
"""Expressions that need no parser; the importer writes ``yes`` and ``no`` with brackets."""
_DEEPEST = 150
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression ready for use.

    ``references`` are the names whose present answers it reads, ``last_saved`` those whose last answers it reads,
    ``failed_codes`` the codes that it counts fails of.
    """

    text: str
    references: frozenset[str]
    last_saved: frozenset[str]
    failed_codes: frozenset[str]
    call: Compiled

    def evaluate(self, scope: Scope) -> Value:
        """Evaluate in ``scope``.

        Raises:
            ExpressionError: the expression makes no sense with these answers, such as a date that is none.
        """
        try:
            return self.call(scope)
        except (ArithmeticError, ValueError, RecursionError) as error:
            raise ExpressionError(expression=self.text, detail=type(error).__name__) from error


@functools.lru_cache(maxsize=4096)
def compile_expression(text: str) -> Expression:
    """Read and check an expression; the result is kept, so that the same text is read once.

    Raises:
        ExpressionError: with ``expression``, and what is wrong as ``detail`` (English) and ``detail_zh``.
    """
    stripped = text.strip()
    if stripped in CONSTANTS:
        constant = CONSTANTS[stripped]
        return Expression(stripped, frozenset(), frozenset(), frozenset(), lambda _: constant)
    _check_functions(stripped)
    tree = parse(stripped, [name.replace(":", "-") for name in (*LIBRARY, *BUILT_BY_COMPILER)])
    compiler = _Compiler(stripped, set(), set(), set())
    call = compiler.compile(tree, 0)
    return Expression(
        stripped,
        frozenset(compiler.references),
        frozenset(compiler.last_saved),
        frozenset(compiler.failed_codes),
        call,
    )


def _check_functions(text: str) -> None:
    for name in called_functions(text):
        if name in REFUSED:
            why = REFUSED[name]
            raise unreadable(text, f"{name}() is not supported: {why.en}", f"不支持 {name}()：{why.zh}")
        if name not in LIBRARY and name not in BUILT_BY_COMPILER:
            raise _unknown_function(text, name)


def _unknown_function(text: str, name: str) -> ExpressionError:
    return unreadable(text, f"there is no function {name}()", f"没有函数 {name}()")


def _wrong_count(text: str, name: str, function: Function, given: int) -> ExpressionError:
    least, most = function.least, function.most
    if least == most:
        en, zh = f"{least}", f"{least}"
    elif most == ANY:
        en, zh = f"at least {least}", f"至少 {least}"
    else:
        en, zh = f"{least} to {most}", f"{least} 至 {most}"
    return unreadable(
        text, f"{name}() takes {en} arguments, not {given}", f"{name}() 要 {zh} 个参数，这里有 {given} 个"
    )


@dataclass(frozen=True, slots=True)
class _Compiler:
    text: str
    references: set[str]
    last_saved: set[str]
    failed_codes: set[str]

    def compile(self, node: Node, depth: int) -> Compiled:
        """Compile ``node``; every rule below it goes through here."""
        if depth > _DEEPEST:
            raise unreadable(self.text, *TOO_DEEP)
        if node.symbol == "literal":
            return self._literal(node)
        if node.symbol == "$":
            return self._variable(str(node.value))
        if node.symbol == "." and not node.children:
            return lambda scope: scope.own_value()
        if node.is_call:
            return self._call(node, depth)
        return self._operator(node.symbol, tuple(self.compile(child, depth + 1) for child in self._operands(node)))

    def _literal(self, node: Node) -> Compiled:
        value = node.value
        return lambda _: value

    def _variable(self, name: str) -> Compiled:
        if name.startswith(LAST_SAVED):
            saved = name.removeprefix(LAST_SAVED)
            self.last_saved.add(saved)
            return lambda scope: scope.last_saved(saved)
        self.references.add(name)
        return lambda scope: scope.value(name)

    def _call(self, node: Node, depth: int) -> Compiled:
        name = "jr:choice-name" if node.symbol == "jr-choice-name" else node.symbol
        if name == "position":
            return self._position(node)
        if name == "indexed-repeat":
            return self._indexed_repeat(node, depth)
        if name == "failed":
            return self._failed(node)
        if name not in LIBRARY:
            raise _unknown_function(self.text, name)
        function, given = LIBRARY[name], len(node.children)
        if not function.least <= given <= function.most:
            raise _wrong_count(self.text, name, function, given)
        return function.build(tuple(self.compile(child, depth + 1) for child in node.children))

    def _position(self, node: Node) -> Compiled:
        if len(node.children) != 1 or node.children[0].symbol != "..":
            raise self._written_as("position", "position(..)")
        return lambda scope: float(scope.position())

    def _indexed_repeat(self, node: Node, depth: int) -> Compiled:
        if len(node.children) != 3 or any(child.symbol != "$" for child in node.children[:2]):
            raise self._written_as("indexed-repeat", "indexed-repeat(${name}, ${repeat}, number)")
        name, group = str(node.children[0].value), str(node.children[1].value)
        self.references.update((name, group))
        index = self.compile(node.children[2], depth + 1)

        def indexed_repeat(scope: Scope) -> Value:
            instances, place = scope.instances(name), to_number(index(scope))
            return instances[int(place) - 1] if 1 <= place < len(instances) + 1 else ""

        return indexed_repeat

    def _failed(self, node: Node) -> Compiled:
        codes = tuple(str(child.value) for child in node.children if child.symbol == "literal")
        if not codes or len(codes) != len(node.children):
            raise self._written_as("failed", "failed('EVA', 'HYD-10')")
        self.failed_codes.update(codes)
        return lambda scope: float(scope.failed(codes))

    def _operands(self, node: Node) -> tuple[Node, ...]:
        known = node.symbol in _COMPARISONS or node.symbol in ("and", "or", "=", "!=", "+", "-", "*", "div", "mod", "|")
        if known and (len(node.children) == 2 or (len(node.children) == 1 and node.symbol in "+-")):
            return node.children
        if node.symbol == "(name)":
            name, text = f"${{{node.value}}}", f"'{node.value}'"
            raise unreadable(
                self.text,
                f"{node.value} is written as {name} or, if it is a text, {text}",
                f"{node.value} 要写成 {name}，文字则写成 {text}",
            )
        raise unreadable(
            self.text,
            f"{node.symbol}: paths are not supported; answers are named as ${{name}}",
            f"{node.symbol}：不支持路径，其他项写成 ${{名称}}",
        )

    def _operator(self, symbol: str, operands: tuple[Compiled, ...]) -> Compiled:
        if len(operands) == 1:
            (only,) = operands
            sign = -1.0 if symbol == "-" else 1.0
            return lambda scope: sign * to_number(only(scope))
        left, right = operands
        if symbol == "and":
            return lambda scope: to_boolean(left(scope)) and to_boolean(right(scope))
        if symbol == "or":
            return lambda scope: to_boolean(left(scope)) or to_boolean(right(scope))
        if symbol in ("=", "!="):
            compare = is_equal if symbol == "=" else is_unequal
            return lambda scope: compare(left(scope), right(scope))
        if symbol in _COMPARISONS:
            return _comparison(_COMPARISONS[symbol], left, right)
        if symbol == "|":
            return lambda scope: (*members(left(scope)), *members(right(scope)))
        return _arithmetic(_ARITHMETIC[symbol], left, right)

    def _written_as(self, name: str, form: str) -> ExpressionError:
        return unreadable(self.text, f"{name}() is written as {form}", f"{name}() 要写成 {form}")


def _comparison(compare: Callable[[float, float], bool], left: Compiled, right: Compiled) -> Compiled:
    def comparison(scope: Scope) -> Value:
        pairs = ((one, other) for one in members(left(scope)) for other in members(right(scope)))
        return any(compare(*numbers(one, other)) for one, other in pairs)

    return comparison


def _arithmetic(compute: Callable[[float, float], float], left: Compiled, right: Compiled) -> Compiled:
    return lambda scope: compute(*numbers(first(left(scope)), first(right(scope))))


def _divide(left: float, right: float) -> float:
    if right == 0:
        return math.nan if left == 0 or math.isnan(left) else math.copysign(math.inf, left) * math.copysign(1, right)
    return left / right


def _remainder(left: float, right: float) -> float:
    """The sign is the dividend's (XPath 1.0 §3.5)."""
    return math.nan if right == 0 or not math.isfinite(left) else math.fmod(left, right)


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divide,
    "mod": _remainder,
}
