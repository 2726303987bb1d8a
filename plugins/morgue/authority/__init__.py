"""The authority room: what archivists wrote, checked."""

from morgue.authority.entries import Authority
from morgue.authority.loader import bare_authority, load_authority, load_described
from morgue.authority.problems import AuthorityErrors, Problem

__all__ = ["Authority", "AuthorityErrors", "Problem", "bare_authority", "load_authority", "load_described"]
