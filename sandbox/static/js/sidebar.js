// The list of people, channels and invitation links; on a phone also the strip of open conversations.

import { avatar, button, element, icon } from "./dom.js";
import { summary } from "./message.js";
import { conversation, isOpen, openIds, state, unread } from "./store.js";
import { brief } from "./time.js";

export function drawSidebar(node, page) {
  const focused = document.activeElement?.dataset?.focusKey;
  const top = node.scrollTop;
  node.replaceChildren(
    heading("Люди", button("text-button small", { testid: "new-person", onclick: () => page.newPerson() }, icon("plus"), "новый человек")),
    element("ul", { class: "list" }, ...state.people.map((each) => row(each, page))),
    ...channels(page),
    ...links(page),
  );
  node.scrollTop = top;
  if (focused) node.querySelector(`[data-focus-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function heading(text, ...beside) {
  return element("div", { class: "list-heading" }, element("h2", { text }), ...beside);
}

function channels(page) {
  if (!state.channels.length) return [];
  return [heading("Каналы"), element("ul", { class: "list" }, ...state.channels.map((each) => row(each, page)))];
}

function row(chat, page) {
  const name = chat.name ?? chat.title;
  const count = unread(chat);
  const opened = isOpen(chat.id);
  const last = chat.messages.at(-1);
  return element("li", { class: `list-row${opened ? " opened" : ""}` },
    button("list-main", {
      testid: `open-${chat.id}`, "data-focus-key": `open-${chat.id}`, "aria-pressed": String(opened),
      "aria-label": spoken(chat, name, count), onclick: () => page.open(chat.id),
    },
    avatar(chat.id, name, chat.name === undefined ? "channel" : null),
    element("span", { class: "list-text" },
      element("span", { class: "list-top" },
        element("span", { class: "list-name", text: name }),
        last && element("time", { class: "list-time", text: brief(last.date, state.clock.now) })),
      element("span", { class: "list-bottom" },
        element("span", { class: "list-preview", dir: "auto" }, ...preview(chat, last)),
        count > 0 && element("span", { class: "badge", testid: `unread-${chat.id}`, text: String(count) })))),
    opened && button("icon-button list-close", {
      "aria-label": `Закрыть переписку: ${name}`, title: "Закрыть переписку", "data-focus-key": `close-${chat.id}`,
      testid: `close-${chat.id}`, onclick: () => page.close(chat.id),
    }, icon("close")));
}

function preview(chat, last) {
  const hint = chat.blocked ? "бот заблокирован" : chat.hint;
  if (hint) return [element("span", { class: "list-hint", text: hint })];
  return [last ? summary(last) : "переписки ещё нет"];
}

function spoken(chat, name, count) {
  return [name, chat.hint, count > 0 ? `непрочитанных: ${count}` : ""].filter(Boolean).join(", ");
}

function links(page) {
  if (!state.links.length) return [];
  return [
    heading("Ссылки-приглашения"),
    element("ul", { class: "list" }, ...state.links.map((link, index) => element("li", { class: "list-row" },
      button("list-main", {
        testid: `link-${index}`, "data-focus-key": `link-${index}`, title: `https://t.me/${state.bot.username}?start=${link.payload}`,
        onclick: () => page.choose(link.payload, null, link.title),
      },
      element("span", { class: "link-icon", "aria-hidden": "true" }, icon("link")),
      element("span", { class: "list-text" },
        element("span", { class: "list-name", text: link.title }),
        element("span", { class: "list-preview", text: link.hint || "открыть как любой человек или новый" })))))),
  ];
}

/** The narrow page shows one conversation at a time; this strip switches between the open ones. */
export function drawTabs(node, page, activeId) {
  const focused = document.activeElement?.dataset?.focusKey;
  const tabs = openIds().map((id) => tab(conversation(id), id === activeId, page));
  node.replaceChildren(...tabs);
  if (focused?.startsWith("tab-")) node.querySelector(`[data-focus-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  const active = node.querySelector('[aria-current="true"]');
  if (active) node.scrollTo({ left: active.offsetLeft - (node.clientWidth - active.offsetWidth) / 2 });
}

function tab(chat, active, page) {
  const name = chat.name ?? chat.title;
  const count = unread(chat);
  return button(`tab${active ? " active" : ""}`, {
    testid: `tab-${chat.id}`, "data-focus-key": `tab-${chat.id}`, "aria-current": active ? "true" : undefined, onclick: () => page.open(chat.id),
  },
  avatar(chat.id, name, chat.name === undefined ? "channel" : null),
  element("span", { class: "tab-name", text: name.split(" ")[0] }),
  count > 0 && element("span", { class: "badge", text: String(count), "aria-label": `непрочитанных: ${count}` }));
}
