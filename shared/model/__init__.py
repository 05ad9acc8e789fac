"""The nouns of the trade as frozen, slotted dataclasses; their JSON form is ``shared.wire``.

``place`` (sites, points, assets, units, people) · ``template`` (checklists) · ``inspection`` (answers, photos,
records, reviews) · ``hazard`` (hazards, notices, replies, rechecks) · ``plan`` (schedule rules, calendar, waivers).

Invariant: facts only. What may happen to them is decided in ``shared.checklist``, ``hazard`` and ``schedule``.
"""
