"""Compares what ``mobile/device/android`` asks of Java with the platform's declarations, without running any of it.

The twins follow a few rules that make this possible: each Java class has a name in ``java.py``; a variable, parameter or
field that holds a Java object is annotated, or gets it from a call whose result is declared; what is newer than the oldest
Android stands under ``if sdk() >= LEVEL``. Anything that cannot be followed is told as a problem, never passed over.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tools.apk.platform import Declared, Member, Platform, split

TWINS: Final = "mobile/device/android"
SOURCES: Final = "mobile/android/java"
UNKNOWN: Final = "any"
SIMPLE: Final = {"string", "number", "boolean", "void"}
ARRAY: Final = re.compile(r"androidNative\.Array<(.*)>$")
UNDECLARED: Final = "android.print."
"""The package leaves out what prints; ``docs/device-day.md`` tries it on a tablet."""
JAVAS_OWN: Final = re.compile(r"[a-z]+[A-Z]")
"""A name in Java's way of writing; Python's own are never written so here."""
LETTERS: Final = {"Z": "boolean", "V": "void", **dict.fromkeys("BCSIJFD", "number")}
TEXTS: Final = {"java.lang.String", "java.lang.CharSequence"}
PYTHON: Final = {"str": "string", "int": "number", "float": "number", "bool": "boolean"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not fit, and where."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def java_names(folder: Path) -> dict[str, str]:
    """Return the Java classes that ``java.py`` names, as {Java's name: our name}."""
    tree = ast.parse((folder / "java.py").read_bytes())
    names = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for keyword in node.keywords:
                if keyword.arg == "of" and isinstance(keyword.value, ast.Constant):
                    names[str(keyword.value.value)] = node.name
    for path in folder.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_bytes())):
            if _is_call_of(call, "implement") and isinstance(call.args[0], ast.Constant):  # type: ignore[attr-defined]
                names.setdefault(str(call.args[0].value), "")  # type: ignore[attr-defined]
            elif isinstance(call, ast.Assign) and isinstance(call.value, ast.Constant) and "$" in str(call.value.value):
                names.setdefault(str(call.value.value), "")
    return names


def least_level(root: Path) -> int:
    """Return the oldest API level that the package is built for."""
    found = re.search(
        r"^android\.minapi = (\d+)$", (root / "mobile" / "buildozer.spec").read_text("utf-8"), re.MULTILINE
    )
    return int(found[1]) if found else 0


def names_in_java(root: Path) -> set[str]:
    """Return the platform's classes that the Java half imports, and those within them that it names."""
    names: set[str] = set()
    for path in sorted((root / SOURCES).rglob("*.java")):
        text = path.read_text(encoding="utf-8")
        for imported in re.findall(r"^import ((?:android|java|org\.json)\.[\w.]+);", text, re.MULTILINE):
            names.add(imported)
            short = imported.rpartition(".")[2]
            names |= {f"{imported}.{inner}" for inner in re.findall(rf"\b{short}\.([A-Z][a-z]\w*)", text)}
    return names


def our_java(root: Path) -> dict[str, Declared]:
    """Return what Python may call of the Java half: its public static methods."""
    classes = {}
    for path in sorted((root / SOURCES).rglob("*.java")):
        text = path.read_text(encoding="utf-8")
        package = re.search(r"^package ([\w.]+);", text, re.MULTILINE)
        declared = Declared(f"{package[1] if package else ''}.{path.stem}", 0, ())
        for returns, name, params in re.findall(r"public static (\w+) (\w+)\(([^)]*)\)", text):
            types = tuple(_java_type(one.split()[-2], text) for one in split(params))
            declared.members.setdefault(name, []).append(Member(name, 0, True, types, _java_type(returns, text)))
        classes[declared.name] = declared
    return classes


def kivy_java() -> dict[str, Declared]:
    """Return what python-for-android's two Java classes give us."""
    window = Declared("org.kivy.android.PythonActivity", 0, ("android.app.Activity",))
    window.members["mActivity"] = [Member("mActivity", 0, True, None, window.name)]
    service = Declared("org.kivy.android.PythonService", 0, ("android.app.Service",))
    service.members["mService"] = [Member("mService", 0, True, None, service.name)]
    return {window.name: window, service.name: service}


def _java_type(name: str, text: str) -> str:
    simple = {"String": "string", "boolean": "boolean", "void": "void", "int": "number", "long": "number"}
    imported = re.search(rf"^import ([\w.]+\.{name});", text, re.MULTILINE)
    return simple.get(name) or (imported[1] if imported else UNKNOWN)


def _is_call_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name and bool(node.args)


@dataclass
class Module:
    """Follows one module. `types` are the names of Java classes known in it."""

    platform: Platform
    least: int
    name: str
    classes: dict[str, str]
    returned: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def check(self, tree: ast.Module) -> list[Problem]:
        """Return all that does not fit in a module."""
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and (known := self.named(node.returns)):
                self.returned[node.name] = known
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute):
                self.fields[node.target.attr] = self.named(node.annotation) or ""
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self.constants[target.id] = _text(node.value)
        Scope(self, {}, self.least).body(tree.body)
        return self.problems

    def named(self, annotation: ast.expr | None) -> str:
        """Return the Java class that an annotation names; "" if it names none."""
        if isinstance(annotation, ast.Name):
            return self.classes.get(annotation.id, "")
        if isinstance(annotation, ast.BinOp):
            return self.named(annotation.left) or self.named(annotation.right)
        return ""

    def tell(self, node: ast.AST, what: str) -> None:
        self.problems.append(Problem(f"{self.name}:{getattr(node, 'lineno', 0)}", what))


@dataclass
class Scope:
    """Follows statements in their order: which name holds what, and which API level is known to be there."""

    module: Module
    held: dict[str, str]
    level: int

    def body(self, statements: Iterable[ast.stmt]) -> None:
        for statement in statements:
            self.statement(statement)

    def statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.FunctionDef):
            self._function(node)
        elif isinstance(node, ast.ClassDef):
            Scope(self.module, {}, self.level).body(node.body)
        elif isinstance(node, ast.If):
            self.value(node.test)
            Scope(self.module, self.held, max(self.level, _promised(node.test))).body(node.body)
            self.body(node.orelse)
        elif isinstance(node, ast.AnnAssign):
            self._annotated(node)
        elif isinstance(node, ast.Assign):
            self._assigned(node)
        elif isinstance(node, ast.For):
            found = ARRAY.match(self.value(node.iter))
            self._hold(node.target, found[1] if found else "")
            self.body(node.body)
        else:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.stmt):
                    self.statement(child)
                elif isinstance(child, ast.expr):
                    self.value(child)
                elif isinstance(child, ast.withitem):
                    self.value(child.context_expr)
                elif isinstance(child, ast.ExceptHandler):
                    self.body(child.body)

    def _function(self, node: ast.FunctionDef) -> None:
        held = dict(self.held)
        for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            held[argument.arg] = self.module.named(argument.annotation)
        Scope(self.module, held, self.level).body(node.body)

    def _annotated(self, node: ast.AnnAssign) -> None:
        known = self.module.named(node.annotation)
        found = self.value(node.value) if node.value is not None else ""
        platform = self.module.platform
        if known and found in platform.classes and not (platform.is_a(known, found) or platform.is_a(found, known)):
            self.module.tell(node, f"is annotated {known} and is {found}")
        self._hold(node.target, known or found)

    def _assigned(self, node: ast.Assign) -> None:
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for one, part in zip(target.elts, node.value.elts, strict=True):
                    self._hold(one, self.value(part))
            else:
                self._hold(target, self.value(node.value))

    def _hold(self, target: ast.expr, what: str) -> None:
        if isinstance(target, ast.Name):
            self.held[target.id] = what
        elif isinstance(target, ast.Attribute):
            self.value(target.value)

    # ---------------------------------------------------------------- expressions
    def value(self, node: ast.expr) -> str:
        """Return what an expression is: a Java class's dotted name, a simple type, or "" for what is Python's own."""
        if isinstance(node, ast.Constant | ast.JoinedStr):
            return PYTHON.get(type(node.value).__name__, "") if isinstance(node, ast.Constant) else "string"
        if isinstance(node, ast.Name):
            return self.held.get(node.id, "")
        if isinstance(node, ast.Attribute | ast.Call):
            return self._attribute(node) if isinstance(node, ast.Attribute) else self._call(node)
        if isinstance(node, ast.IfExp):
            self.value(node.test)
            inner = Scope(self.module, self.held, max(self.level, _promised(node.test)))
            return inner.value(node.body) or self.value(node.orelse)
        if isinstance(node, ast.BoolOp):
            return next((found for found in [self.value(part) for part in node.values] if found), "")
        if isinstance(node, ast.Lambda):
            held = self.held | {argument.arg: "" for argument in node.args.args}
            return Scope(self.module, held, self.level).value(node.body) and ""
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
            return self._comprehension(node)
        found = [self.value(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
        return "number" if isinstance(node, ast.BinOp | ast.UnaryOp) and "number" in found else ""

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> str:
        inner = Scope(self.module, dict(self.held), self.level)
        for loop in node.generators:
            found = ARRAY.match(inner.value(loop.iter))
            inner._hold(loop.target, found[1] if found else "")
            for test in loop.ifs:
                inner.value(test)
        for child in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
            inner.value(child)
        return ""

    def _attribute(self, node: ast.Attribute) -> str:
        if isinstance(node.value, ast.Name) and node.value.id == "self":
            return self.module.fields.get(node.attr, "")
        members = self._members(node)
        if members is None:
            return ""
        fields = [member for member in members if member.params is None]
        if not fields:
            self.module.tell(node, f"{node.attr} is a method")
            return ""
        self._need(node, min(member.since for member in fields), node.attr)
        return _bare(fields[0].returns)

    def _members(self, node: ast.Attribute) -> list[Member] | None:
        """Return the members that an attribute of a Java class or object may be; None if it is Python's own."""
        is_class = isinstance(node.value, ast.Name) and node.value.id in self.module.classes
        if is_class and node.attr == "of":
            return None
        owner = self.module.classes[node.value.id] if is_class else self.value(node.value)  # type: ignore[attr-defined]
        if owner == UNKNOWN or (not owner and _is_javas(node)):
            self.module.tell(node, f"{node.attr} of an object whose class nobody says")
            return None
        if not owner or owner in SIMPLE or ARRAY.match(owner):
            return None
        if owner not in self.module.platform.classes:
            self.module.tell(node, f"{owner} is not among the declarations")
            return None
        members = self.module.platform.members(owner, node.attr)
        members = [member for member in members if member.is_static or not is_class]
        if not members:
            self.module.tell(node, f"{owner} has no {'static ' if is_class else ''}{node.attr}")
            return None
        return members

    def _need(self, node: ast.AST, since: int, name: str) -> None:
        if since > self.level:
            self.module.tell(node, f"{name} needs API level {since}, and {self.level} is all that is sure here")

    def _call(self, node: ast.Call) -> str:
        if _is_call_of(node, "implement"):
            self._implemented(node)
            return ""
        given = [self.value(argument) for argument in node.args]
        for keyword in node.keywords:
            self.value(keyword.value)
        if isinstance(node.func, ast.Name):
            return self._named_call(node, node.func.id, given)
        if not isinstance(node.func, ast.Attribute):
            self.value(node.func)
            return ""
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "self":
            return self.module.returned.get(node.func.attr, "")
        members = self._members(node.func)
        return self._chosen(node, node.func.attr, members, given) if members is not None else ""

    def _named_call(self, node: ast.Call, name: str, given: Sequence[str]) -> str:
        if name in {"as_a", "system"}:
            first = node.args[0]
            return self.module.classes.get(first.id, "") if isinstance(first, ast.Name) else ""
        if name in self.module.classes:
            java = self.module.classes[name]
            declared = self.module.platform.classes.get(java)
            if declared is None:
                self.module.tell(node, f"{java} is not among the declarations")
                return java
            makers = declared.members.get("constructor", [])
            self._chosen(node, name, makers, given)
            return java
        return PYTHON.get(name) or self.module.returned.get(name, "")

    def _chosen(self, node: ast.Call, name: str, members: Sequence[Member], given: Sequence[str]) -> str:
        """Find the overload that takes what is given, among those that the level has if there are several."""
        if any(isinstance(argument, ast.Starred) for argument in node.args):
            self.module.tell(node, f"{name} is called with arguments that nobody can count")
            return ""
        fitting = [member for member in members if self._takes(member, given, node.args)]
        if not fitting:
            said = ", ".join(one or "?" for one in given)
            self.module.tell(node, f"no {name} takes ({said})")
            return ""
        known = [member for member in fitting if member.since <= self.level]
        if not known:
            self._need(node, min(member.since for member in fitting), name)
        return _bare((known or fitting)[0].returns)

    def _takes(self, member: Member, given: Sequence[str], arguments: Sequence[ast.expr]) -> bool:
        params = member.params
        if params is None or len(params) != len(given):
            return False
        return all(
            self._fits(_bare(param), one, argument)
            for param, one, argument in zip(params, given, arguments, strict=True)
        )

    def _fits(self, param: str, given: str, argument: ast.expr) -> bool:
        if param == "boolean" or given == "boolean":
            return param in {"boolean", UNKNOWN} and given in {"boolean", ""}
        if isinstance(argument, ast.Constant) and argument.value is None:
            return param not in SIMPLE or param == "string"
        if not given or UNKNOWN in {param, given}:
            return not (param == "boolean" and given)
        if given in SIMPLE or param in SIMPLE:
            return given == param or (param == "string" and given in TEXTS) or (given == "string" and param in TEXTS)
        return bool(ARRAY.match(param)) == bool(ARRAY.match(given)) and self.module.platform.is_a(given, param)

    # ---------------------------------------------------------------- Java's interfaces
    def _implemented(self, node: ast.Call) -> None:
        first = node.args[0]
        java = _text(first) or self.module.constants.get(getattr(first, "id", ""), "")
        declared = self.module.platform.find(java)
        if declared is None:
            self.module.tell(node, f"{java} is not among the declarations")
            return
        written: set[str] = set()
        for keyword in node.keywords:
            name = str(keyword.arg).partition("__")[0]
            written.add(name)
            members = [one for one in self.module.platform.members(declared.name, name) if one.params is not None]
            signature = self._signature(keyword.value)
            if not any(_written(one) == signature for one in members):
                self.module.tell(node, f"{java} has no {name}{signature}")
            for child in ast.iter_child_nodes(keyword.value):
                if isinstance(child, ast.expr):
                    self.value(child)
        line = [one for one in self.module.platform.line(declared.name) if one != "java.lang.Object"]
        all_of_it = {
            name
            for one in line
            for name, members in self.module.platform.classes[one].members.items()
            if name != "constructor" and members[0].params is not None
        }
        for name in sorted(all_of_it - written):
            self.module.tell(node, f"{java} also calls {name}")

    def _signature(self, node: ast.expr) -> str:
        if isinstance(node, ast.Tuple) and node.elts:
            first = node.elts[0]
            if isinstance(first, ast.Constant):
                return _spoken(_text(first))
            return _spoken(self.module.constants.get(getattr(first, "id", ""), ""))
        return ""


def _is_javas(node: ast.Attribute) -> bool:
    """Tell whether an attribute is written in Java's way; of Python's own only logging is."""
    is_logging = isinstance(node.value, ast.Name) and node.value.id == "logging"
    return bool(JAVAS_OWN.match(node.attr)) and not is_logging


def _text(node: ast.expr) -> str:
    """Return a constant as text; "" if it is none."""
    return (
        repr(node.value)
        if isinstance(node, ast.Constant) and isinstance(node.value, bytes)
        else (str(node.value) if isinstance(node, ast.Constant) else "")
    )


def _promised(test: ast.expr) -> int:
    """Return the API level that a condition promises: `sdk() >= 31`, alone or with `and`."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return max(_promised(part) for part in test.values)
    if (
        isinstance(test, ast.Compare)
        and isinstance(test.left, ast.Call)
        and isinstance(test.left.func, ast.Name)
        and test.left.func.id == "sdk"
        and isinstance(test.ops[0], ast.GtE)
        and isinstance(test.comparators[0], ast.Constant)
    ):
        return int(_text(test.comparators[0]))
    return 0


def _bare(name: str) -> str:
    """Return a declared type without its parameters; a constant's type is the type of its value."""
    name = name.replace(" | null", "").strip()
    if ARRAY.match(name):
        return name
    if name.startswith('"') or name == "string":
        return "string"
    if re.fullmatch(r"-?[\d.e+-]+", name):
        return "number"
    if name in {"true", "false"}:
        return "boolean"
    return re.sub(r"<.*", "", name)


def _written(member: Member) -> str:
    """Return a method's signature as ``_spoken`` does."""
    params = [_bare(one) for one in member.params or ()]
    return f"({','.join(params)}){_bare(member.returns)}"


def _spoken(signature: str) -> str:
    """Return a signature of the JVM in the words of the declarations: ``(ILjava/lang/String;)V`` is (number,string)void."""
    inside, _, returns = signature.removeprefix("(").partition(")")
    return f"({','.join(_words(inside))}){''.join(_words(returns))}"


def _words(text: str) -> list[str]:
    words = []
    for letter, name in re.findall(r"([ZVBCSIJFD])|L([\w/$]+);", text):
        dotted = name.replace("/", ".").replace("$", ".")
        words.append(LETTERS[letter] if letter else "string" if dotted in TEXTS else dotted)
    return words


def problems_of(root: Path, platform: Platform, least: int) -> list[Problem]:
    """Return all that does not fit in the twins, for tablets from API level `least` on."""
    platform = Platform(platform.classes | our_java(root) | kivy_java(), platform.asked)
    folder = root / TWINS
    ours = {name: java.replace("$", ".") for java, name in java_names(folder).items() if name}
    problems = [
        Problem("java.py", f"{java} is not among the declarations")
        for java in sorted(ours.values())
        if java not in platform.classes
    ]
    shared = Module(platform, least, "java.py", ours)
    problems += shared.check(ast.parse((folder / "java.py").read_bytes()))
    for path in sorted(folder.glob("*.py")):
        if path.name not in {"java.py", "__init__.py"}:
            module = Module(platform, least, path.name, ours, dict(shared.returned))
            problems += module.check(ast.parse(path.read_bytes()))
    return problems


def problems_in_java(root: Path, platform: Platform, least: int) -> list[Problem]:
    """Return the imports and constants of the Java half that the platform has not, or only later than `least`."""
    problems = []
    for path in sorted((root / SOURCES).rglob("*.java")):
        text = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        imported = {
            name.rpartition(".")[2]: name
            for name in re.findall(r"^import ((?:android|java|org\.json)\.[\w.]+);", text, re.MULTILINE)
            if not name.startswith(UNDECLARED)
        }
        for name in imported.values():
            found = platform.classes.get(name)
            if found is None or found.since > least:
                problems.append(
                    Problem(path.name, f"{name} {'is not there' if found is None else f'needs {found.since}'}")
                )
        for short, inner, member in re.findall(
            r"(?<![\w.])([A-Z]\w+)((?:\.[A-Z][a-z]\w*)*)\.(\w+)\b(?!\s*\.class)", text
        ):
            owner = imported.get(short, "") + inner
            if not imported.get(short) or member == "class" or owner + "." + member in platform.classes:
                continue
            members = [one for one in platform.members(owner, member) if one.is_static]
            if not members or min(one.since for one in members) > least:
                problems.append(Problem(path.name, f"{owner}.{member} is not there on API level {least}"))
    return problems
