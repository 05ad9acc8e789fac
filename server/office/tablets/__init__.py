"""Tablets: what each still holds and how it fares, enrolling one, revoking one, and what could not be applied.

Start reading at ``views``; ``risk`` says what is wrong about a tablet, ``letters`` lists what was refused or held.
"""
