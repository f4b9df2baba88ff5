// Dialogs over the whole page: «open as …» and «new person».

import { avatar, button, element, icon } from "./dom.js";
import { state } from "./store.js";

/** `act`: as(personId), asNew(name). `preferred` (the person in whose chat the link stood) comes first. */
export function chooser({ title, payload, preferred, act }) {
  const people = [...state.people].sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  const dialog = frame("chooser", "Открыть как…", title || "Ссылка на бота",
    payload && element("code", { class: "payload", text: `/start ${payload}` }),
    element("div", { class: "chooser-list" }, ...people.map((each) => choice(each, each.id === preferred, () => {
      dialog.close();
      act.as(each.id);
    }))),
    nameForm("Новый человек", "Открыть", "open-as-new", (name) => {
      dialog.close();
      act.asNew(name);
    }));
  show(dialog);
}

export function newPerson(act) {
  const dialog = frame("new-person-dialog", "Новый человек", "У него появится своя пустая переписка с ботом.",
    nameForm("Имя и фамилия", "Создать", "new-person-create", (name) => {
      dialog.close();
      act(name);
    }));
  show(dialog);
  dialog.querySelector("input").focus();
}

function frame(testid, title, note, ...content) {
  const dialog = element("dialog", { class: "dialog", testid, "aria-label": title, onclose: () => dialog.remove() });
  const close = button("icon-button", { "aria-label": "Закрыть окно", onclick: () => dialog.close() }, icon("close"));
  dialog.append(element("div", { class: "dialog-body" },
    element("div", { class: "dialog-head" }, element("h2", { text: title }), close),
    element("p", { class: "dialog-note", text: note }),
    ...content.filter(Boolean)));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}

function show(dialog) {
  document.body.append(dialog);
  dialog.showModal();
}

function choice(each, preferred, chosen) {
  return button("choice", { testid: `open-as-${each.id}`, onclick: chosen },
    avatar(each.id, each.name),
    element("span", { class: "list-text" },
      element("span", { class: "list-name", text: each.name }),
      element("span", { class: "list-preview", text: [preferred && "эта переписка", each.hint].filter(Boolean).join(" · ") || "человек" })));
}

function nameForm(label, action, testid, done) {
  const input = element("input", {
    class: "field", testid: "new-person-name", placeholder: label, "aria-label": "Имя нового человека", maxlength: "64", autocomplete: "off",
  });
  return element("form", {
    class: "name-form", onsubmit: (event) => {
      event.preventDefault();
      const name = input.value.trim();
      if (name) done(name);
      else input.focus();
    },
  },
  element("span", { class: "link-icon plus", "aria-hidden": "true" }, icon("plus")),
  input, element("button", { type: "submit", class: "fill-button", testid, text: action }));
}

/** A short notice over the whole page, for refusals that belong to no conversation. */
export function notify(text) {
  const region = document.querySelector(".notices")
    ?? document.body.appendChild(element("div", { class: "notices", role: "alert" }));
  const node = element("div", { class: "toast", testid: "notice", text });
  region.append(node);
  setTimeout(() => node.remove(), 4500 + text.length * 25);
}
