"""An outlet's own rules: what of its pages is the article and what is not, by selector, heading, pattern or words."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator

from morgue.authority.dates import ReducedDate, check_order, is_before
from morgue.authority.fields import Text, listed
from morgue.authority.patterns import check_pattern
from morgue.authority.selectors import compile_selector
from morgue.letters import fold


def _selecting(text: str) -> str:
    compile_selector(text)
    return text


def _speaking(text: str) -> str:
    if not fold(text):
        raise ValueError("has neither letters nor figures, by which texts are compared")
    return text


Selecting = Annotated[Text, AfterValidator(_selecting)]
Speaking = Annotated[Text, AfterValidator(_speaking)]
Pattern = Annotated[Text, AfterValidator(check_pattern)]


class _Dated(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    since: ReducedDate | None = Field(None, alias="from")
    until: ReducedDate | None = None
    _place: str = PrivateAttr("written in no file")

    @property
    def place(self) -> str:
        """Return where the rule is written: file and line."""
        return self._place

    def placed(self, place: str) -> Self:
        """Return the rule as one that is written at a place."""
        copied = self.model_copy()
        copied._place = place  # noqa: SLF001  its own
        return copied

    def in_force(self, day: str | None) -> bool:
        """Say whether the rule holds for a page of a day; where that is not known, only if it always holds."""
        if not day:
            return not (self.since or self.until)
        return not (self.since and is_before(day, self.since)) and not (self.until and is_before(self.until, day))

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        check_order(self.since, self.until)
        return self


class Rule(_Dated):
    """What is to be removed or kept, named in one of four ways; a text alone says how a block begins."""

    begins: Speaking | None = None
    selector: Selecting | None = None
    heading: Speaking | None = None
    """That of a section: what stands under it goes with it."""
    pattern: Pattern | None = None

    @model_validator(mode="before")
    @classmethod
    def _in_short(cls, written: Any) -> Any:
        return {"begins": written} if isinstance(written, str) else written

    @model_validator(mode="after")
    def _in_one_way(self) -> Self:
        ways = {"begins": self.begins, "selector": self.selector, "heading": self.heading, "pattern": self.pattern}
        named = [name for name, value in ways.items() if value]
        if not named:
            raise ValueError(f"does not say what it is about; write one of {', '.join(ways)}")
        if len(named) > 1:
            raise ValueError(f"has {' and '.join(named)}; make a rule of each")
        return self


class Container(_Dated):
    """The element that holds the article's body; a text alone is its selector."""

    selector: Selecting

    @model_validator(mode="before")
    @classmethod
    def _in_short(cls, written: Any) -> Any:
        return {"selector": written} if isinstance(written, str) else written


Rules = Annotated[tuple[Rule, ...], BeforeValidator(listed)]
Containers = Annotated[tuple[Container, ...], BeforeValidator(listed)]
