"""Any authority files, and any page that may name what is in them."""

import unicodedata

from hypothesis import strategies as st

from morgue.authority.alias import Alias
from morgue.authority.builtin import with_built_in
from morgue.authority.entries import Actor, Authority, Role, Topic

NAMES = [
    "Émile Zola",
    "Emile Zola",
    "Zola",
    "Marie Curie",
    "Marie Skłodowska-Curie",
    "Лев Толстой",
    "Lev Tolstoi",
    "Ивана Петрова",
    "Ivan Petrov",
    "Сергей Королёв",
    "Sergei Koroliov",
    "L'Oréal Water Board",
    "L’Oréal Water Board",
    "Loreal Water Board",
    "Straße Office",
    "Strasse Office",
    "Ọ̀ṣun River Authority",
    "Osun River Authority",
    "Q&A Board",
    "Q-A Board",
    "UN",
    "Un",
    "ÚN",
    "U.N.",
    "United Nations",
    "İzmir Harbour Office",
    "北京 Water Agency",
    "Bei Jing Water Agency",
    "हिन्दी Agency",
    "№ 5 Bureau",
    "Ministry of Water™",
]
names = st.sampled_from(NAMES)
WORDS = [
    "water",
    "Water",
    "WATER",
    "wat",
    "harbour",
    "ships",
    "turkey",
    "said",
    "unions",
    "un",
    "UNIONS",
    "Ḥaifa",
    "l’eau",
    "воды",
    "水",
]
phrases = st.one_of(names, st.sampled_from(WORDS))
LANGUAGES = ["en", "de", "fr", "ru", "uk", "any"]


def _spelled(name, way):
    return {
        "as it is": name,
        "capitals": name.upper(),
        "parts": unicodedata.normalize("NFD", name),
        "genitive": f"{name}'s",
        "ending": f"{name}а",
        "mark": f"{name}\u0301",
    }[way]


offices = st.sampled_from(["President", "president", "chief", "secretary general"])
roles = st.builds(
    lambda title, organisation, until: Role(title=title, organisation=organisation, to=until),
    st.sampled_from(["President", "President of France", "Secretary General"]),
    st.sampled_from([None, "france", "actor-0", "UN"]),
    st.sampled_from([None, "1950"]),
)
ways = st.sampled_from(["as it is", "as it is", "capitals", "parts", "genitive", "ending", "mark"])
mentions = st.builds(_spelled, names, ways)
sentences = st.one_of(
    st.builds("{} said so on Monday, and {} went on.".format, mentions, phrases),
    st.builds("President {} spoke of {}.".format, mentions, phrases),
    st.builds("THE {} AND {}".format, mentions, mentions),
    st.builds("The \u0301{} ({}) did it.".format, mentions, phrases),
    st.builds("“It is {},” {} said.".format, phrases, mentions),
    st.builds("The {} {} spoke of {}.".format, st.sampled_from(["French", "UN", "Zola"]), offices, mentions),
    st.builds("{} Curie, É. Zola and the {} of {}.".format, offices, offices, mentions),
)
texts = st.lists(sentences, min_size=1, max_size=4).map("\n\n".join)

aliases = st.one_of(
    phrases,
    st.builds(
        lambda name, beside: Alias(name=name, beside=beside, ambiguous=not beside),
        names,
        st.lists(st.sampled_from(WORDS), max_size=1),
    ),
)
actors = st.builds(
    lambda identity, name, kind, aliases, exclude, roles: Actor(
        id=identity, name=name, kind=kind, aliases=aliases, exclude=exclude, roles=roles
    ),
    st.sampled_from(["actor-0", "actor-1", "actor-2", "france", "united-nations"]),
    phrases,
    st.sampled_from(["person", "organisation", "country"]),
    st.dictionaries(st.sampled_from(LANGUAGES), st.lists(aliases, min_size=1, max_size=2).map(tuple), max_size=2),
    st.lists(phrases, max_size=1).map(tuple),
    st.lists(roles, max_size=1).map(tuple),
)
topics = st.builds(
    lambda number, label, terms, exclude: Topic(id=f"topic-{number}", label=label, terms=terms, exclude=exclude),
    st.integers(0, 1),
    phrases,
    st.dictionaries(
        st.sampled_from(["en", "ru", "any"]),
        st.lists(st.builds("{}{}".format, phrases, st.sampled_from(["", "*", "* ships"])), min_size=1).map(tuple),
        max_size=1,
    ),
    st.dictionaries(st.just("any"), st.lists(phrases, min_size=1, max_size=1).map(tuple), max_size=1),
)


def _authority(actors, topics, *, built_in):
    if not built_in:
        return Authority(actors=actors, topics=topics)
    known, counting = with_built_in(actors)
    return Authority(actors=known, topics=topics, built_in=counting, unfiled=counting - actors.keys())


authorities = st.builds(
    lambda actors, topics, built_in: _authority(actors, {topic.id: topic for topic in topics}, built_in=built_in),
    st.lists(actors, max_size=3).map(lambda several: {actor.id: actor for actor in several}),
    st.lists(topics, max_size=2),
    st.booleans(),
)


def with_another_entry(authority, entry):
    """Return the files with one more, or in place of the one of its id."""
    kind = "actors" if isinstance(entry, Actor) else "topics"
    filed = {key: actor for key, actor in authority.actors.items() if key not in authority.unfiled}
    entries = {"actors": filed, "topics": authority.topics}
    entries[kind] = {**entries[kind], entry.id: entry}
    return _authority(**entries, built_in=bool(authority.built_in))


entries = st.one_of(actors, topics)
listed = st.lists(st.sampled_from(["actor-0", "topic-0", "Émile Zola", "Actor 1"]), max_size=1).map(tuple)
