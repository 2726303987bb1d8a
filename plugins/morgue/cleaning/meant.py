"""The address that a link means: without wrappers around it and without what tracks and pays."""

import re
from functools import lru_cache

from morgue.cleaning.redirects import is_redirector, unwrapped
from morgue.cleaning.tracking import unburdened
from morgue.extraction.metadata.address import is_web_address

_LADEN = re.compile(r"[?#=]|amp|.http", re.IGNORECASE)
"""What an address has that leads on or carries something: parameters, the name of a cache, an address in its path."""


@lru_cache(maxsize=4096)
def meant(url: str) -> tuple[str, str]:
    """Return the address that a link means, and the rule that finds it: none where it stands there."""
    if not _LADEN.search(url) or not is_web_address(url):
        return url, ""
    target = unwrapped(url)
    now, burden = (target, "") if is_redirector(target) else unburdened(target)
    return now, "redirect" if target != url else burden
