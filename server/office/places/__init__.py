"""Pages about sites, buildings, points, equipment and inspected units: lists, one record, tag sheets.

``field`` what a value may be, typed or from a cell · ``kinds`` the fields of each kind of record, for pages and for Excel
· ``views`` the pages · ``tags`` sheets of tags to print.
"""
