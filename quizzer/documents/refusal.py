"""Why a document cannot be read."""


class Refusal(Exception):
    """The rest of a sentence that begins with the document's path, such as "it is empty"."""
