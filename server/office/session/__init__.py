"""Signing in and out. ``password`` hashes and verifies, ``visit`` knows who holds a cookie, ``views`` are the pages."""
