// One message as a bubble: text, photo, document, contact, and its inline keyboard.

import { avatar, button, element, icon } from "./dom.js";
import { rendered } from "./entities.js";
import { size, time } from "./time.js";

/** `act`: link(url, event), command(text), tap(message, button, node), reply(id). */
export function bubble(message, act, quoted) {
  const kind = message.mine ? "mine" : "theirs";
  const body = element("div", { class: `bubble${isPicture(message) ? " with-photo" : ""}` }, ...content(message, act, quoted));
  const node = element("article", {
    class: `message ${kind}`, testid: "message", "data-message-id": message.id, "data-from": message.mine ? "person" : "bot",
    "aria-label": message.mine ? "Сообщение человека" : "Сообщение бота",
  }, body);
  if (message.inline_keyboard?.length) node.append(inlineKeyboard(message, act));
  return node;
}

const isPicture = (message) => Boolean(message.photo);

function content(message, act, quoted) {
  return [
    quoted && quote(quoted, act),
    message.photo && photo(message.photo),
    message.document && documentCard(message.document),
    message.contact && contactCard(message.contact),
    message.other && element("div", { class: "other", text: message.other }),
    text(message, act),
  ].filter(Boolean);
}

function text(message, act) {
  const node = element("div", { class: "text", dir: "auto" });
  node.append(rendered(message.text ?? "", message.entities ?? [], act), meta(message));
  if (!message.text) node.classList.add("only-meta");
  else if (isBigEmoji(message)) node.classList.add("big-emoji");
  return node;
}

function isBigEmoji(message) {
  return !message.entities?.length && /^(\p{Extended_Pictographic}(\u200d|\ufe0f|\p{Emoji_Modifier})*){1,3}$/u.test(message.text);
}

function meta(message) {
  return element("span", { class: "meta" },
    message.edited && element("span", { class: "edited", testid: "edited", text: "изменено" }),
    element("time", { datetime: message.date, text: time(message.date) }));
}

function quote(message, act) {
  return button("quote", { onclick: () => act.reply(message.id) },
    element("span", { class: "quote-author", text: message.mine ? "Человек" : "Бот" }),
    element("span", { class: "quote-text", text: summary(message) }));
}

function photo(picture) {
  const image = element("img", { src: picture.url, alt: "Фотография", loading: "lazy" });
  if (picture.width && picture.height) {
    image.width = picture.width;
    image.height = picture.height;
  }
  return element("a", { class: "photo", href: picture.url, target: "_blank", rel: "noopener", testid: "photo" }, image);
}

function documentCard(file) {
  return element("a", { class: "document", href: file.url, download: file.name, testid: "document" },
    element("span", { class: "document-icon" }, icon("document"), icon("download")),
    element("span", { class: "document-about" },
      element("span", { class: "document-name", text: file.name }),
      element("span", { class: "document-size", text: [size(file.size), extension(file.name)].filter(Boolean).join(" · ") })));
}

function extension(name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 && name.length - dot <= 6 ? name.slice(dot + 1).toUpperCase() : "";
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return element("div", { class: "contact", testid: "contact" }, avatar(contact.user_id ?? 0, name),
    element("span", { class: "document-about" },
      element("span", { class: "document-name", text: name }),
      element("span", { class: "document-size", text: contact.phone_number })));
}

function inlineKeyboard(message, act) {
  const rows = message.inline_keyboard.map((row, rowIndex) => element("div", { class: "inline-row" },
    ...row.map((each, columnIndex) => inlineButton(message, { ...each, row: rowIndex, column: columnIndex }, act))));
  return element("div", { class: "inline-keyboard", role: "group", "aria-label": "Кнопки под сообщением" }, ...rows);
}

const CORNERS = { url: "external", copy_text: "copy", web_app: "external" };

function inlineButton(message, described, act) {
  const node = button("inline-button", { testid: "inline-button", onclick: () => act.tap(message, described, node) },
    element("span", { class: "inline-label", dir: "auto", text: described.text }));
  if (described.style) node.classList.add(`style-${described.style}`);
  if (CORNERS[described.kind]) node.append(icon(CORNERS[described.kind]));
  return node;
}

/** One line for lists and quotes. */
export function summary(message) {
  const words = (message.text ?? "").replace(/\s+/gu, " ").trim().slice(0, 120);
  if (message.photo) return words ? `🖼 ${words}` : "🖼 Фотография";
  if (message.document) return `📎 ${message.document.name}`;
  if (message.contact) return "👤 Контакт";
  return words || message.other || "";
}
