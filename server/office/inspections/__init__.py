"""Inspection records: the list, one record as the paper form, and the office's verdict on it.

Start reading at ``views``; ``paper`` turns a record into what the form shows, ``verdict`` decides a review.
"""
