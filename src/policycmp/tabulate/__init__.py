"""Any result turned into a report: what is said, never how it looks."""
