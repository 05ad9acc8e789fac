"""Checklists: what is published, one version item by item, and the import of new ones from CSV or Excel.

Start reading at ``views``; ``intake`` reads uploaded files and says what publishing them would do.
"""
