"""The first page: what needs a person today. Each number leads to its list.

Start reading at ``views``; ``board`` lays out today's rounds by place, ``tablets.risk`` decides which tablets need a look.
"""
