// The sandbox's clock: what time it is there, moving it forward, and what came of it.

import { post } from "./api.js";
import { icon, element } from "./dom.js";
import { state } from "./store.js";
import { dayAndTime, dayWithWeekday, time } from "./time.js";

const REPORT_LASTS = 9000;
const STEPS = ["hour", "day", "next"];
const byId = (id) => document.getElementById(id);

export class Clock {
  constructor(page) {
    this.page = page;
    this.busy = false;
    byId("clock-next").append(
      element("span", { class: "wide", text: "К следующему сообщению" }), icon("next"));
    for (const step of STEPS) byId(`clock-${step}`).addEventListener("click", () => this.move(step));
  }

  draw() {
    const { now, zone_name: zoneName } = state.clock;
    byId("clock-now").dateTime = now;
    byId("clock-now").replaceChildren(
      element("span", { class: "clock-date", text: dayWithWeekday(now) }), element("span", { class: "clock-time", text: time(now) }));
    byId("clock-zone").textContent = zoneName;
    for (const step of STEPS) byId(`clock-${step}`).setAttribute("aria-disabled", String(this.busy));
    this.drawNext();
  }

  drawNext() {
    const next = byId("clock-next");
    next.hidden = !state.knows_next_due;
    next.classList.toggle("idle", !state.next_due);
    next.title = state.next_due
      ? `Следующее сообщение бота: ${dayAndTime(state.next_due)}` : "Бот пока ничего не собирается присылать";
  }

  async move(step) {
    if (this.busy) return;
    this.setBusy(true, step);
    const result = await this.page.attempt(() => post("clock", { step }));
    this.setBusy(false, step);
    if (result) this.report(result);
  }

  setBusy(busy, step) {
    this.busy = busy;
    document.querySelector(".clock").classList.toggle("busy", busy);
    document.querySelector(".clock").setAttribute("aria-busy", String(busy));
    byId(`clock-${step}`).classList.toggle("busy", busy);
    this.draw();
  }

  report(result) {
    const node = byId("clock-report");
    node.textContent = result.moved
      ? `до ${dayAndTime(result.now)}; ${arrived(result.messages)}` : "Бот пока ничего не собирается присылать: время не сдвинуто";
    node.hidden = false;
    clearTimeout(this.reportEnds);
    this.reportEnds = setTimeout(() => {
      node.hidden = true;
    }, REPORT_LASTS);
  }
}

const arrived = (count) => (count ? `пришло сообщений: ${count}` : "ничего не пришло");
