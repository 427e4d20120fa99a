"""Topics: files an officer can write, and free words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import topic
from briefgen.errors import BriefgenError, UsageError
from briefgen.topic import Topic

TOPICS = Path(__file__).resolve().parent.parent / "templates" / "topics"
SHIPPED = ("asia-security", "cyber-security", "eu-china", "maritime-security", "nato-burden-sharing",
           "trade-tariffs", "ukraine-support", "us-eu-relations")  # fmt: skip
GOOD = """title = "Fish"
actor = "eu"

[[group]]
name = "fish"
terms = ["fish", "fishing quota"]
"""


def load(name: str, folder: Path) -> Topic:
    """The topic of a call, looked for in one folder."""
    return topic.find(name, (folder,))


def free(words: str) -> Topic:
    return load(words, Path("no such folder"))


def written(tmp_path: Path, text: str | bytes, name: str = "fish") -> Path:
    data = text.encode() if isinstance(text, str) else text
    (tmp_path / f"{name}.toml").write_bytes(data)
    return tmp_path


def names(one: Topic) -> list[str]:
    return [group.name for group in one.groups]


def test_the_shipped_topics_can_all_be_read() -> None:
    assert tuple(one.slug for one in topic.available(TOPICS)) == SHIPPED


def test_a_topic_is_found_by_its_file_name() -> None:
    one = load("asia-security", TOPICS)
    assert (one.slug, one.actor, one.free) == ("asia-security", "eu", False)
    assert names(one) == ["Asia", "security"]


@pytest.mark.parametrize("words", ["Asia Security", "ASIA-SECURITY", " asia_security "])
def test_words_that_make_the_slug_find_the_file(words: str) -> None:
    assert load(words, TOPICS).free is False


def test_a_topic_is_found_by_another_of_its_names() -> None:
    assert load("transatlantic", TOPICS).slug == "us-eu-relations"


def test_no_two_shipped_topics_share_a_name() -> None:
    every = [name for one in topic.available(TOPICS) for name in (one.slug, *one.aliases)]
    assert len(every) == len(set(every))


def test_free_words_become_groups() -> None:
    one = free("winter roads")
    assert (one.slug, one.title, one.free) == ("winter-roads", "Winter roads", True)
    assert names(one) == ["winter", "roads"]


def test_a_slug_without_a_file_falls_apart_at_its_hyphens() -> None:
    assert names(free("winter-roads")) == ["winter", "roads"]


def test_a_hyphen_holds_where_blanks_part_the_words() -> None:
    assert names(free("rules-based order")) == ["rules-based", "order"]


def test_a_hyphen_between_two_names_parts_them() -> None:
    assert names(free("EU-China summit")) == ["European Union", "China", "summit"]


def test_a_long_dash_parts_words_like_a_hyphen() -> None:
    assert names(free("EU–Japan")) == ["European Union", "Japan"]


def test_a_name_of_several_words_stays_whole() -> None:
    (group,) = free("south-korea").groups
    assert group.names == ("KR",)


def test_a_region_is_known_as_one() -> None:
    assert free("africa").groups[0].regions == ("africa",)


def test_a_quoted_phrase_stays_whole() -> None:
    assert names(free('"freedom of navigation" Asia')) == ["freedom of navigation", "Asia"]


def test_an_acronym_may_be_typed_small_and_is_printed_large() -> None:
    assert free("eu missions").title == "EU missions"
    assert free("us tariffs").groups[0].names == ("US",)


def test_a_common_word_is_no_acronym() -> None:
    assert free("who pays").groups[-1].terms[0] == "pays"


def test_words_without_a_matter_of_their_own_are_left_out() -> None:
    assert names(free("policy on the roads")) == ["roads"]
    assert names(free("policy")) == ["policy"]


def test_a_body_named_beside_other_words_is_the_principal_actor() -> None:
    assert free("nato missions").actor == "nato"
    assert free("nato").actor is None


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "a\\b", "..", "\0", "a\nb", "", "   ", "!?", "x" * 101, "道" * 80]
)
def test_a_name_that_can_be_no_topic_is_refused(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        load(name, TOPICS)
    assert refused.value.slug == "topic-name"
    assert refused.value.hint
    assert refused.value.message.isprintable()


@given(st.text(max_size=110))
def test_any_name_is_a_topic_or_is_refused(name: str) -> None:
    try:
        one = free(name)
    except UsageError:
        return
    assert one.groups
    assert one.slug == Path(one.slug).name == topic.slugify(one.slug)


def test_a_slug_has_lower_case_letters_digits_and_single_hyphens() -> None:
    assert topic.slugify("  Ukraine: Aid & Arms (2025) ") == "ukraine-aid-arms-2025"


def test_a_file_with_all_its_keys_is_read(tmp_path: Path) -> None:
    more = 'regions = ["Asia"]\nstates = ["Japan", "FR"]\norganisations = ["NATO"]\n'
    one = load("fish", written(tmp_path, GOOD.replace("[[", 'exclude = ["chips"]\n[[') + more))
    assert one.exclude == ("chips",)
    assert one.groups[0].regions == ("asia",)
    assert one.groups[0].names == ("JP", "FR", "nato")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert load("fish", written(tmp_path, GOOD.encode("utf-8-sig"))).title == "Fish"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD.replace('"Fish"', '"Fish'), "fish.toml, line 1: not valid TOML"),
        (GOOD + "terms = [", "fish.toml, line 7: not valid TOML"),
        (GOOD.replace("terms", "terns"), 'fish.toml, line 6: unknown key "terns"'),
        (GOOD.replace("actor", "actors"), 'fish.toml, line 2: unknown key "actors"'),
        (GOOD.replace('["fish", "fishing quota"]', '"fish"'), 'fish.toml, line 6: "terms" must be a list'),
        (GOOD.replace('"fishing quota"', "3"), 'fish.toml, line 6: "terms" must be a list'),
        (GOOD.replace('title = "Fish"', "title = 3"), 'fish.toml, line 1: "title" must be a text'),
        (GOOD.replace('title = "Fish"\n', ""), 'fish.toml: "title" must be a text'),
        (GOOD.replace('actor = "eu"', 'actor = "atlantis"'), 'line 2: "atlantis" is not a known name'),
        ('# the actor\ntitle = "Actor and atlantis"\nactor = "atlantis"\n' + GOOD.partition("\n\n")[2],
         'line 3: "atlantis" is not a known name'),
        (GOOD.replace('"Fish"', '"Actor"').replace('"eu"', "3"), 'line 2: "actor" must be a text'),
        (GOOD + 'states = ["Jappan"]', "did you mean “Japan”?"),
        (GOOD.replace('terms = ["fish", "fishing quota"]', ""), 'the group "fish" is empty'),
        ('title = "Fish"', "fish.toml: a topic needs at least one [[group]]"),
        ('title = "Fish"\ngroup = "x"', "fish.toml, line 2: a topic needs at least one [[group]]"),
        (b'title = "\xff"', "cannot be read as UTF-8"),
        ("", "needs at least one [[group]]"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(BriefgenError) as broken:
        load("fish", written(tmp_path, text))
    assert broken.value.slug == "topic-broken"
    assert says in broken.value.message
    assert broken.value.hint


def test_a_broken_file_does_not_block_other_topics(tmp_path: Path) -> None:
    written(tmp_path, "title =", "bad")
    assert load("fish", written(tmp_path, GOOD)).title == "Fish"
    assert load("winter roads", tmp_path).free


def test_a_broken_file_is_told_and_the_others_are_listed(tmp_path: Path) -> None:
    written(tmp_path, "title =", "bad")
    written(tmp_path, GOOD)
    assert [one.slug for one in topic.available(tmp_path)] == ["fish"]
    assert ["bad.toml" in one.message for one in topic.broken([tmp_path])] == [True]


def test_topics_are_listed_in_the_order_of_their_names(tmp_path: Path) -> None:
    written(tmp_path, GOOD, "zander")
    written(tmp_path, GOOD, "carp")
    assert [one.slug for one in topic.available(tmp_path)] == ["carp", "zander"]


def test_the_first_folder_that_has_a_topic_wins(tmp_path: Path) -> None:
    (office := tmp_path / "office").mkdir()
    (shipped := tmp_path / "shipped").mkdir()
    written(office, GOOD.replace('"Fish"', '"Our fish"'))
    written(shipped, GOOD)
    written(shipped, GOOD.replace('"Fish"', '"Carp"'), "carp")
    folders = (office, tmp_path / "no such folder", shipped)
    assert topic.find("fish", folders).title == "Our fish"
    assert topic.find("carp", folders).title == "Carp"
    assert topic.find("winter roads", folders).free
    assert [one.title for one in topic.available(folders)] == ["Carp", "Our fish"]


def test_an_alias_in_the_first_folder_comes_before_a_file_in_the_second(tmp_path: Path) -> None:
    (office := tmp_path / "office").mkdir()
    written(office, 'aliases = ["carp"]\n' + GOOD)
    written(tmp_path, GOOD, "carp")
    assert topic.find("carp", (office, tmp_path)).slug == "fish"


@pytest.mark.parametrize("words", ["the of", "the-of", "and", "“the” of", "who was it"])
def test_a_name_of_function_words_alone_is_refused(words: str) -> None:
    with pytest.raises(UsageError) as refused:
        free(words)
    assert refused.value.slug == "topic-name"
    assert "no word that says what it is about" in refused.value.message


@pytest.mark.parametrize("name", ["Saint Kitts and Nevis", "Association of Southeast Asian Nations"])
def test_a_known_name_is_one_group_however_long(name: str) -> None:
    assert len(names(free(f"{name} fishing"))) == 2


@pytest.mark.parametrize(("signs", "taken"), [(60, True), (100, True), (101, False), (190, False)])
def test_a_name_of_a_topic_has_at_most_a_hundred_signs(signs: int, taken: bool) -> None:
    try:
        assert len(free("x" * signs).slug) == signs
        assert taken
    except UsageError:
        assert not taken


@pytest.mark.parametrize(
    ("call", "title"),
    [
        ("Holland's tariffs", "Holland's tariffs"),
        ("burma talks", "Burma talks"),
        ("EU-China summit", "EU-China summit"),
        ("the “grain pact” talks", "The “grain pact” talks"),
        ("talks in south korea (us)", "Talks in South Korea (US)"),
        ("norway's fish", "Norway's fish"),
        ("eu_missions", "EU missions"),
    ],
)
def test_the_title_keeps_the_words_of_the_call(call: str, title: str) -> None:
    assert free(call).title == title


def remarks(call: str) -> list[tuple[str, str]]:
    told = topic.remarks(call, load(call, TOPICS), topic.readable([TOPICS]))
    return [(one.slug, one.message) for one in told]


def test_a_call_that_is_another_name_of_a_file_says_that_the_file_was_taken() -> None:
    slug, message = remarks("Asian security")[0]
    assert slug == "topic-alias"
    assert "topic file “asia-security”" in message
    assert remarks("Asia Security") == []


@pytest.mark.parametrize(("call", "near"), [("us", "us-eu-relations"), ("security", "asia-security")])
def test_a_call_of_one_common_word_is_told_to_be_broad(call: str, near: str) -> None:
    slug, message = remarks(call)[0]
    assert slug == "topic-broad"
    assert near in message


@pytest.mark.parametrize("call", ["fisheries", "security guarantees", "nato", "sanctions on Norway"])
def test_a_rare_word_and_several_words_are_not_broad(call: str) -> None:
    assert remarks(call) == []


@pytest.mark.parametrize(
    ("call", "file"),
    [
        ("asia-securty", "asia-security"),
        ("transatlantik", "us-eu-relations"),
        ("burden", "nato-burden-sharing"),
    ],
)
def test_a_name_like_that_of_a_file_may_be_meant(call: str, file: str) -> None:
    assert file in topic.meant(call, topic.readable([TOPICS]))


def test_a_name_that_no_file_has_means_none() -> None:
    assert topic.meant("lamp-posts", topic.readable([TOPICS])) == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [("Japan", "JP"), ("JP", "JP"), ("nato", "nato"), ("Tokyo", "JP"), ("White House", "white-house")],
)
def test_the_principal_actor_may_be_named_as_on_a_map(name: str, key: str) -> None:
    one = topic.with_actor(free("missions"), name)
    assert (one.actor, one.asked) == (key, True)


@pytest.mark.parametrize("name", ["Asia", "Black Sea", "Anna Olde", ""])
def test_what_is_no_state_or_organisation_is_no_principal_actor(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        topic.with_actor(free("missions"), name)
    assert refused.value.slug == "actor-unknown"
