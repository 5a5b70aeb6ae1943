"""Names, scales and codebooks that differ, brought onto one."""
