"""How names are compared where it is asked whether they can have a say."""

import sys

from morgue.indexing.names.accents import plain
from morgue.indexing.spelling import spelled


def test_accents_make_no_difference():
    """Whatever is found without its accents is compared without them, and stays in its place."""
    for character in map(chr, range(sys.maxunicode + 1)):
        bare = plain(character)
        assert len(bare) == 1
        if bare != character:
            assert spelled(bare) == spelled(character)


def test_letters_that_are_another_are_none_of_the_accented():
    """«й» is no «и», and «ї» no «і»: only Latin letters lose their accents, and «ё»."""
    assert plain("Королёв й ї Erdoğan Łódź Åse") == "Королев й ї Erdogan Lodz Ase"
