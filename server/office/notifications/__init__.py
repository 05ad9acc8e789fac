"""What the reader was told: the bell and the list, own choices, and the administrator's page of channels."""
