// Building the page: small helpers over the DOM. Nothing here (or anywhere on the page) takes markup as a string:
// what people and the bot write reaches the document only as text nodes.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.500 13.500L20 4",
  clip: "M20 11.500l-8.200 8.200a5 5 0 0 1-7.100-7.100l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700l-8.400 8.400a1.700 1.700 0 0 1-2.400-2.400L14.500 7.500",
  document: "M7 3h7l5 5v13H7zM14 3v5h5",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.500v.01",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.8-4 3.400-6 7-6s6.200 2 7 6",
  keyboard: "M3 7h18v11H3zM7 11v.01M11 11v.01M15 11v.01M8 15h8",
  link: "M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1",
  external: "M8 16L17 7M10 7h7v7",
  plus: "M12 5v14M5 12h14",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.700 5.700l12.600 12.600",
  channel: "M4 10v4h3l8 4V6L7 10zM18.500 9.500a4 4 0 0 1 0 5",
  next: "M5 6l8 6-8 6zM18 6v12",
  down: "M6 9l6 6 6-6",
  copy: "M9 9h11v11H9zM5 15V4h11",
  play: "M8 5l11 7-11 7z",
};

/** Create an element: `properties` are attributes, `on…` listeners, or `class`, `text`, `testid`. */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    assign(node, name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function assign(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "text") node.textContent = value;
  else if (name === "testid") node.dataset.testid = value;
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

export function button(className, properties, ...children) {
  return element("button", { type: "button", class: className, ...properties }, ...children);
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const AVATAR_HUES = [210, 152, 28, 268, 342, 186, 52, 235];

export function avatar(id, name, symbol = null) {
  const hue = AVATAR_HUES[Math.abs(Number(id)) % AVATAR_HUES.length];
  const node = element("span", { class: "avatar", "aria-hidden": "true" });
  node.style.setProperty("--hue", hue);
  node.append(symbol ? icon(symbol) : initials(name));
  return node;
}

function initials(name) {
  const words = name.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word][0].toUpperCase());
  return letters.join("") || [...name.trim()][0] || "?";
}

/** Close a pop-up on Escape or on a press outside it; the returned function takes the listeners away. */
export function dismissable(inside, close) {
  const pressed = (event) => {
    if (!inside.some((node) => node.contains(event.target))) close();
  };
  const key = (event) => {
    if (event.key === "Escape") close();
  };
  document.addEventListener("pointerdown", pressed, true);
  document.addEventListener("keydown", key);
  return () => {
    document.removeEventListener("pointerdown", pressed, true);
    document.removeEventListener("keydown", key);
  };
}
