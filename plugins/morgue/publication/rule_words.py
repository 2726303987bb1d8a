"""The cleaning rules in a reader's words: a short name, and a sentence that says what was taken out and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A rule's name, and its sentence for one passage (or link) and for ``{count}`` of them."""

    label: str
    one: str
    many: str

    def sentence(self, count: int) -> str:
        """Return the sentence for so many passages or links."""
        return self.one if count == 1 else self.many.format(count=count)


_WORDS = {
    "twin": Words(
        "Second copy",
        "The page holds its text more than once: for telephones or the printer, say, or by mistake. One passage of a "
        "further copy is left out.",
        "The page holds its text more than once: for telephones or the printer, say, or by mistake. {count} passages "
        "of further copies are left out.",
    ),
    "title": Words(
        "Headline again",
        "The headline stands above the text. The page printed it again in the text.",
        "The headline stands above the text. The page printed it again in the text, {count} times.",
    ),
    "repeat": Words(
        "Repeated passage",
        "One passage says word for word, or nearly so, what another one says. The fuller of the two was kept.",
        "{count} passages say word for word, or nearly so, what others say. Of those that are alike the fullest was "
        "kept.",
    ),
    "teaser": Words(
        "Teaser",
        "One passage is the beginning of a paragraph, cut short, or a line pulled out of one. The paragraph was kept.",
        "{count} passages are the beginnings of paragraphs, cut short, or lines pulled out of them. The paragraphs "
        "were kept.",
    ),
    "byline": Words(
        "Author and date",
        "One line holds nothing but the author, the outlet or the date.",
        "{count} lines hold nothing but the author, the outlet or the date.",
    ),
    "dateline": Words(
        "Dateline",
        "Before the first sentence stood the place or the news agency that the report came from.",
        "Before {count} paragraphs stood the place or the news agency that the report came from.",
    ),
    "outlet": Words(
        "Outlet’s own lines",
        "One passage is what this outlet puts around its articles. An archivist has noted it as such.",
        "{count} passages are what this outlet puts around its articles. An archivist has noted them as such.",
    ),
    "placeholder": Words(
        "Filler text",
        "One passage is filler text or a sign for a program: a reader was never meant to see it.",
        "{count} passages are filler text or signs for a program: a reader was never meant to see them.",
    ),
    "furniture": Words(
        "Page furniture",
        "One passage stands in a box that the page’s own markup calls something else than article: a menu, a "
        "newsletter’s form, related stories.",
        "{count} passages stand in boxes that the page’s own markup calls something else than article: menus, "
        "newsletters’ forms, related stories.",
    ),
    "prompt": Words(
        "Call to subscribe or share",
        "In one passage the page asks to be shared, followed, subscribed to or installed.",
        "In {count} passages the page asks to be shared, followed, subscribed to or installed.",
    ),
    "disclaimer": Words(
        "Legal notice",
        "One passage at the end is a legal notice, on liability or copyright, that does not belong to the article.",
        "{count} passages at the end are legal notices, on liability or copyright, that do not belong to the article.",
    ),
    "disclosure": Words(
        "Earning by links",
        "In one passage the page says that it earns by its links.",
        "In {count} passages the page says that it earns by its links.",
    ),
    "contents": Words(
        "Table of contents",
        "One passage is a table of contents, or its heading. It repeats the headings of the text.",
        "{count} passages are tables of contents, or their headings. They repeat the headings of the text.",
    ),
    "tags": Words(
        "Tags",
        "One passage names the tags or categories that the outlet files the article under.",
        "{count} passages name the tags or categories that the outlet files the article under.",
    ),
    "author": Words(
        "About the author",
        "One passage at the end says who made the article, and nothing of what it is about.",
        "{count} passages at the end say who made the article, and nothing of what it is about.",
    ),
    "button": Words(
        "Button",
        "One line is a button that leads to another page of the site.",
        "{count} lines are buttons that lead to other pages of the site.",
    ),
    "comments": Words(
        "Empty comment section",
        "One passage is left over from a comment section without comments.",
        "{count} passages are left over from a comment section without comments.",
    ),
    "promo": Words(
        "Other stories",
        "One passage leads to other stories and is no part of this one.",
        "{count} passages lead to other stories and are no part of this one.",
    ),
    "beside": Words(
        "Beside the article",
        "One passage stands on the page like what surrounds articles, and not like this one’s paragraphs.",
        "{count} passages stand on the page like what surrounds articles, and not like this one’s paragraphs.",
    ),
    "behind": Words(
        "Behind the article",
        "One passage stands behind the article, in another part of the page than all of its text.",
        "{count} passages stand behind the article, in other parts of the page than all of its text.",
    ),
    "spam": Words(
        "Paid-for sentence",
        "One passage was put into the article for a link that sells something which has nothing to do with it.",
        "{count} passages were put into the article for links that sell something which has nothing to do with it.",
    ),
    "spam-link": Words(
        "Paid-for link",
        "One link led to a seller of something that has nothing to do with the article. Its words stand, without the "
        "link.",
        "{count} links led to sellers of something that has nothing to do with the article. Their words stand, without "
        "the links.",
    ),
    "redirect": Words(
        "Detour",
        "One link led through somebody who counts its readers or is paid for them. It now leads straight to its goal.",
        "{count} links led through somebody who counts their readers or is paid for them. They now lead straight to "
        "their goals.",
    ),
    "affiliate": Words(
        "Commission",
        "One link carried a code that says who is paid when its reader buys something. The code was cut out.",
        "{count} links carried codes that say who is paid when their reader buys something. The codes were cut out.",
    ),
    "tracking": Words(
        "Tracking",
        "One link carried a code that tells who followed it. The code was cut out; the rest of the address is as it "
        "was.",
        "{count} links carried codes that tell who followed them. The codes were cut out; the rest of each address is "
        "as it was.",
    ),
}


def words_of(rule: str) -> Words:
    """Return a rule's words; of a rule that has none, its name in sentences that fit any."""
    return _WORDS.get(rule) or Words(
        rule,
        f"One passage was taken out by the rule “{rule}”.",
        f"{{count}} passages were taken out by the rule “{rule}”.",
    )
