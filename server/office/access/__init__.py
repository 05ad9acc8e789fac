"""Who was in the machine rooms 机房出入登记: the list, by room and day, and who is still inside."""
