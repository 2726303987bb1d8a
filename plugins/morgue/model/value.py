"""What every value of the model is."""

import msgspec


class Value(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A frozen value of plain parts: quickly made, by the thousand a page, and read from JSON as what it is.

    No part of one leads back to it, so that Python's garbage collector need not go through them. Other values of one
    are made by ``msgspec.structs.replace``.
    """
