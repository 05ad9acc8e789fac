"""Actions are loaded when they are first asked for: each under its name, and no other."""

import mobile.actions


def test_every_name_that_is_given_out_is_there():
    given = [getattr(mobile.actions, name) for name in mobile.actions.__all__]

    assert None not in given
    assert mobile.actions._PLACE_OF.keys() == set(mobile.actions.__all__)
