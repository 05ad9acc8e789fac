"""The public page on which anybody verifies a paper by its check code."""
