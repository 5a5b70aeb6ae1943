"""The command line: the order of the stages, the options, the writing."""
