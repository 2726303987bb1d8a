"""What trafilatura takes out of a page before all else: what is appended to an article, and its comments."""

import re

from lxml.html import HtmlElement
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

from morgue.extraction.expressions import Expression, in_one_walk

_NAMED = ("div", "section", "aside", "details", "list", "ol", "ul")
"""Elements that it tells by their names."""

_APPENDED = re.compile("mvp-post-add-|infinite-?scroll|elementor-share-buttons")
_COMMENTS = re.compile("\n(?:[Cc]omment(?!ary)|comol|disqus_thread|dsq-comments)|(?:article|post)-comments")
"""What stands in the name of any, each name on a line of its own."""

_APPENDED_IN = [in_one_walk(each) for each in RAW_TREE_PRUNE_XPATH]
_COMMENTS_IN = [in_one_walk(each) for each in REMOVE_COMMENTS_AND_LISTS_XPATH]

_THREAD = re.compile(r'"@type"\s*:\s*(?:\[[^\]]*)?"DiscussionForumPosting"')
"""What a page of JSON-LD is called whose comments are its text."""


def unwanted_in(tree: HtmlElement) -> list[Expression]:
    """Return the expressions by which trafilatura finds it in a page that may have any.

    They are asked where such a name stands in the page alone: on one page in five.
    """
    names = "".join([f"\n{each.get('id', '')}\n{each.get('class', '')}" for each in tree.iter(*_NAMED)])
    comments = _COMMENTS.search(names) and not _is_thread(tree)
    return [
        *(_APPENDED_IN if _APPENDED.search(names) else ()),
        *(_COMMENTS_IN if comments else ()),
    ]


def _is_thread(tree: HtmlElement) -> bool:
    scripts = tree.iterfind(".//script[@type='application/ld+json']")
    return any(_THREAD.search(script.text or "") for script in scripts)
