"""Search from the box at the top of every page: what contains the words, grouped by kind, as far as the reader may see it."""
