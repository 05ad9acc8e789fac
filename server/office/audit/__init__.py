"""Who did what, from where: the chain as a list, as Excel, and as lines whose hashes anybody can verify (docs/audit.md)."""
