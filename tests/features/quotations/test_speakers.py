"""Speakers: who says each quotation, by which rule, and when nobody is better than a guess."""

import time

import pytest

from analysis.corpus.article import read_article
from analysis.features.names.names import name_mentions
from analysis.features.quotations.speakers import RULES, attributions


@pytest.mark.parametrize(
    "text",
    [
        "The harbour closed. “We cannot wait any longer,” Ada Lund said on Monday.",
        "The harbour closed. “We cannot wait any longer,” said Ada Lund, a former pilot from Delft.",
        "The harbour closed. “We cannot wait any longer,” Ada Lund, 44, a pilot, docker and sailor, said then.",
        "The harbour closed. “Can we wait any longer?” asked Ada Lund.",
        "The harbour closed. “We cannot wait any longer,” according to Ada Lund.",
        "The harbour closed. “We cannot wait any longer,” a pilot from Delft, Ada Lund, said.",
        "The harbour closed. “We cannot wait any longer,” said a pilot, Ada Lund.",
        "The harbour closed. Ada Lund told the Herald: “We cannot wait any longer.”",
        "The harbour closed. According to Ada Lund, “we cannot wait any longer.”",
        "The harbour closed. Ada Lund, who sailed from Delft, said that “we cannot wait any longer.”",
        "The harbour closed. Ada Lund accused the port of greed, saying, “We cannot wait any longer.”",
        "The harbour closed. Ada Lund criticised the port and added that “we cannot wait any longer.”",
        "The harbour closed. Ada Lund wrote on Twitter: “We cannot wait any longer.”",
        "The harbour closed. “We cannot wait any longer,” Ada Lund tweeted.",
        "The harbour closed. Ada Lund was quoted as saying: “We cannot wait any longer.”",
        "The harbour closed. Ada Lund’s answer: “We cannot wait any longer.”",
        "The plan, said Ada Lund, the port’s owner, is “the best that we could ever have.”",
    ],
)
def test_a_name_with_a_verb_of_speech_beside_the_quotation_speaks(last, text):
    assert last(text) == ("Ada Lund", "named")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It rained. Ada Lund dismissed the plan as “a bad old joke.”", "Ada Lund"),
        ("It rained. Ada Lund called it “a bad old joke” and left.", "Ada Lund"),
        ("It rained. Ada Lund described Ola Berg’s plan as “a bad old joke.”", "Ada Lund"),
        ("It rained. The plan was “a bad old joke,” Ada Lund said.", "Ada Lund"),
    ],
)
def test_a_few_quoted_words_are_a_fragment_of_who_speaks_them(read, text, speaker):
    ((one),) = read(text)[1]
    assert (one.speaker, one.rule, one.form) == (speaker, "named", "fragment")


def test_the_name_is_the_fullest_that_the_article_has(last):
    assert last("Ada van Lund came. It rained. “We will not wait,” Lund said.") == ("Ada van Lund", "named")
    assert last("Ada Berg met Ola Berg. Ola Berg left. “We will not wait,” Mr. Berg said.") == ("Ola Berg", "named")


def test_a_title_tells_two_of_one_surname_apart(last):
    assert last("Ada Berg came with her husband. “We will not wait,” Mr. Berg said.") == ("Berg", "named")
    assert last("Clara Berg met Hugh Berg. Clara Berg left. “We will not wait,” Mr. Berg said.") == (
        "Hugh Berg",
        "named",
    )


def test_a_speaker_inside_the_quotation_is_never_its_speaker(found):
    text = "Ada Lund spoke. “Ola Berg said that it would rain,” Lund recalled. “‘Wait for me,’ Berg said.”"
    assert found(text) == [("Ada Lund", "named"), ("Ada Lund", "continued")]
    assert found("It rained. “Ola Berg said that it would rain again.”")[0][0] != "Ola Berg"
    text = "Ada Lund wrote: “Ola Berg said that it rained,” and called that “a very old joke.”"
    assert found(text) == [("Ada Lund", "named"), ("Ada Lund", "named")]


def test_a_quotation_goes_on_after_its_speaker(found):
    text = "It rained. “We will not wait,” Ada Lund said. The wind fell. “We leave now.”"
    assert found(text) == [("Ada Lund", "named"), ("Ada Lund", "continued")]


def test_an_unclosed_utterance_goes_on_in_the_next_paragraph(read):
    text = "“We will not wait,” Ada Lund said. “We leave them here.\n\n“We leave now and for good.”\n\nIt rained."
    _, ones = read(text)
    assert [(one.speaker, one.continues) for one in ones][-1] == ("Ada Lund", True)
    late = "It rained.\n\n“We will not wait for them.\n\n“We leave now and for good,” said Ada Lund."
    assert [(one.speaker, one.continues) for one in read(late)[1]] == [("Ada Lund", False), ("Ada Lund", True)]


def test_who_is_named_beside_a_quotation_speaks_it_whatever_was_left_open_before(read):
    text = "Ada Lund said: “The road must be closed.\n\nIt rained.\n\n“We will listen,” said Ola Berg."
    assert [(one.speaker, one.continues) for one in read(text)[1]] == [("Ada Lund", False), ("Ola Berg", False)]


def test_a_closed_utterance_does_not_go_on(read):
    text = "It rained.\n\n“We will not wait,” Ada Lund said.\n\n“We leave now,” said Ola Berg.\n\n“We stay here.”"
    assert [one.continues for one in read(text)[1]] == [False, False, False]


def test_indirect_speech_or_a_colon_introduces_the_speaker(last):
    assert last("Ada Lund said that it would rain. “We will not wait.”") == ("Ada Lund", "introduced")
    assert last("It rained. Ada Lund told the Herald:\n\n“We will not wait for them.”") == ("Ada Lund", "introduced")


def test_a_paragraph_of_nothing_but_a_quotation_inherits_the_speaker(read):
    text = "It rained. “We will not wait,” Ada Lund said.\n\n“We leave now and for good.”"
    article, (first, second) = read(text)
    assert (second.speaker, second.rule, second.resolved) == ("Ada Lund", "inherited", True)
    assert (second.start, second.end) == (-1, -1)
    assert article.text[first.start : first.end] == "Ada Lund"


def test_the_last_person_told_about_is_a_guess(read):
    ((one),) = read("It rained. Mayor Ada Lund looked at the empty quay.\n\n“Nobody will ever come back here.”")[1]
    assert (one.speaker, one.rule, one.resolved) == ("Ada Lund", "inherited, narrated", False)


def test_given_names_and_call_signs_speak_too(last):
    text = "They met Odd there. “We will not wait,” Odd, 57, a former baker who is now a pilot, said at dawn."
    assert last(text) == ("Odd", "named")
    assert last("They met a man called Wolf there. “We will not wait,” said Wolf.") == ("Wolf", "named")


@pytest.mark.parametrize(
    "text",
    [
        "They joined the “Old Harbour Battalion” there.",
        "She spoke on “Delft This Morning,” Ada Lund said.",
        "The mayor, nicknamed “mad old dog,” left.",
        "They lived on the so-called “street of bad luck” there.",
        "It was a “very old trick” after all.",
    ],
)
def test_names_titles_and_words_held_at_arms_length_are_spoken_by_nobody(read, text):
    ((one),) = read(text)[1]
    assert (one.form, one.speaker, one.rule, one.start) == ("term", "", "", -1)


@pytest.mark.parametrize(
    "text",
    [
        "It rained. “We will not wait, Ada Lund said.",
        "It rained. “We will not wait,“ Ada Lund said.",
        'It rained. "We will not wait," Ada Lund said.',
        "It rained. ‘We will not wait,’ Ada Lund said.",
        "It rained. «We will not wait», Ada Lund said.",
        "It rained. “We will not wait”, said Ada Lund.",
        "It rained. “We will not wait”–Ada Lund said.",
    ],
)
def test_odd_marks_leave_the_speaker_readable(last, text):
    assert last(text) == ("Ada Lund", "named")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "“",
        "“”",
        "said",
        "“a b c”",
        "said “a b c”",
        "“a b c,” said",
        "“Bonjour à tous,” a dit Luc.",
        ":“a b c”\n\n“",
    ],
)
def test_odd_texts_give_one_attribution_for_each_quotation(read, text):
    article, ones = read(text)
    assert [one.quotation for one in ones] == list(range(len(article.quotations)))
    assert all(bool(one.rule) == bool(one.speaker) and (not one.rule or one.rule in RULES) for one in ones)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        '"a b c" ' * 12_500,
        "“a b c d,” said X. " * 5_500,
        "“a b c,” he said. " * 5_500,
        "Lund, a b, " * 9_000 + "said “a b c d”",
        "said to say and saying " * 4_300 + "“a b c”",
        "of the " * 14_000 + "“a b c”",
        "“a b c d e\n\n" * 8_000,
    ],
    ids=["marks", "quotations", "named", "pronouns", "commas", "verbs", "prepositions", "unclosed"],
)
def test_hostile_text_is_read_in_time(text):
    article = read_article("a", text)
    mentions = name_mentions(text, article.sentences)
    began = time.process_time()
    attributions(article, mentions)
    assert time.process_time() - began < 4  # seconds; quadratic reading takes minutes


def test_the_real_articles_give_every_named_speaker_a_place(read, real_texts):
    for path in sorted(real_texts.glob("*.txt")):
        article, ones = read(path.read_bytes().decode("utf-8"))
        named = [one for one in ones if one.rule == "named"]
        assert all(article.text[one.start : one.end].split()[-1].strip("’s") in one.speaker for one in named)
