"""HTML is parsed as strictly as Telegram parses it."""

import pytest

from sandbox.entities import formatted, utf16_length
from sandbox.errors import ApiError


def parsed(html: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = formatted(html, "HTML", None)
    return text, [(str(entity.type), entity.offset, entity.length) for entity in entities]


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>да</b>", "да", [("bold", 0, 2)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        (
            "<u>a</u><s>b</s><del>c</del>",
            "abc",
            [("underline", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b></b>x", "x", []),
        ("a &lt;b&gt; &amp; &quot;&#1103;&#x44F;", 'a <b> & "яя', []),
        ("Q&A &nbsp; &copy;", "Q&A &nbsp; &copy;", []),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<B>x</b>", "x", [("bold", 0, 1)]),
        ("<code>@name</code>", "@name", [("code", 0, 5)]),
    ],
)
def test_what_it_reads(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    assert parsed(html) == (text, entities)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("я <3 вас", 'Unsupported start tag "3" at byte offset 3'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/"'),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a ='x'>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=/x>x</a>", "Unexpected end of name token"),
        ('<tg-emoji emoji-id="x">😀</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_what_it_refuses(html: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        formatted(html, "HTML", None)
    assert refusal.value.code == 400
    assert refusal.value.description.startswith("Bad Request: can't parse entities: ")
    assert reason in refusal.value.description


def test_links_become_entities_unless_telegram_would_drop_them() -> None:
    _, links = formatted('<a href="https://a.ru/?a=1&amp;b=2">a</a><a href="nonsense">b</a>', "html", None)
    assert [(link.type, link.url) for link in links] == [("text_link", "https://a.ru/?a=1&b=2")]
    _, mentions = formatted('<a href="tg://user?id=5">Алсу</a>', "html", None)
    assert mentions[0].user is not None
    assert (mentions[0].type, mentions[0].user.id) == ("text_mention", 5)


def test_commands_links_and_names_are_found() -> None:
    text = "/help и /start@mentor_bot: https://a.ru/x, @alsu_k, a@b.ru, #встреча; не/команда"
    _, entities = formatted(text, None, None)
    found = {text[entity.offset : entity.offset + entity.length]: entity.type for entity in entities}
    assert found == {
        "/help": "bot_command",
        "/start@mentor_bot": "bot_command",
        "https://a.ru/x": "url",
        "@alsu_k": "mention",
        "a@b.ru": "email",
        "#встреча": "hashtag",
    }


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2"])
def test_markdown_is_refused_loudly(mode: str) -> None:
    with pytest.raises(NotImplementedError, match="use HTML"):
        formatted("*x*", mode, None)


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        formatted("x", "BBCode", None)


def test_lengths_are_counted_as_telegram_counts() -> None:
    assert utf16_length("я😀") == 3
