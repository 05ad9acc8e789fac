"""Hazards: the list, one hazard with all that belongs to it, and what a person may do to it next.

Start reading at ``views``; ``acts`` turns a form into an ``Act`` of ``shared.hazard``, ``sheet`` loads what is shown.
"""
