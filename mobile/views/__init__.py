"""What each screen shows: a frozen View dataclass and the function that makes it from the tablet's own data.

Every text in a View is ready-made, in the chosen language and the site's local time.

Invariant: no Kivy, no SQL, no network, no writing. A view function given the same data returns the same View.
Invariant: nobody here counts failures or decides what is visible or late; `shared.checklist`, `shared.schedule`
and `shared.hazard` do.
Start reading at `setting.py` (what every view gets), then `rounds.py`.
"""
