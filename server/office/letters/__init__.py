"""Dead letters: what tablets sent and the server could not apply. Each has a page with its reason and two ways out.

Start reading at ``views``; ``reading`` says what an operation wanted, ``correct`` turns the office's choices into the
operation as it should have been.

Invariant: what a tablet sent is never changed; a correction is kept beside it, with who made it.
"""
