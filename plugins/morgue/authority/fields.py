"""Types of fields that more than one kind of file has."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

Display = Literal["full", "excerpt", "record"]

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

Address = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[^\s/]+")]

Tag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag."""

Language = Annotated[str, Field(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*|any)$")]
"""A BCP 47 tag, or ``any`` for what is written alike everywhere."""


def listed(value: Any) -> Any:
    """Return a text that stands without its list as a list of one."""
    return (value,) if isinstance(value, str) else value


Texts = Annotated[tuple[Text, ...], BeforeValidator(listed)]
"""A list of texts; one alone may stand without its list."""
