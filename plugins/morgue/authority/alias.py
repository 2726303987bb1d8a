"""Another name of an actor; some count only where the text decides whose they are."""

from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from morgue.authority.fields import Text, Texts, listed


class Alias(BaseModel):
    """A name, and when it counts; a text alone always does.

    One that has ``beside`` or is ``ambiguous`` counts only where one of ``beside`` stands in the text, or another name
    of the actor that always counts, a person's in full.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Text
    beside: Texts = ()
    ambiguous: bool = False
    """It is the name of others too."""

    @property
    def conditional(self) -> bool:
        """Say whether the text has to decide."""
        return self.ambiguous or bool(self.beside)

    @model_validator(mode="before")
    @classmethod
    def _in_short(cls, written: Any) -> Any:
        return {"name": written} if isinstance(written, str) else written

    @model_validator(mode="after")
    def _beside_another(self) -> Self:
        if self.name in self.beside:
            raise ValueError("stands beside itself; write another name")
        return self


Aliases = Annotated[tuple[Alias, ...], BeforeValidator(listed)]
"""A list of names; one text alone may stand without its list."""
