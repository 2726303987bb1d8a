"""The pictures of the site's pages, archived or not."""

from dataclasses import dataclass, field

from morgue.model import Picture

FOLDER = "pictures"
"""Where they stand in the site."""


@dataclass(frozen=True, slots=True)
class Archived:
    """A picture of the site: its address from the site's root on, and its size in pixels."""

    url: str
    width: int
    height: int


ShownPicture = tuple[Picture, Archived | None]
"""A picture of a page, and its copy in the archive if there is one."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of all pages by address, in order, and those that could not be decoded: origin, address, reason."""

    by_page: dict[str, tuple[ShownPicture, ...]] = field(default_factory=dict)
    broken: tuple[tuple[str, str, str], ...] = ()

    def lead(self, address: str) -> str:
        """Return where a page's first archived picture stands in the site, or nothing."""
        return next((copy.url for _, copy in self.by_page.get(address, ()) if copy), "")
