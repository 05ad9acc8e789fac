"""XLSForm expressions (relevant, required, constraint, calculation, default): XPath 1.0 with ODK's functions.

elementpath reads the text; the tree becomes Python functions that are called with a ``Scope``, which knows the answers,
the time and the instance of the repeat. So no XML is built, and an evaluation costs microseconds.

Invariant: elementpath is imported only when an expression other than ``true()`` or ``false()`` is compiled whose tree was
not taught: a tablet keeps the trees that it read (``learnt``) over its restarts.
Invariant: what an expression gives depends on its scope alone: the time, the random numbers and the language come from it.

Start reading at ``compiler.compile_expression``, then ``function`` (the library) and ``value`` (what is equal to what).
"""

from shared.expression.compiler import Expression, compile_expression
from shared.expression.grammar import GRAMMAR, learnt, teach
from shared.expression.scope import Scope
from shared.expression.value import Atom, Value, to_boolean, to_number, to_text

__all__ = [
    "GRAMMAR",
    "Atom",
    "Expression",
    "Scope",
    "Value",
    "compile_expression",
    "learnt",
    "teach",
    "to_boolean",
    "to_number",
    "to_text",
]
