"""What is most wrong with a page is named."""

from types import SimpleNamespace

import pytest

from morgue.evaluation.kinds import kind_of_error
from morgue.evaluation.readers import Reading
from morgue.evaluation.word_f1 import overlap

TRUTH = " ".join(f"lock{n}" for n in range(40))


@pytest.mark.parametrize(
    ("reading", "kind"),
    [
        ({"failed": "too deep"}, "failed"),
        ({"text": " "}, "nothing extracted"),
        ({"text": TRUTH, "refused": "a list of links"}, "refused"),
        ({"text": TRUTH[:100], "cleaned": (SimpleNamespace(extracted=TRUTH), None)}, "cleaned away"),
        ({"text": "quite another part of the page"}, "wrong part"),
        ({"text": f"{TRUTH} {TRUTH}"}, "doubled"),
        ({"text": f"{TRUTH} and more"}, "too much"),
        ({"text": TRUTH[:100]}, "too little"),
    ],
)
def test_a_kind_of_error_has_a_name(reading, kind):
    made = Reading(0.0, 0.0, **reading)
    assert kind_of_error(made, TRUTH, overlap(made.text, TRUTH)) == kind
