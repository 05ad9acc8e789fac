"""The library of hazard wordings: what tablets offer on a fail, version by version.

Start reading at ``views``; ``edit`` turns a form into the next version.
"""
