// Text with Telegram's entities → DOM nodes. Offsets are UTF-16 units, as JavaScript strings are.

import { element } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** Render `text` with `entities`; `act` has `link(url, event)` and `command(text)`. Bare links and commands come as entities too. */
export function rendered(text, entities, act) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...part(text, 0, text.length, ordered, act));
  return fragment;
}

function part(text, from, to, entities, act) {
  const nodes = [];
  let position = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    index += 1;
    if (entity.offset < position || end <= entity.offset) continue;
    nodes.push(text.slice(position, entity.offset));
    const nested = [];
    while (index < entities.length && entities[index].offset < end) {
      nested.push(entities[index]);
      index += 1;
    }
    const node = shell(entity, text.slice(entity.offset, end), act);
    node.append(...part(text, entity.offset, end, nested, act));
    nodes.push(node);
    position = end;
  }
  nodes.push(text.slice(position, to));
  return nodes.filter((node) => node !== "");
}

function shell(entity, own, act) {
  if (entity.type === "text_link") return link(entity.url, act);
  if (entity.type === "url") return link(/^[a-z]+:/i.test(own) ? own : `https://${own}`, act);
  if (entity.type === "bot_command") return command(own, act);
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "expandable_blockquote") return expandable();
  return element(TAGS[entity.type] ?? "span", { class: `entity entity-${entity.type}` });
}

/** Only web and Telegram addresses become links; anything else (`javascript:` above all) stays text. */
function link(url, act) {
  if (!/^(https?|tg|mailto|tel):/i.test(url)) return element("span", { class: "entity" });
  return element("a", {
    href: url, target: "_blank", rel: "noopener noreferrer", title: url,
    onclick: (event) => act.link(url, event),
  });
}

function command(text, act) {
  return element("button", { type: "button", class: "text-command", onclick: () => act.command(text) });
}

function spoiler() {
  const node = element("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": "Скрытый текст, нажмите, чтобы показать",
  });
  const reveal = () => {
    node.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter") reveal();
  });
  return node;
}

function expandable() {
  const node = element("blockquote", { class: "expandable" });
  node.addEventListener("click", () => node.classList.toggle("expanded"));
  return node;
}

/** `https://t.me/<bot>?start=<payload>` of this bot → the payload; null for any other address. */
export function startPayload(url, username) {
  let address;
  try {
    address = new URL(url);
  } catch {
    return null;
  }
  const telegram = ["t.me", "telegram.me"].includes(address.hostname) && address.pathname.slice(1);
  const scheme = address.protocol === "tg:" && address.searchParams.get("domain");
  const name = telegram || scheme || "";
  if (name.toLowerCase() !== username.toLowerCase()) return null;
  return address.searchParams.get("start") ?? "";
}
