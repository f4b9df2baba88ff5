// Talking to the sandbox: requests that change something, and the stream of what happened.

/** A refusal with a sentence that can be shown to the person at the page. */
export class Refused extends Error {}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error || `Песочница ответила ошибкой ${response.status}`);
  return body;
}

async function request(path, options) {
  try {
    return await answer(await fetch(`/control/${path}`, options));
  } catch (problem) {
    if (problem instanceof Refused) throw problem;
    throw new Refused("Песочница не отвечает. Проверьте, что программа запущена.");
  }
}

export const read = (path) => request(path, {});

export function post(path, body = {}) {
  return request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sandbox": "1" },
    body: JSON.stringify(body),
  });
}

export function upload(path, file, caption) {
  const form = new FormData();
  form.append("caption", caption);
  form.append("file", file, file.name);
  return request(path, { method: "POST", headers: { "X-Sandbox": "1" }, body: form });
}

const EVENTS = ["state", "message", "deleted", "typing", "answer", "person", "channel", "clock"];

/** Every connection begins with the whole state, so a page that lost events is right again after reconnecting. */
export function listen(onEvent, onConnected) {
  let source = null;
  let retry = null;
  const connect = () => {
    source = new EventSource("/control/events");
    source.onopen = () => onConnected(true);
    source.onerror = () => {
      onConnected(false);
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(retry);
      retry = setTimeout(connect, 1500);
    };
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => onEvent(name, JSON.parse(event.data)));
    }
  };
  connect();
}
