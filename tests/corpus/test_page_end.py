from analysis.corpus.furniture import paragraph_pattern
from analysis.corpus.page_end import page_end
from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.shapes import shapes

TOLD = [
    "The ferry was late again on Monday, and the people had given up asking why.",
    "A woman with a red umbrella said that she had waited since the early morning.",
    "In the end it came without its lights, an hour after dark, and nobody cheered.",
]


def found(tail: list[str]) -> dict[str, str]:
    """Return what is set aside after three paragraphs of narrative: line to reason."""
    text = "\n\n".join([*TOLD, *tail])
    page = shapes(text, paragraphs(text))
    patterns = [paragraph_pattern(shape, "anywhere") for shape in page]
    reasons = page_end(page, patterns, [False] * len(page))
    reasons |= {i: p.reason for i, p in enumerate(patterns) if p}
    return {shape.span.of(text): reasons[i] for i, shape in enumerate(page) if i in reasons}


def test_short_lines_after_an_author_box_are_furniture():
    assert found(["Nobody came.", "About the author", "Port Ellen", "Harbour Post"]) == {
        "About the author": "author box",
        "Port Ellen": "end of the page",
        "Harbour Post": "end of the page",
    }


def test_the_author_box_takes_its_text_with_it():
    life = "The Harbour Desk is a group of reporters on three islands who write about the sea and its people."
    assert found(["About Harbour Desk View All Posts", life])[life] == "author box"


def test_a_short_last_sentence_after_a_promotion_stays():
    assert "It was over." not in found(["Follow us on Twitter", "It was over."])


def test_a_short_sentence_between_lines_of_furniture_goes():
    lines = found(["About the author", "It was over.", "Leave a Reply"])
    assert lines["It was over."] == "end of the page"


def test_short_lines_after_an_interruption_alone_stay():
    assert found(["ADVERTISEMENT", "Port Ellen"]) == {"ADVERTISEMENT": "advertisement"}


def test_comments_need_a_sign_of_comments():
    said = "They should all be made to swim, that is what I think of them."
    assert said in found(["2 Comments", said, "Reply"])
    assert said not in found(["2 Comments", said])
