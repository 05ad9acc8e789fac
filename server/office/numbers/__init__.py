"""Numbers and charts: the indicators of rectification with their formulas, how they went, and the readings of a place.

``panels`` turns what ``server.store.numbers`` counts into charts with their tables; a page draws both, Excel takes the table.
"""
