"""Python's own zstd, which before 3.14 is a package by the same hands."""

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["zstd"]
