"""Tells the stories of seeds with real processes: ``python -m tests.system.faults.run SEED..``; prints what happens."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from contextlib import ExitStack

from tests.system.faults.story import draw, tell
from tests.system.faults.world import a_world


def run(
    seed: int, new_postgres: Callable[[], str], say: Callable[[str], None] = lambda _line: None, **facts: bool
) -> None:
    """Tell the story of a seed; ``new_postgres`` is asked for a database if the story needs one.

    Raises:
        AssertionError: an invariant does not hold; a note holds the story.
    """
    story = draw(seed, **facts)
    with a_world(new_postgres=new_postgres if story.is_shared else None) as world:
        say(str(story))
        tell(story, world, say)


def main(arguments: list[str]) -> int:
    """Tell the stories; the first that fails ends it."""
    from tests.postgres import a_cluster, fresh_databases

    with ExitStack() as stack:

        @functools.cache
        def databases() -> Callable[[], str]:
            return stack.enter_context(fresh_databases(stack.enter_context(a_cluster())))

        def new_postgres() -> str:
            return databases()()

        for text in arguments:
            run(int(text), new_postgres, lambda line: print(line, flush=True))
            print(f"seed {text}: clean", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
