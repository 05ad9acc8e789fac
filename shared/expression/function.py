"""The functions that expressions may call: ODK's form-logic library, as far as it makes sense offline.

``LIBRARY`` holds each with its number of arguments; ``REFUSED`` says why the others are not there.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain

from shared.errors import ExpressionError
from shared.expression import calendar
from shared.expression.scope import Scope
from shared.expression.value import Value, first, members, to_boolean, to_number, to_text
from shared.model.place import Text

Compiled = Callable[[Scope], Value]
"""A part of an expression, ready to be evaluated."""
ANY = 1_000


@dataclass(frozen=True, slots=True)
class Function:
    """One function: how many arguments it takes and how a call of it is built from its compiled arguments."""

    least: int
    most: int
    build: Callable[[tuple[Compiled, ...]], Compiled]


def _plain(least: int, most: int, call: Callable[..., Value]) -> Function:
    """A function of its arguments' values alone."""

    def build(arguments: tuple[Compiled, ...]) -> Compiled:
        if len(arguments) == 1:
            (only,) = arguments
            return lambda scope: call(only(scope))
        return lambda scope: call(*[argument(scope) for argument in arguments])

    return Function(least, most, build)


def _scoped(least: int, most: int, call: Callable[..., Value]) -> Function:
    """A function of the scope and its arguments' values."""
    return Function(least, most, lambda arguments: lambda scope: call(scope, *[entry(scope) for entry in arguments]))


def _real(call: Callable[..., float], arity: int = 1) -> Function:
    """A function of real numbers; where it is not defined the result is NaN."""

    def guarded(*values: Value) -> Value:
        try:
            result = call(*map(to_number, values))
        except ValueError:
            return math.nan
        except (OverflowError, ZeroDivisionError):
            return math.inf
        return math.nan if isinstance(result, complex) else float(result)

    return _plain(arity, arity, guarded)


# ---- control


def _build_if(arguments: tuple[Compiled, ...]) -> Compiled:
    condition, then, otherwise = arguments
    return lambda scope: then(scope) if to_boolean(condition(scope)) else otherwise(scope)


def _build_coalesce(arguments: tuple[Compiled, ...]) -> Compiled:
    def coalesce(scope: Scope) -> Value:
        for argument in arguments:
            value = argument(scope)
            if to_text(value):
                return value
        return ""

    return coalesce


def _build_once(arguments: tuple[Compiled, ...]) -> Compiled:
    (expression,) = arguments

    def once(scope: Scope) -> Value:
        own = scope.own_value()
        return own if to_text(own) else expression(scope)

    return once


def _own_or(call: Callable[[Value], Value]) -> Function:
    """A function of one value, of this line's own answer without an argument."""

    def build(arguments: tuple[Compiled, ...]) -> Compiled:
        if not arguments:
            return lambda scope: call(scope.own_value())
        (argument,) = arguments
        return lambda scope: call(argument(scope))

    return Function(0, 1, build)


# ---- choices and repeats


def _selected(value: Value, name: Value) -> bool:
    return to_text(name).strip() in to_text(value).split()


def _selected_at(value: Value, index: Value) -> str:
    words, place = to_text(value).split(), to_number(index)
    return words[int(place)] if 0 <= place < len(words) else ""


def _count_non_empty(value: Value) -> float:
    return float(sum(1 for member in members(value) if to_text(member)))


def _join(separator: Value, *values: Value) -> str:
    return to_text(separator).join(to_text(member) for member in chain(*map(members, values)))


def _all_numbers(values: tuple[Value, ...]) -> list[float]:
    return [to_number(member) for member in chain(*map(members, values))]


def _extreme(choose: Callable[[list[float]], float]) -> Callable[..., Value]:
    """The largest or smallest; NaN when there is none or one of them is no number, as in ODK."""

    def extreme(*values: Value) -> Value:
        numbers = _all_numbers(values)
        return math.nan if not numbers or any(map(math.isnan, numbers)) else choose(numbers)

    return extreme


def _checklist(least: Value, most: Value, *responses: Value) -> bool:
    yes = sum(1 for member in chain(*map(members, responses)) if _is_yes(member))
    return _is_between(to_number(least), float(yes), to_number(most))


def _weighted_checklist(least: Value, most: Value, *pairs: Value) -> bool:
    if len(pairs) % 2:
        raise ExpressionError(expression="weighted-checklist", detail="each response needs a weight")
    weight = sum(to_number(pairs[place + 1]) for place in range(0, len(pairs), 2) if _is_yes(pairs[place]))
    return _is_between(to_number(least), weight, to_number(most))


def _is_yes(value: Value) -> bool:
    return first(value) in ("yes", True)


def _is_between(least: float, number: float, most: float) -> bool:
    return (least == -1 or number >= least) and (most == -1 or number <= most)


# ---- text


def _regex(value: Value, pattern: Value) -> bool:
    try:
        return re.fullmatch(to_text(pattern), to_text(value)) is not None
    except (re.error, RecursionError, OverflowError) as error:
        raise ExpressionError(expression=to_text(pattern), detail="not a regular expression") from error


def _substr(value: Value, start: Value, end: Value = math.inf) -> str:
    text = to_text(value)

    def place(index: Value) -> int:
        number = to_number(index)
        if math.isnan(number):
            return 0
        number = max(number + len(text), 0) if number < 0 else number
        return int(min(number, len(text)))

    return text[place(start) : place(end)]


def _substring(value: Value, start: Value, length: Value = math.inf) -> str:
    """XPath's own: counted from 1, both numbers rounded (XPath 1.0 §4.2)."""
    begin = _round_up_half(to_number(start))
    end = begin + _round_up_half(to_number(length))
    return "".join(letter for place, letter in enumerate(to_text(value), start=1) if begin <= place < end)


def _translate(value: Value, old: Value, new: Value) -> str:
    before, after = to_text(old), to_text(new)
    table: dict[int, str | None] = {}
    for place, letter in enumerate(before):
        table.setdefault(ord(letter), after[place] if place < len(after) else None)
    return to_text(value).translate(table)


def _substring_after(value: Value, part: Value) -> str:
    _, found, after = _cut(to_text(value), to_text(part))
    return after if found else ""


def _substring_before(value: Value, part: Value) -> str:
    before, found, _ = _cut(to_text(value), to_text(part))
    return before if found else ""


def _cut(text: str, part: str) -> tuple[str, bool, str]:
    if not part:
        return "", True, text
    before, found, after = text.partition(part)
    return before, bool(found), after


def _digest(value: Value, algorithm: Value, encoding: Value = "base64") -> str:
    names = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}
    name, form = to_text(algorithm), to_text(encoding)
    if name not in names or form not in ("base64", "hex"):
        raise ExpressionError(expression="digest", detail=f"{name} {form}: no such algorithm or encoding")
    raw = hashlib.new(names[name], to_text(value).encode(), usedforsecurity=False).digest()
    return raw.hex() if form == "hex" else base64.b64encode(raw).decode()


def _base64_decode(value: Value) -> str:
    try:
        return base64.b64decode(to_text(value), validate=True).decode()
    except (binascii.Error, ValueError):
        return ""


def _boolean_from_string(value: Value) -> bool:
    return to_text(value) in ("true", "1")


# ---- numbers


def _round_up_half(number: float) -> float:
    return math.floor(number + 0.5) if math.isfinite(number) else number


def _round(value: Value, places: Value = 0.0) -> float:
    """Round half up; to ``places`` decimals as a person would on paper (2.675 to 2.68)."""
    number, digits = to_number(value), to_number(places)
    if not math.isfinite(number) or not math.isfinite(digits):
        return math.nan if math.isnan(number) or math.isnan(digits) else number
    if digits == 0:
        return float(_round_up_half(number))
    unit = Decimal(1).scaleb(-int(max(-15, min(15, digits))))
    if abs(number) >= 1e15:
        return number
    return float((Decimal(repr(number)) / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit)


def _int(value: Value) -> float:
    number = to_number(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _log(number: float) -> float:
    return -math.inf if number == 0 else math.log(number)


def _log10(number: float) -> float:
    return -math.inf if number == 0 else math.log10(number)


# ---- chance, assets and labels


def _random(scope: Scope) -> float:
    return int.from_bytes(scope.random()[:7], "big") % (1 << 53) / (1 << 53)


def _uuid(scope: Scope, length: Value = "") -> str:
    """A version 4 UUID, or ``length`` letters and digits (at most 64)."""
    noise = scope.random()
    if to_text(length):
        count = to_number(length)
        digits = hashlib.sha512(noise).digest()
        letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return "".join(letters[byte % 62] for byte in digits[: int(count) if 0 <= count <= 64 else 64])
    number = int.from_bytes(noise, "big") & ~(0xF << 76) | 0x4 << 76
    text = f"{number & ~(0b11 << 62) | 0b10 << 62:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _asset(scope: Scope, key: Value) -> Value:
    return scope.asset(to_text(key))


def _choice_name(scope: Scope, choice: Value, question: Value) -> Value:
    return scope.choice_label(to_text(choice), to_text(question))


LIBRARY: dict[str, Function] = {
    "if": Function(3, 3, _build_if),
    "coalesce": Function(2, ANY, _build_coalesce),
    "once": Function(1, 1, _build_once),
    "true": _plain(0, 0, lambda: True),
    "false": _plain(0, 0, lambda: False),
    "not": _plain(1, 1, lambda value: not to_boolean(value)),
    "boolean": _plain(1, 1, to_boolean),
    "boolean-from-string": _plain(1, 1, _boolean_from_string),
    "checklist": _plain(3, ANY, _checklist),
    "weighted-checklist": _plain(4, ANY, _weighted_checklist),
    "selected": _plain(2, 2, _selected),
    "selected-at": _plain(2, 2, _selected_at),
    "count-selected": _plain(1, 1, lambda value: float(len(to_text(value).split()))),
    "jr:choice-name": _scoped(2, 2, _choice_name),
    "count": _plain(1, 1, lambda value: float(len(members(value)))),
    "count-non-empty": _plain(1, 1, _count_non_empty),
    "sum": _plain(1, 1, lambda value: math.fsum(_all_numbers((value,)))),
    "max": _plain(1, ANY, _extreme(max)),
    "min": _plain(1, ANY, _extreme(min)),
    "join": _plain(2, ANY, _join),
    "concat": _plain(1, ANY, lambda *values: _join("", *values)),
    "regex": _plain(2, 2, _regex),
    "contains": _plain(2, 2, lambda value, part: to_text(part) in to_text(value)),
    "starts-with": _plain(2, 2, lambda value, part: to_text(value).startswith(to_text(part))),
    "ends-with": _plain(2, 2, lambda value, part: to_text(value).endswith(to_text(part))),
    "substr": _plain(2, 3, _substr),
    "substring": _plain(2, 3, _substring),
    "substring-before": _plain(2, 2, _substring_before),
    "substring-after": _plain(2, 2, _substring_after),
    "translate": _plain(3, 3, _translate),
    "string-length": _own_or(lambda value: float(len(to_text(value)))),
    "normalize-space": _own_or(lambda value: " ".join(to_text(value).split())),
    "string": _own_or(to_text),
    "number": _own_or(to_number),
    "digest": _plain(2, 3, _digest),
    "base64-decode": _plain(1, 1, _base64_decode),
    "round": _plain(1, 2, _round),
    "int": _plain(1, 1, _int),
    "floor": _real(lambda number: math.floor(number) if math.isfinite(number) else number),
    "ceiling": _real(lambda number: math.ceil(number) if math.isfinite(number) else number),
    "abs": _real(abs),
    "pow": _real(lambda base, power: base**power, 2),
    "exp": _real(math.exp),
    "exp10": _real(lambda power: 10.0**power),
    "log": _real(_log),
    "log10": _real(_log10),
    "sqrt": _real(math.sqrt),
    "sin": _real(math.sin),
    "cos": _real(math.cos),
    "tan": _real(math.tan),
    "asin": _real(math.asin),
    "acos": _real(math.acos),
    "atan": _real(math.atan),
    "atan2": _real(math.atan2, 2),
    "pi": _plain(0, 0, lambda: math.pi),
    "today": _scoped(0, 0, lambda scope: scope.now.date()),
    "now": _scoped(0, 0, lambda scope: scope.now),
    "date": _plain(1, 1, calendar.to_date),
    "date-time": _plain(1, 1, calendar.to_date_time),
    "decimal-date-time": _plain(1, 1, calendar.decimal_date_time),
    "decimal-time": _plain(1, 1, calendar.decimal_time),
    "format-date": _scoped(2, 2, lambda scope, moment, form: calendar.format_date(moment, form, scope.language)),
    "format-date-time": _scoped(
        2, 2, lambda scope, moment, form: calendar.format_date_time(moment, form, scope.language)
    ),
    "random": _scoped(0, 0, _random),
    "uuid": _scoped(0, 1, _uuid),
    "asset": _scoped(1, 1, _asset),
}
"""By name. ``position``, ``indexed-repeat`` and ``failed`` take names rather than values, so the compiler builds them."""

BUILT_BY_COMPILER = frozenset({"position", "indexed-repeat", "failed"})

_GEOGRAPHY = Text("这里的地点是巡查点，不是坐标", "places are points of the site here, not coordinates")
_LOOKUP = Text(
    "表单不带附加数据；设备数据用 asset('key')", "a form has no attached data; asset('key') reads the asset's data"
)
_SHUFFLE = Text("选项按印制的顺序", "choices keep their printed order")
_NAMES = Text(
    "其他项写成 ${名称}，某一轮用 indexed-repeat()", "answers are named as ${name}, one turn by indexed-repeat()"
)
REFUSED: dict[str, Text] = {
    "area": _GEOGRAPHY,
    "distance": _GEOGRAPHY,
    "geofence": _GEOGRAPHY,
    "intersects": _GEOGRAPHY,
    "instance": _LOOKUP,
    "pulldata": _LOOKUP,
    "search": _LOOKUP,
    "lookup": _LOOKUP,
    "randomize": _SHUFFLE,
    "extract-signed": Text("不读取带签名的码", "signed codes are not read"),
    "jr:itext": Text("文字写在 label 列", "write the text in the label columns"),
    "property": Text("记录本身写明由谁、用哪台平板所写", "the record itself says who wrote it on which device"),
    "current": _NAMES,
    "last": _NAMES,
    "id": _NAMES,
    "name": _NAMES,
    "text": _NAMES,
    "node": _NAMES,
}
