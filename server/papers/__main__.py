"""The process of the press: sets the orders that come in at its standard input."""

import os
import sys

from server.papers.press import work

if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(5)
    work(sys.stdin.buffer, sys.stdout.buffer)
