"""The tablet: rounds, hazards and rechecks without a network, and one thread that sends them when there is one.

``app`` puts everything together · ``screens`` and ``widgets`` draw · ``views`` say what is shown, ``actions`` what a
person can do · ``store`` keeps it in one SQLite file · ``worker`` and ``transport`` carry it to the server · ``device``
holds camera, scanner, files and clock, each with a desktop twin.

Invariant: every tap is on disk before the screen shows it; a killed app reopens at the same question.
Invariant: nothing is deleted here that the server has not confirmed as stored.
Start reading at ``mobile.actions`` for what happens, at ``shared.sync.session`` for how it travels.
"""

VERSION = "0.1.0"
