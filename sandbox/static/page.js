// The chat page of the sandbox: several people's conversations with one bot, side by side, and a clock to move.
//
// Hooks for browser tests (`data-testid`; ids are Telegram's numbers). They are kept stable:
//   page        clock-now, clock-hour, clock-day, clock-next, clock-report, offline, notice, menu-toggle (narrow page)
//   lists       open-<id> (open or go to a conversation), close-<id>, unread-<id>, tab-<id> (narrow page),
//               link-<n> (invitation links, from 0), new-person
//   dialogs     chooser: open-as-<id>, new-person-name, open-as-new;  new-person-dialog: new-person-name, new-person-create
//   columns     person-<id>, channel-<id>; within one: column-menu → menu-start, menu-block, menu-unblock; close-column;
//               start, unblock; composer, send, attach → attach-document, attach-photo, attach-contact;
//               document-input and photo-input (file fields); commands → command-<name>;
//               reply-keyboard, reply-button, keyboard-toggle; toast; alert → alert-close
//   messages    message (with data-message-id and data-from = bot | person), inline-button, edited, document, photo, contact
//
// The state comes from the sandbox alone: every connection of the event stream begins with the whole of it, what follows
// are changes. The page itself keeps only which conversations are open and how far each was read.

import { listen, post, read, Refused } from "./js/api.js";
import { Clock } from "./js/clock.js";
import { Column } from "./js/column.js";
import { chooser, newPerson, notify } from "./js/dialogs.js";
import { icon } from "./js/dom.js";
import { drawSidebar, drawTabs } from "./js/sidebar.js";
import {
  conversation, dropMessages, isOpen, markRead, openIds, person, putConversation, putMessage, replace, setOpen, state,
} from "./js/store.js";
import { useZone } from "./js/time.js";

const byId = (id) => document.getElementById(id);
const columns = new Map();
let activeId = null;

const page = {
  notify,

  /** Run a request; a refusal is shown to the person at the page and gives null. */
  async attempt(work) {
    try {
      return await work();
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      notify(problem.message);
      return null;
    }
  },

  open(id) {
    if (!isOpen(id)) setOpen([...openIds(), id]);
    showMenu(false);
    drawColumns();
    reveal(id);
    drawLists();
  },

  close(id) {
    setOpen(openIds().filter((each) => each !== id));
    drawColumns();
    drawLists();
  },

  choose(payload, preferred, title) {
    showMenu(false);
    const openAs = async (id) => {
      page.open(id);
      await page.attempt(() => post(`people/${id}/start`, { payload }));
    };
    chooser({
      title, payload, preferred,
      act: { as: openAs, asNew: (name) => createPerson(name, openAs) },
    });
  },

  newPerson() {
    newPerson((name) => createPerson(name, (id) => page.open(id)));
  },

  maybeRead(column) {
    if (column.visible && column.pinned && !document.hidden && markRead(column.chat.id)) drawLists();
  },
};

async function createPerson(name, then) {
  const created = await page.attempt(() => post("people", { name }));
  if (!created) return;
  putConversation("people", created);
  await then(created.id);
}

// Drawing

const clock = new Clock(page);

function drawAll() {
  document.title = state.title ? `${state.title} — песочница` : `${state.bot.name} — песочница`;
  byId("title").textContent = state.title || state.bot.name;
  byId("note").textContent = state.note;
  byId("note").title = state.note;
  clock.draw();
  drawColumns();
  drawLists();
}

// The lists are drawn anew as a whole. Not while a button is held down: it would be gone before the click comes.
let held = false;
let listsAreStale = false;

function released() {
  held = false;
  if (listsAreStale) setTimeout(drawLists);
}

document.addEventListener("pointerdown", (event) => {
  held = event.button === 0;
}, true);
document.addEventListener("pointerup", released, true);
document.addEventListener("pointercancel", released, true);

function drawLists() {
  listsAreStale = held;
  if (held) return;
  drawSidebar(byId("sidebar"), page);
  drawTabs(byId("tabs"), page, activeId);
}

function drawColumns() {
  for (const [id, column] of columns) if (!isOpen(id)) forget(id, column);
  for (const id of openIds()) {
    if (!columns.has(id)) add(new Column(conversation(id), page));
  }
  byId("columns").classList.toggle("nothing-open", columns.size === 0);
  if (!columns.has(activeId)) activeId = openIds()[0] ?? null;
}

function add(column) {
  columns.set(column.chat.id, column);
  byId("columns").append(column.node);
  column.node.dataset.conversation = column.chat.id;
  visibility.observe(column.node);
  column.toBottom(false);
}

function forget(id, column) {
  visibility.unobserve(column.node);
  column.node.remove();
  columns.delete(id);
}

function reveal(id) {
  const { node } = columns.get(id);
  activeId = id;
  node.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth", block: "nearest", inline: "nearest" });
  node.classList.remove("called");
  requestAnimationFrame(() => node.classList.add("called"));
  if (matchMedia("(pointer: fine)").matches) columns.get(id).composer?.input.focus({ preventScroll: true });
}

// A conversation counts as read only when it can be seen. On the narrow page the visible column is also the active tab.
const visibility = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const column = columns.get(Number(entry.target.dataset.conversation));
    if (!column) continue;
    column.visible = entry.isIntersecting;
    if (entry.isIntersecting) {
      activeId = column.chat.id;
      page.maybeRead(column);
    }
  }
  drawLists();
}, { root: byId("columns"), threshold: 0.6 });

document.addEventListener("visibilitychange", () => columns.forEach((column) => page.maybeRead(column)));

function showMenu(shown) {
  document.body.classList.toggle("menu-open", shown);
  byId("scrim").hidden = !shown;
  byId("menu-toggle").setAttribute("aria-expanded", String(shown));
}

// What happened in the sandbox

const happened = {
  state(fresh) {
    // Another sandbox has other people under the same numbers.
    if (state.instance !== fresh.instance) for (const [id, column] of columns) forget(id, column);
    replace(fresh);
    useZone(state.clock.zone);
    for (const [id, column] of columns) {
      if (conversation(id)) column.chat = conversation(id);
      if (column.composer && conversation(id)) column.composer.chat = column.chat;
      if (conversation(id)) column.sync();
    }
    drawAll();
  },

  message({ chat_id: id, message }) {
    const put = putMessage(id, message);
    const column = columns.get(id);
    if (!message.mine) column?.stopTyping();
    if (put) changed(column);
    refreshSoon();
  },

  deleted({ chat_id: id, message_ids: ids }) {
    dropMessages(id, ids);
    changed(columns.get(id));
  },

  typing({ chat_id: id, action }) {
    columns.get(id)?.typing(action);
  },

  answer(answer) {
    columns.get(answer.person_id)?.callbackAnswered(answer);
  },

  person(fresh) {
    putConversation("people", fresh);
    changed(columns.get(fresh.id));
  },

  channel(fresh) {
    putConversation("channels", fresh);
    changed(columns.get(fresh.id));
  },

  clock(fresh) {
    state.clock = fresh;
    clock.draw();
    refreshSoon();
  },
};

function changed(column) {
  if (column) {
    column.sync();
    page.maybeRead(column);
  }
  drawLists();
}

// Links, hints and the next due message belong to the program behind the bot, which tells of no changes: ask when things calm down.
let refreshing = null;

function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, 700);
}

async function refresh() {
  const fresh = await read("surroundings").catch(() => null);
  if (!fresh) return;
  Object.assign(state, { links: fresh.links, next_due: fresh.next_due, clock: fresh.clock });
  for (const [id, hint] of Object.entries(fresh.hints)) {
    const known = person(Number(id));
    if (known) known.hint = hint;
  }
  for (const column of columns.values()) column.syncHeader();
  clock.draw();
  drawLists();
}

// A file dropped beside a conversation would otherwise be opened in place of the page.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => [...event.dataTransfer.types].includes("Files") && event.preventDefault());
}

byId("menu-toggle").append(icon("menu"));
byId("menu-toggle").addEventListener("click", () => showMenu(!document.body.classList.contains("menu-open")));
byId("scrim").addEventListener("click", () => showMenu(false));
document.addEventListener("keydown", (event) => event.key === "Escape" && showMenu(false));

listen(
  (name, data) => happened[name](data),
  (connected) => {
    byId("offline").hidden = connected;
  },
);
