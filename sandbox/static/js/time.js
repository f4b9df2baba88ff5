// Dates and numbers the way people in the school read them. The zone comes from the sandbox, not from the browser.

let zone = "Europe/Moscow";

export function useZone(name) {
  zone = name;
}

const formats = new Map();

function format(options, date) {
  const key = `${zone}${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat("ru-RU", { timeZone: zone, ...options }));
  }
  return formats.get(key).format(new Date(date));
}

export const time = (date) => format({ hour: "2-digit", minute: "2-digit" }, date);

export const dayKey = (date) => format({ year: "numeric", month: "2-digit", day: "2-digit" }, date);

export function day(date, now) {
  const sameYear = format({ year: "numeric" }, date) === format({ year: "numeric" }, now);
  return sameYear
    ? format({ day: "numeric", month: "long" }, date)
    : format({ day: "numeric", month: "long", year: "numeric" }, date);
}

export function dayWithWeekday(date) {
  return `${format({ weekday: "short" }, date)}, ${format({ day: "numeric", month: "long" }, date)}`;
}

export const dayAndTime = (date) => `${format({ day: "numeric", month: "long" }, date)}, ${time(date)}`;

/** In a list: the time if it is today, otherwise the short date. */
export function brief(date, now) {
  return dayKey(date) === dayKey(now) ? time(date) : format({ day: "numeric", month: "short" }, date);
}

export function size(bytes) {
  if (bytes === null || bytes === undefined) return "";
  if (bytes < 1024) return `${bytes} Б`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(bytes < 10240 ? 1 : 0)} КБ`.replace(".", ",");
  return `${(bytes / 1024 / 1024).toFixed(1)} МБ`.replace(".", ",");
}
