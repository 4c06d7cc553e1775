"""The one exception of our own."""


class SourceError(ValueError):
    """Something in the sources that the user can mend.

    The message says what is wrong and where, what was expected and what was found, and
    the next step. The command line prints it without a traceback and exits with code 2.
    """
