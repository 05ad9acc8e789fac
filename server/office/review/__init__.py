"""The office's review of records: the queue by risk, and clean rounds accepted together after a drawn sample.

Start reading at ``views``; ``wanted`` is what an address asks of the queue, ``bulk`` what a draw's page shows. One record is
judged on its own page (``server.office.inspections``), which knows the way back.
"""
