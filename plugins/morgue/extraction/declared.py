"""The charset that a page says it is in, as browsers understand it."""

import codecs
import re

_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_HEAD = 4096
"""Bytes at the start in which a page must declare its charset; the HTML standard asks for 1024, pages are laxer."""

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read in place of a declared charset (WHATWG Encoding Standard, "names and labels")."""

_LABELS = {
    "iso-8859-8-i": "iso8859-8",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "x-euc-jp": "euc_jp",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-cyrillic": "mac-cyrillic",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "ks_c_5601-1989": "cp949",
}
"""Labels of the same standard that Python does not know."""

_TURKISH = re.compile(rb"<html[^>]{0,300}?\slang\s*=\s*[\"']?(?:tr|az)\b", re.IGNORECASE)
"""A page in Turkish that declares the western charset means its own, which differs in six letters."""

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def declared_charset(payload: bytes, header: str | None = None) -> str:
    """Return the charset that a page is said to be in, as Python calls it and browsers read it, or nothing.

    ``header`` is what its server said, which goes before what the page says of itself.
    """
    match = _DECLARED.search(_COMMENT.sub(b"", payload[:_HEAD]))
    labels = [header or "", match[1].decode("ascii", "replace") if match else ""]
    name = next(filter(None, map(_named, labels)), "")
    return "cp1254" if name == "cp1252" and _TURKISH.search(payload[:_HEAD]) else name


def _named(label: str) -> str:
    """Return the charset of a label, or nothing."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return ""
    # read as ASCII, the declaration proves that the page is in no UTF-16; no browser reads UTF-7, which hides tags
    # from whoever looks for them; and codecs has more than charsets (rot13)
    if name.startswith(("utf-16", "utf-32", "utf-7")) or not _is_charset(name):
        return ""
    return _WIDER.get(name, name)


def _is_charset(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError):
        return False


def undeclared(payload: bytes) -> bytes:
    """Return a payload without its declaration, which a guess would follow."""
    return _DECLARED.sub(b"<", payload, count=1)
