"""Files: up by upload and by file id, down by path, with Telegram's limits."""

from io import BytesIO

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto
from aiohttp import ClientResponseError

from sandbox import files
from sandbox.images import SMALL_PNG
from sandbox.people import Person
from tests.sandbox.conftest import Refused


def named(content: bytes, name: str = "план.pdf") -> BufferedInputFile:
    return BufferedInputFile(content, name)


async def downloaded(bot: Bot, file_id: str) -> bytes:
    target = BytesIO()
    await bot.download(file_id, target)
    return target.getvalue()


async def test_a_document_goes_up_and_comes_down(bot: Bot, alsu: Person) -> None:
    sent = await bot.send_document(alsu.id, named(b"%PDF"), caption="<i>план</i>", parse_mode="HTML")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("план.pdf", "application/pdf")
    assert (sent.document.file_size, sent.caption) == (4, "план")
    assert alsu.downloads() == b"%PDF"
    assert await downloaded(bot, sent.document.file_id) == b"%PDF"


async def test_a_file_id_sends_the_same_file_again(bot: Bot, alsu: Person) -> None:
    first = await bot.send_document(alsu.id, named(b"%PDF"))
    assert first.document is not None
    again = await bot.send_document(alsu.id, first.document.file_id)
    assert again.document is not None
    assert again.document.file_id == first.document.file_id
    assert alsu.downloads() == b"%PDF"


async def test_what_a_person_sends_can_be_downloaded(bot: Bot, alsu: Person) -> None:
    await alsu.sends_document("отчёт.txt", b"text", caption="вот")
    await alsu.sends_photo("фото")
    document, photo = [update.message for update in await bot.get_updates()]
    assert document is not None and document.document is not None
    assert (document.document.file_name, document.caption) == ("отчёт.txt", "вот")
    assert await downloaded(bot, document.document.file_id) == b"text"
    assert photo is not None and photo.photo is not None
    assert await downloaded(bot, photo.photo[-1].file_id) == SMALL_PNG


async def test_other_kinds_of_messages_arrive_as_what_they_are(bot: Bot, alsu: Person) -> None:
    await alsu.sends_voice()
    await alsu.sends_sticker()
    await alsu.sends_location(55.0, 49.0)
    await alsu.sends_contact("+79991234567", own=False)
    kinds = [update.message.content_type for update in await bot.get_updates() if update.message]
    assert kinds == ["voice", "sticker", "location", "contact"]


async def test_photos_have_a_size_and_must_be_pictures(
    bot: Bot, alsu: Person, refused: type[Refused]
) -> None:
    sent = await bot.send_photo(alsu.id, named(SMALL_PNG, "a.png"))
    assert sent.photo is not None
    assert (sent.photo[-1].width, sent.photo[-1].height) == (32, 24)
    async with refused(TelegramBadRequest, "IMAGE_PROCESS_FAILED"):
        await bot.send_photo(alsu.id, named(b"text", "a.png"))
    document = await bot.send_document(alsu.id, named(b"x"))
    assert document.document is not None
    async with refused(TelegramBadRequest, "can't use file of type Document as Photo"):
        await bot.send_photo(alsu.id, document.document.file_id)


async def test_files_that_are_refused(bot: Bot, alsu: Person, refused: type[Refused]) -> None:
    async with refused(TelegramBadRequest, "wrong file identifier/HTTP URL specified"):
        await bot.send_document(alsu.id, "no-such-file")
    async with refused(TelegramBadRequest, "file must be non-empty"):
        await bot.send_document(alsu.id, named(b""))
    async with refused(TelegramBadRequest, "there is no document in the request"):
        await bot.send_document(alsu.id, "")
    async with refused(TelegramBadRequest, "message caption is too long"):
        await bot.send_document(alsu.id, named(b"x"), caption="а" * 1025)
    async with refused(TelegramBadRequest, "invalid file_id"):
        await bot.get_file("no-such-file")


async def test_size_limits(
    bot: Bot, alsu: Person, monkeypatch: pytest.MonkeyPatch, refused: type[Refused]
) -> None:
    monkeypatch.setattr(files, "UPLOAD_LIMIT", 10)
    async with refused(TelegramEntityTooLarge, "Request Entity Too Large"):
        await bot.send_document(alsu.id, named(b"x" * 11))
    monkeypatch.setattr("sandbox.methods_files.DOWNLOAD_LIMIT", 5)
    sent = await bot.send_document(alsu.id, named(b"x" * 10))
    assert sent.document is not None
    async with refused(TelegramBadRequest, "file is too big"):
        await bot.get_file(sent.document.file_id)


async def test_a_path_that_is_not_there(bot: Bot) -> None:
    with pytest.raises(ClientResponseError) as missing:
        await bot.download_file("documents/file_99.pdf")
    assert missing.value.status == 404


async def test_captions_and_files_are_exchanged_in_place(
    bot: Bot, alsu: Person, refused: type[Refused]
) -> None:
    sent = await bot.send_document(alsu.id, named(b"1"), caption="первый")
    await sent.edit_caption(caption="второй")
    assert alsu.screen.text == "второй"
    async with refused(TelegramBadRequest, "message is not modified"):
        await sent.edit_caption(caption="второй")
    async with refused(TelegramBadRequest, "there is no text in the message to edit"):
        await sent.edit_text("текст")
    await sent.edit_media(InputMediaPhoto(media=named(SMALL_PNG, "a.png"), caption="фото"))
    assert (alsu.screen.text, alsu.downloads()) == ("фото", SMALL_PNG)
    await sent.edit_media(InputMediaDocument(media=named(b"2"), caption="снова файл"))
    assert (alsu.screen.text, alsu.downloads()) == ("снова файл", b"2")
