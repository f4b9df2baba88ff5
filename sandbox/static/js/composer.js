// The lower edge of a column: what a person can do now — start, unblock, or write, attach, choose a command, press a reply key.

import { post, upload } from "./api.js";
import { button, dismissable, element, icon } from "./dom.js";

const LARGEST_PHOTO = 10 * 1024 * 1024;

/** `page.attempt(work)` runs a request and shows its refusal; `speak()` tells the column that its person has just acted. */
export class Composer {
  constructor(chat, page, speak) {
    this.chat = chat;
    this.page = page;
    this.speak = speak;
    this.keyboardHidden = false;
    this.lastKeyboard = null;
    this.node = element("footer", { class: "composer" });
    this.build();
    this.sync();
  }

  build() {
    this.commandsButton = button("menu-button", {
      testid: "commands", "aria-label": "Команды бота", "aria-haspopup": "menu", onclick: () => this.toggleCommands(),
    }, element("span", { class: "slash", text: "/" }));
    this.attachButton = button("icon-button", {
      testid: "attach", "aria-label": "Прикрепить", "aria-haspopup": "menu", onclick: () => this.toggleAttach(),
    }, icon("clip"));
    this.input = element("textarea", {
      class: "input", rows: "1", testid: "composer", "aria-label": `Сообщение боту от имени: ${this.chat.name}`,
      placeholder: "Сообщение", dir: "auto", enterkeyhint: "send", autocomplete: "off",
      oninput: () => this.typed(), onkeydown: (event) => this.key(event), onpaste: (event) => this.pasted(event),
    });
    this.keyboardButton = button("icon-button", {
      testid: "keyboard-toggle", "aria-label": "Клавиатура бота", onclick: () => this.toggleKeyboard(),
    }, icon("keyboard"));
    this.sendButton = button("send-button", { testid: "send", "aria-label": "Отправить", onclick: () => this.send() }, icon("send"));
    this.documentInput = this.filePicker("document-input", "", (file) => this.sendFile("document", file));
    this.photoInput = this.filePicker("photo-input", "image/png,image/jpeg,image/webp", (file) => this.sendFile("photo", file));
    this.keyboard = element("div", { class: "reply-keyboard", testid: "reply-keyboard", role: "group", "aria-label": "Клавиатура бота" });
    this.row = element("div", { class: "composer-row" },
      this.commandsButton, this.attachButton, this.input, this.keyboardButton, this.sendButton, this.documentInput, this.photoInput);
    this.start = this.bigButton("start", "Запустить", "play", () => post(this.path("start"), { payload: "" }));
    this.unblock = this.bigButton("unblock", "Разблокировать", null, () => post(this.path("unblock")));
  }

  filePicker(testid, accept, chosen) {
    const picker = element("input", {
      type: "file", class: "file-input", testid, accept, tabindex: "-1", "aria-hidden": "true",
      onchange: () => {
        if (picker.files.length) chosen(picker.files[0]);
        picker.value = "";
      },
    });
    return picker;
  }

  bigButton(testid, label, symbol, work) {
    return button("big-button", { testid, onclick: () => this.act(work) }, symbol && icon(symbol), element("span", { text: label }));
  }

  path(action) {
    return `people/${this.chat.id}/${action}`;
  }

  /** Bring what is shown in line with the person's state. */
  sync() {
    const parts = this.partsNow();
    // An open pop-up is no part: a message that arrives must not close it or take the focus out of the field.
    const present = [...this.node.children].filter((child) => child !== this.popup);
    if (present.length !== parts.length || parts.some((part, index) => present[index] !== part)) {
      this.closePopup();
      this.node.replaceChildren(...parts);
    }
    this.commandsButton.hidden = !this.chat.commands?.length;
    this.syncKeyboard();
    this.syncSend();
  }

  partsNow() {
    if (this.chat.blocked) return [this.unblock];
    if (!this.chat.messages.length) return [this.start];
    return [this.row, this.keyboard];
  }

  syncKeyboard() {
    const described = this.chat.reply_keyboard;
    const version = JSON.stringify(described ?? null);
    if (version !== this.lastKeyboard) {
      this.lastKeyboard = version;
      this.keyboardHidden = false;
      this.keyboard.replaceChildren(...(described?.rows ?? []).map((row) => this.keyboardRow(row)));
      this.input.placeholder = described?.placeholder || "Сообщение";
    }
    const present = Boolean(described?.rows?.length);
    this.keyboard.hidden = !present || this.keyboardHidden;
    this.keyboardButton.hidden = !present;
    this.keyboardButton.setAttribute("aria-expanded", String(!this.keyboard.hidden));
  }

  keyboardRow(row) {
    return element("div", { class: "reply-row" }, ...row.map((each) => button("reply-button", {
      testid: "reply-button", onclick: () => this.pressed(each),
    }, each.kind === "contact" && icon("contact"), element("span", { dir: "auto", text: each.text }))));
  }

  pressed(described) {
    if (described.kind === "unsupported") {
      this.page.notify("Такая кнопка клавиатуры в песочнице не работает");
      return;
    }
    if (this.chat.reply_keyboard?.one_time) {
      this.keyboardHidden = true;
      this.syncKeyboard();
    }
    this.act(() => (described.kind === "contact" ? post(this.path("contact")) : post(this.path("text"), { text: described.text })));
  }

  toggleKeyboard() {
    this.keyboardHidden = !this.keyboardHidden;
    this.syncKeyboard();
  }

  typed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 160)}px`;
    this.syncSend();
    this.suggestCommands();
  }

  syncSend() {
    this.sendButton.disabled = !this.input.value.trim();
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  async send() {
    const text = this.input.value;
    if (!text.trim()) return;
    this.closePopup();
    this.write("");
    const sent = await this.act(() => post(this.path("text"), { text }));
    // What was refused goes back into the field: nothing typed is lost.
    if (!sent && !this.input.value) this.write(text);
    this.input.focus();
  }

  write(text) {
    this.input.value = text;
    this.typed();
  }

  sendText(text) {
    return this.act(() => post(this.path("text"), { text }));
  }

  async act(work) {
    this.speak();
    return this.page.attempt(work);
  }

  async sendFile(kind, file) {
    const suits = kind === "photo" && (!file.type.startsWith("image/") || file.size > LARGEST_PHOTO) ? "document" : kind;
    const caption = this.input.value.trim();
    this.write("");
    this.node.classList.add("uploading");
    const sent = await this.act(() => upload(this.path(suits), file, caption));
    this.node.classList.remove("uploading");
    if (!sent && !this.input.value) this.write(caption);
  }

  pasted(event) {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.sendFile(file.type.startsWith("image/") ? "photo" : "document", file);
  }

  canReceiveFiles() {
    return this.node.contains(this.row);
  }

  // Pop-ups: commands and attachments

  suggestCommands() {
    const typed = this.input.value;
    const matching = /^\/\w*$/.test(typed) ? this.commandsStarting(typed.slice(1)) : [];
    if (matching.length) this.showCommands(matching, false);
    else if (this.popup?.classList.contains("command-menu")) this.closePopup();
  }

  commandsStarting(beginning) {
    return (this.chat.commands ?? []).filter((each) => each.command.startsWith(beginning.toLowerCase()));
  }

  toggleCommands() {
    if (this.popup?.classList.contains("command-menu")) this.closePopup();
    else this.showCommands(this.chat.commands ?? [], true);
  }

  showCommands(commands, focus) {
    const choose = (command) => {
      this.closePopup();
      this.write("");
      this.sendText(`/${command}`);
      this.input.focus();
    };
    this.showPopup("command-menu", commands.map((each) => button("command", {
      role: "menuitem", testid: `command-${each.command}`, onclick: () => choose(each.command),
    }, element("span", { class: "command-name", text: `/${each.command}` }),
    element("span", { class: "command-about", text: each.description }))), focus);
  }

  toggleAttach() {
    if (this.popup?.classList.contains("attach-menu")) {
      this.closePopup();
      return;
    }
    const item = (testid, symbol, label, work) => button("attach-item", {
      role: "menuitem", testid, onclick: () => {
        this.closePopup();
        work();
      },
    }, icon(symbol), element("span", { text: label }));
    this.showPopup("attach-menu", [
      item("attach-document", "document", "Документ", () => this.documentInput.click()),
      item("attach-photo", "photo", "Фотография", () => this.photoInput.click()),
      item("attach-contact", "contact", "Мой контакт", () => this.act(() => post(this.path("contact")))),
    ], true);
  }

  showPopup(name, items, focus) {
    this.closePopup();
    this.popup = element("div", { class: `popup ${name}`, role: "menu", onkeydown: (event) => walk(event, items) }, ...items);
    this.node.append(this.popup);
    this.forget = dismissable([this.popup, this.commandsButton, this.attachButton, this.input], () => this.closePopup());
    if (focus) items[0]?.focus();
  }

  closePopup() {
    if (!this.popup) return;
    const hadFocus = this.popup.contains(document.activeElement);
    this.popup.remove();
    this.forget();
    this.popup = null;
    if (hadFocus) this.input.focus();
  }
}

/** Arrow keys move through a menu. */
export function walk(event, items) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const index = items.indexOf(document.activeElement);
  items.at((index + step) % items.length).focus();
}
