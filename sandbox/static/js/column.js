// One conversation: a person's chat with the bot, or a channel with its posts.

import { post } from "./api.js";
import { Composer, walk } from "./composer.js";
import { avatar, button, dismissable, element, icon } from "./dom.js";
import { startPayload } from "./entities.js";
import { bubble } from "./message.js";
import { person, state } from "./store.js";
import { day, dayKey } from "./time.js";

const DOING = {
  typing: "печатает", upload_document: "отправляет файл", upload_photo: "отправляет фото",
  record_voice: "записывает голос", upload_video: "отправляет видео", choose_sticker: "выбирает стикер",
};
const TYPING_LASTS = 5000;
const ANSWER_LASTS = 3500;
const TAP_PATIENCE = 15000;

export class Column {
  constructor(chat, page) {
    this.chat = chat;
    this.page = page;
    this.isPerson = Boolean(person(chat.id));
    this.visible = false;
    this.pinned = true;
    this.bubbles = new Map();
    this.days = new Map();
    this.answersHeard = 0;
    this.build();
    this.sync();
  }

  build() {
    this.subtitle = element("span", { class: "column-hint" });
    this.log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": `Переписка: ${this.name()}`, tabindex: "0" });
    this.scroller = element("div", { class: "scroller", onscroll: () => this.scrolled() }, this.log);
    this.down = button("down-button", { "aria-label": "К последнему сообщению", onclick: () => this.toBottom(true) }, icon("down"));
    this.down.hidden = true;
    this.overlay = element("div", { class: "answers", role: "status", "aria-live": "polite" });
    this.composer = this.isPerson ? new Composer(this.chat, this.page, () => this.stick()) : null;
    const footer = this.composer?.node
      ?? element("footer", { class: "composer channel-footer", text: "Канал: сюда пишет бот" });
    this.node = element("section", {
      class: "column", testid: `${this.isPerson ? "person" : "channel"}-${this.chat.id}`, "aria-label": this.name(),
      ondragover: (event) => this.draggedOver(event), ondragleave: () => this.node.classList.remove("dropping"),
      ondrop: (event) => this.dropped(event),
    }, this.header(), element("div", { class: "stage" }, this.scroller, this.down, this.overlay), footer);
    new ResizeObserver(() => this.pinned && this.toBottom(false)).observe(this.scroller);
  }

  name() {
    return this.chat.name ?? this.chat.title;
  }

  header() {
    this.menuButton = button("icon-button", {
      testid: "column-menu", "aria-label": `Действия: ${this.name()}`, "aria-haspopup": "menu", onclick: () => this.toggleMenu(),
    }, icon("more"));
    return this.head = element("header", { class: "column-head" },
      avatar(this.chat.id, this.name(), this.isPerson ? null : "channel"),
      element("div", { class: "column-about" }, element("h2", { class: "column-name", text: this.name() }), this.subtitle),
      this.isPerson && this.menuButton,
      button("icon-button", {
        testid: "close-column", "aria-label": `Закрыть: ${this.name()}`, onclick: () => this.page.close(this.chat.id),
      }, icon("close")));
  }

  // Showing what is

  sync() {
    this.syncHeader();
    this.syncMessages();
    this.composer?.sync();
  }

  syncHeader() {
    this.subtitle.classList.toggle("doing", Boolean(this.doing));
    if (this.doing) this.subtitle.replaceChildren(`бот ${this.doing}`, element("span", { class: "dots", "aria-hidden": "true" }));
    else this.subtitle.textContent = this.about();
    this.node.classList.toggle("blocked", Boolean(this.chat.blocked));
  }

  about() {
    if (this.chat.blocked) return "бот заблокирован";
    if (!this.isPerson) return this.chat.hint || "канал";
    return this.chat.hint || (this.chat.username ? `@${this.chat.username}` : "человек");
  }

  syncMessages() {
    const focused = this.focusedButton();
    this.place(this.wanted());
    if (focused) this.refocus(focused);
    if (this.pinned) this.toBottom(false);
    else this.down.hidden = false;
  }

  wanted() {
    const nodes = [];
    const bubbles = new Map();
    let lastDay = null;
    let previous = null;
    for (const message of this.chat.messages) {
      const key = dayKey(message.date);
      if (key !== lastDay) nodes.push(this.dayMark(key, message.date));
      const node = this.bubbleFor(message);
      const continues = previous && key === lastDay && previous.message.mine === message.mine;
      node.classList.toggle("continues", Boolean(continues));
      bubbles.set(message.id, { message, node });
      nodes.push(node);
      lastDay = key;
      previous = { message };
    }
    this.bubbles = bubbles;
    return nodes.length ? nodes : [this.emptiness()];
  }

  bubbleFor(message) {
    const known = this.bubbles.get(message.id);
    if (known?.message === message) return known.node;
    const node = bubble(message, this.acts(), this.quoted(message));
    // An edit or a reload is not an arrival: only what is new below the last bubble slides in.
    if (!known && this.bubbles.size) node.classList.add("arriving");
    return node;
  }

  quoted(message) {
    return message.reply_to ? this.chat.messages.find((each) => each.id === message.reply_to) : null;
  }

  dayMark(key, date) {
    if (!this.days.has(key)) {
      this.days.set(key, element("div", { class: "day" }, element("span", { text: day(date, state.clock.now) })));
    }
    return this.days.get(key);
  }

  emptiness() {
    this.empty ??= element("div", { class: "empty" },
      avatar(state.bot.id, state.bot.name, this.isPerson ? null : "channel"),
      element("p", { class: "empty-title", text: this.isPerson ? state.bot.name : this.name() }),
      element("p", { text: this.isPerson ? "Здесь пока пусто. Нажмите «Запустить», чтобы начать разговор с ботом." : "Постов пока нет." }));
    return this.empty;
  }

  /** Patch the list instead of rebuilding it: a rebuilt one would be read aloud anew and would lose focus. */
  place(nodes) {
    const keep = new Set(nodes);
    for (const child of [...this.log.children]) if (!keep.has(child)) child.remove();
    let cursor = this.log.firstElementChild;
    for (const node of nodes) {
      if (node === cursor) cursor = cursor.nextElementSibling;
      else this.log.insertBefore(node, cursor);
    }
  }

  focusedButton() {
    const active = document.activeElement;
    const message = active?.closest?.(".message");
    if (!message || !this.log.contains(message)) return null;
    const index = [...message.querySelectorAll(".inline-button")].indexOf(active);
    return index < 0 ? null : { active, id: Number(message.dataset.messageId), index };
  }

  refocus({ active, id, index }) {
    if (active.isConnected) return;
    const buttons = this.bubbles.get(id)?.node.querySelectorAll(".inline-button") ?? [];
    (buttons[Math.min(index, buttons.length - 1)] ?? this.composer?.input)?.focus({ preventScroll: true });
  }

  // Scrolling

  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.pinned = scrollHeight - scrollTop - clientHeight < 48;
    this.down.hidden = this.pinned;
    if (this.pinned) this.page.maybeRead(this);
  }

  stick() {
    this.pinned = true;
    this.toBottom(false);
  }

  toBottom(smooth) {
    this.pinned = true;
    this.down.hidden = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  // What the person does

  acts() {
    return {
      link: (url, event) => this.follow(url, event),
      command: (text) => this.composer?.sendText(text),
      tap: (message, described, node) => this.tap(message, described, node),
      reply: (id) => this.flash(id),
    };
  }

  follow(url, event) {
    const payload = startPayload(url, state.bot.username);
    if (payload === null) return;
    event.preventDefault();
    this.page.choose(payload, this.isPerson ? this.chat.id : null);
  }

  flash(id) {
    const node = this.bubbles.get(id)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.add("flash");
    setTimeout(() => node.classList.remove("flash"), 1200);
  }

  async tap(message, described, node) {
    if (described.kind === "url") this.followButton(described.url);
    else if (described.kind === "copy_text") await this.copy(described.value);
    else if (described.kind !== "callback") this.page.notify("Такая кнопка в песочнице не работает");
    else if (!this.isPerson) this.page.notify("Кнопку поста нажимает человек: в песочнице это не показывается");
    else await this.tapCallback(message, described, node);
  }

  followButton(url) {
    const payload = startPayload(url, state.bot.username);
    if (payload !== null) this.page.choose(payload, this.isPerson ? this.chat.id : null);
    else if (/^https?:/i.test(url)) window.open(url, "_blank", "noopener");
  }

  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => undefined);
    this.toast("Скопировано");
  }

  async tapCallback(message, described, node) {
    const heardBefore = this.answersHeard;
    node.classList.add("busy");
    const body = { message_id: message.id, row: described.row, column: described.column, data: described.value };
    const accepted = await this.page.attempt(() => post(`people/${this.chat.id}/tap`, body));
    // The answer may come through the event stream before the request itself is answered.
    if (!accepted || this.answersHeard > heardBefore) node.classList.remove("busy");
    setTimeout(() => node.classList.remove("busy"), TAP_PATIENCE);
  }

  draggedOver(event) {
    if (!this.composer?.canReceiveFiles() || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    this.node.classList.add("dropping");
  }

  dropped(event) {
    this.node.classList.remove("dropping");
    const [file] = event.dataTransfer.files;
    if (!file || !this.composer?.canReceiveFiles()) return;
    event.preventDefault();
    this.composer.sendFile("document", file);
  }

  // What the bot does besides messages

  typing(action) {
    this.doing = DOING[action] ?? "печатает";
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => this.stopTyping(), TYPING_LASTS);
    this.syncHeader();
  }

  stopTyping() {
    if (!this.doing) return;
    this.doing = null;
    this.syncHeader();
  }

  callbackAnswered(answer) {
    this.answersHeard += 1;
    for (const node of this.log.querySelectorAll(".inline-button.busy")) node.classList.remove("busy");
    if (answer.url) this.followButton(answer.url);
    if (!answer.text) return;
    if (answer.show_alert) this.alert(answer.text);
    else this.toast(answer.text);
  }

  toast(text) {
    const node = element("div", { class: "toast", testid: "toast", dir: "auto", text });
    this.overlay.append(node);
    setTimeout(() => node.remove(), ANSWER_LASTS + text.length * 25);
  }

  alert(text) {
    const back = document.activeElement;
    const close = () => {
      shade.remove();
      if (back?.isConnected) back.focus({ preventScroll: true });
    };
    const accept = button("text-button", { testid: "alert-close", text: "Понятно", onclick: close });
    const shade = element("div", { class: "shade", onkeydown: (event) => event.key === "Escape" && close() },
      element("div", { class: "alert", testid: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": state.bot.name },
        element("p", { class: "alert-title", text: state.bot.name }),
        element("p", { class: "alert-text", dir: "auto", text }),
        accept));
    this.node.append(shade);
    accept.focus();
  }

  // The menu of a person

  toggleMenu() {
    if (this.menu) {
      this.closeMenu();
      return;
    }
    const { blocked } = this.chat;
    const items = [
      this.menuItem("menu-start", "play", "Отправить /start", () => post(`people/${this.chat.id}/start`, { payload: "" }), blocked),
      blocked
        ? this.menuItem("menu-unblock", "block", "Разблокировать бота", () => post(`people/${this.chat.id}/unblock`))
        : this.menuItem("menu-block", "block", "Заблокировать бота", () => post(`people/${this.chat.id}/block`)),
    ].filter(Boolean);
    this.menu = element("div", { class: "popup head-menu", role: "menu", onkeydown: (event) => walk(event, items) }, ...items);
    this.head.append(this.menu);
    this.forgetMenu = dismissable([this.menu, this.menuButton], () => this.closeMenu());
    items[0].focus();
  }

  menuItem(testid, symbol, label, work, hidden = false) {
    if (hidden) return null;
    return button(`attach-item${testid === "menu-block" ? " danger" : ""}`, {
      role: "menuitem", testid, onclick: () => {
        this.closeMenu();
        this.page.attempt(work);
      },
    }, icon(symbol), element("span", { text: label }));
  }

  closeMenu() {
    this.menu?.remove();
    this.forgetMenu?.();
    this.menu = null;
    this.menuButton.focus();
  }
}
