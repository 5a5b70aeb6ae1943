"""One function a command, for the command line and for Python: options in, a result out.

Only this package knows the order of the stages. Nothing here prints, and nothing writes a file.
"""
