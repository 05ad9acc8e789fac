"""The tablet's screens: what the thread that draws has to do, in a process of its own, without a display.

Compared is the CPU time of the UI thread (Python, layout, text, GL commands): it repeats within a fifth. What software
rasterising adds here does not exist on a tablet's GPU. ``window`` runs in the child, ``rows`` makes the figures.
"""
