"""Sends what people are told of: by e-mail, and to robots of WeCom, DingTalk and Feishu groups; on the work's turn.

``words`` (what a row says) · ``letter`` (a row becomes a message, through the eyes of who gets it) · ``mail`` and
``robot`` (the channels) · ``send`` (a turn: what is due, attempts, giving up) · ``watch`` (what time itself causes: the
overdue ladder, missed rounds, silent tablets, old backups, lifts).

Invariant: a message holds only what its recipient may see when it is sent; a robot's only numbers and a link.
Invariant: a secret of a channel is in no log, no message, no page.
Start reading at ``send``.
"""
