"""What trafilatura takes out of a page before all else: what is appended to an article, and its comments."""

import re

from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

_NAMED = ("div", "section", "aside", "details", "list", "ol", "ul")
"""Elements that it tells by their names."""

_APPENDED = re.compile("mvp-post-add-|infinite-?scroll|elementor-share-buttons")
_COMMENTS = re.compile("[Cc]omment|comol|disqus_thread|dsq-comments")
"""What stands in the name of any."""

_THREAD = re.compile(r'"@type"\s*:\s*(?:\[[^\]]*)?"DiscussionForumPosting"')
"""What a page of JSON-LD is called whose comments are its text."""


def unwanted_in(tree: HtmlElement) -> list[XPath]:
    """Return the expressions by which trafilatura finds it in a page that may have any.

    Each calls back into Python for every element, so they are asked where such a name stands in the page alone: on one
    page in three.
    """
    names = " ".join([f"{each.get('id', '')} {each.get('class', '')}" for each in tree.iter(*_NAMED)])
    comments = _COMMENTS.search(names) and not _is_thread(tree)
    return [
        *(RAW_TREE_PRUNE_XPATH if _APPENDED.search(names) else ()),
        *(REMOVE_COMMENTS_AND_LISTS_XPATH if comments else ()),
    ]


def _is_thread(tree: HtmlElement) -> bool:
    scripts = tree.iterfind(".//script[@type='application/ld+json']")
    return any(_THREAD.search(script.text or "") for script in scripts)
