"""People of the chosen site with their roles; they are added and changed by the ``rounds`` command."""
