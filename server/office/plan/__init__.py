"""The schedule: which rounds recur and where, which of them were excused, and the workday table.

``load`` builds what states are computed from (the first page uses it too) · ``excuse`` waives a task · ``recurrence`` puts
rules into words · ``days`` reads and groups the days of a workday table. Start reading at ``views``.
"""
