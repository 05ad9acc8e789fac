"""Databases as they are after years: a server with 1,000,000 inspections at 50 sites, a tablet with two years of records.

``server.make_server`` and ``tablet.make_tablet`` make them, in minutes, by the product's own projections; ``pages`` opens
the office's pages over them. ``number`` chance and ids from numbers · ``body`` record texts from one example each ·
``estate`` places, people, rules through the store · ``history`` every other row as a function of its number · ``sink``
rows into SQLite or PostgreSQL. Start reading at ``server``.
"""
