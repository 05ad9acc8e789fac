"""Brings people, units, buildings, points and equipment in from Excel: first tried and shown row by row, then all or nothing.

``book`` reads a file and writes the empty one to fill in · ``trial`` says what each row would do · ``parcel`` carries the
rows from the trial to the act · ``views`` the pages.
"""
