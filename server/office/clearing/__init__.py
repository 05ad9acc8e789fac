"""The daily clearing: the sheets by month, one sheet with its lines, what is done about them, and the two signatures."""
