// What the page knows: the sandbox's state as last told, and which conversations are open and read on this page.

const OPEN_KEY = "sandbox-open";
const SEEN_KEY = "sandbox-seen";

export const state = {
  instance: "",
  bot: { id: 0, name: "", username: "" },
  clock: { now: new Date().toISOString(), zone: "Europe/Moscow", zone_name: "" },
  title: "",
  note: "",
  next_due: null,
  knows_next_due: false,
  links: [],
  people: [],
  channels: [],
};

/** Ids of open conversations, in the order of their columns. */
let open = [];
let seen = {};

export function replace(fresh) {
  const sameSandbox = state.instance === fresh.instance;
  Object.assign(state, fresh);
  if (!sameSandbox) remember();
  open = open.filter((id) => conversation(id));
}

function remember() {
  const kept = stored(OPEN_KEY);
  open = kept ?? state.people.slice(0, comfortable()).map((person) => person.id);
  seen = stored(SEEN_KEY) ?? {};
  if (kept === null) for (const each of conversations()) seen[each.id] = lastId(each);
}

/** How many columns fit without scrolling when nothing was chosen yet. */
function comfortable() {
  return window.innerWidth < 760 ? 4 : Math.max(1, Math.min(4, Math.floor((window.innerWidth - 300) / 360)));
}

function stored(key) {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? "null");
    return value && value.instance === state.instance ? value.content : null;
  } catch {
    return null;
  }
}

function store(key, content) {
  try {
    localStorage.setItem(key, JSON.stringify({ instance: state.instance, content }));
  } catch {
    // A private window may refuse storage: the page then forgets on reload, and nothing else changes.
  }
}

export const conversations = () => [...state.people, ...state.channels];

export const conversation = (id) => conversations().find((each) => each.id === id);

export const person = (id) => state.people.find((each) => each.id === id);

export const openIds = () => [...open];

export const isOpen = (id) => open.includes(id);

export function setOpen(ids) {
  open = ids;
  store(OPEN_KEY, open);
}

export const lastId = (chat) => chat.messages.at(-1)?.id ?? 0;

export function markRead(id) {
  const chat = conversation(id);
  if (!chat || seen[id] === lastId(chat)) return false;
  seen[id] = lastId(chat);
  store(SEEN_KEY, seen);
  return true;
}

export function unread(chat) {
  const after = seen[chat.id] ?? 0;
  return chat.messages.filter((message) => message.id > after && !message.mine).length;
}

export function putMessage(id, message) {
  const chat = conversation(id);
  if (!chat) return null;
  const index = chat.messages.findIndex((each) => each.id === message.id);
  if (index >= 0) chat.messages[index] = message;
  else chat.messages.push(message);
  return { chat, isNew: index < 0 };
}

export function dropMessages(id, ids) {
  const chat = conversation(id);
  if (chat) chat.messages = chat.messages.filter((message) => !ids.includes(message.id));
  return chat;
}

/** Take what changed about a person or a channel; messages stay as they are unless given. */
export function putConversation(kind, fresh) {
  const list = state[kind];
  const known = list.find((each) => each.id === fresh.id);
  if (known) Object.assign(known, fresh);
  else list.push({ messages: [], ...fresh });
  return { chat: list.find((each) => each.id === fresh.id), isNew: !known };
}
