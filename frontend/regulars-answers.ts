/**
 * A text with `data-answers="<id>"` shows in that element what may answer it already, while somebody writes: on painted and live pages
 * alike, with one small request after a pause. The server makes the list; without this file the question can still be sent.
 */
const SHORTEST = 8;
const PAUSE = 350;

let timer = 0;
let asking: AbortController | null = null;
let asked = '';

async function ask(field: HTMLTextAreaElement) {
  const text = field.value.trim().slice(0, 300);
  const place = document.getElementById(field.dataset.answers!);
  if (!place || text === asked) return;
  asked = text;
  asking?.abort();
  if (text.length < SHORTEST) {
    place.innerHTML = '';
    return;
  }
  asking = new AbortController();
  try {
    const answer = await fetch(`/ask/answers?q=${encodeURIComponent(text)}&lang=${document.documentElement.lang || 'en'}`, {
      signal: asking.signal,
      headers: { Accept: 'text/html' },
    });
    const html = answer.ok ? await answer.text() : '';
    // whoever reads with the keyboard in the list is not torn out of it
    if (asked === text && !place.contains(document.activeElement) && place.dataset.shown !== html) {
      place.innerHTML = html;
      place.dataset.shown = html;
    }
  } catch {
    // overtaken by what was written since, or no connection
  }
}

function wait(target: EventTarget | null, pause: number) {
  if (!(target instanceof HTMLTextAreaElement) || !target.dataset.answers) return;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void ask(target), pause);
}

document.addEventListener('input', (event) => wait(event.target, PAUSE));
// what was kept of a draft is answered as soon as somebody comes back to it
document.addEventListener('focusin', (event) => wait(event.target, 0));

export {};
