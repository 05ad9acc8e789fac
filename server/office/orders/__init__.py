"""Authorities' orders (外部文书): the list, a new one, one with its hazards, written answer and end."""
