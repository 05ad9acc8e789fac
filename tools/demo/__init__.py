"""``make demo``: the demo estate, its server, and the tablet app — in a window, or told as a story without one.

``stage`` folders and server · ``tablet`` the hand on the app · ``office`` people at their desks · ``story`` what happens.
"""
