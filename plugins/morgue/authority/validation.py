"""From what a file says to its schema's entry: each mistake in a reader's words, with its line."""

from collections.abc import Iterator, Mapping
from reprlib import Repr
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from morgue.authority.near import did_you_mean
from morgue.authority.yaml_source import Keys, Source

Model = TypeVar("Model", bound=BaseModel)

_QUOTING = Repr()
_QUOTING.maxstring = 100  # a message stays readable where a whole page was pasted into a field

_NEEDS = {
    "missing": "is missing",
    "string_type": "needs a text",
    "string_too_short": "is empty; write a text or leave the field out",
    "tuple_type": "needs a list",
    "dict_type": "needs a mapping (name: value)",
    "model_type": "needs a mapping (name: value)",
    "bool_type": "needs true or false",
    "bool_parsing": "needs true or false",
}
"""What pydantic's kinds of error mean to someone who writes YAML."""


class InvalidEntry(Exception):  # noqa: N818 - as pydantic's own carries many errors
    """What a file says does not fit its schema; ``problems`` are pairs of line and message."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        super().__init__(problems)
        self.problems = problems


_FORMS = {
    "wikidata": "write Q and digits (Q7184)",
    "iso": "write the two capitals of ISO 3166 (NO)",
    "iptc": "write the eight digits of IPTC Media Topics (11000000)",
    "hosts": "write the host alone (news.example)",
    "url": "write it with http:// or https://",
    "language": "write a language tag (en, pt-BR)",
    "split": "write addresses with http:// or https://, or rest",
    "same": "write addresses with http:// or https://",
    "different": "write addresses with http:// or https://",
}
"""What the form of a field is, as words."""


def quoted(value: Any) -> str:
    """Return what was written between quotes, and of much only the ends."""
    return _QUOTING.repr(value)


def fields_of(model: type[BaseModel]) -> dict[str, str]:
    """Return the fields of a schema: the name in files, the name in code."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


def validate(model: type[Model], source: Source, given: Mapping[str, str]) -> Model:
    """Return the entry that a file holds. Raise InvalidEntry with all that is wrong in it.

    ``given`` are fields that are not written in it: they come from the file's name and body.
    """
    written = {} if source.value is None else source.value
    if not isinstance(written, dict):
        raise InvalidEntry([(source.line_of(()), "needs fields (name: value)")])
    problems = [
        (source.line_of((name,)), f"{name}: is not written here; it is the file's {'name' if name == 'id' else 'body'}")
        for name in given
        if name in written
    ]
    try:
        entry = model.model_validate({**written, **given}, by_alias=True, by_name=False)
    except ValidationError as error:
        problems += [
            (source.line_of(tuple(details["loc"])), _message(model, details, set(given)))
            for details in error.errors(include_url=False)
        ]
        raise InvalidEntry(problems) from None
    if problems:
        raise InvalidEntry(problems)
    return entry


def _message(model: type[BaseModel], details: ErrorDetails, given: set[str]) -> str:
    where = ".".join(_shown(tuple(details["loc"])))
    return f"{where}: {_what_is_wrong(model, details, given)}" if where else _NEEDS["model_type"]


def _what_is_wrong(model: type[BaseModel], details: ErrorDetails, given: set[str]) -> str:
    path, kind, value = tuple(details["loc"]), details["type"], details["input"]
    if path[-1] == "[key]":
        return "is no language; write a tag such as en, pt-BR, or any"
    if kind in _NEEDS:
        return _NEEDS[kind]
    if kind == "extra_forbidden":
        return "there is no such field" + did_you_mean(str(path[-1]), set(fields_of(_schema_at(model, path))) - given)
    if kind == "literal_error":
        allowed = [word.strip("' ") for word in details["ctx"]["expected"].replace(" or ", ",").split(",")]
        return f"{quoted(value)} is none of {', '.join(allowed)}" + did_you_mean(str(value), allowed)
    if kind == "string_pattern_mismatch":
        form = next(_FORMS[part] for part in reversed(path) if isinstance(part, str) and part in _FORMS)
        return f"{quoted(value)} is not of the right form; {form}"
    return f"{details['msg'].removeprefix('Value error, ')}" + (
        f"; it is {quoted(value)}" if isinstance(value, str) else ""
    )


def _shown(path: Keys) -> Iterator[str]:
    """Yield the parts of a path as people count: the first of a list is 1."""
    for part in path:
        if part != "[key]":
            yield str(part + 1) if isinstance(part, int) else part


def _schema_at(model: type[BaseModel], path: Keys) -> type[BaseModel]:
    """Return the schema that the last part of a path is a field of."""
    fields = {name: model.model_fields[field] for name, field in fields_of(model).items()}
    for part in path[:-1]:
        model = next(_schemas_in(fields[part].annotation), model) if part in fields else model
    return model


def _schemas_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the schemas that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _schemas_in(inner)
