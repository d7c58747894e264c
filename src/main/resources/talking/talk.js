/*
 * The customer's side of a live talk. What she sends has a key of her own and stays in the outbox of this tab until the server has it: a
 * line that is sent twice is there once. Asks every two seconds for what came after the last line that is shown. Without this file the
 * forms of the page do the same, by reload.
 */
(() => {
  try {
    const theme = localStorage.getItem('theme');
    if (theme) document.documentElement.dataset.theme = theme;
  } catch { /* not allowed here */ }
  const read = (number) => {
    try { return JSON.parse(sessionStorage.getItem(`talk:${number}`) ?? '[]'); } catch { return []; }
  };
  const over = document.getElementById('talk-over');
  if (over) {
    // what could not be said any more is not lost: she can take it along
    const unsaid = read(over.dataset.number);
    const place = document.getElementById('talk-unsaid');
    if (unsaid.length) {
      place.append(Object.assign(document.createElement('p'), { textContent: place.dataset.title }));
      unsaid.forEach((line) => place.append(Object.assign(document.createElement('blockquote'), { textContent: line.text })));
    }
  }
  const room = document.getElementById('live-talk');
  if (!room) return;
  const number = room.dataset.number;
  const lines = document.getElementById('talk-lines');
  const form = document.getElementById('talk-form');
  const field = document.getElementById('talk-text');
  const error = document.getElementById('talk-text-error');
  // the script looks by itself
  document.getElementById('talk-reload').remove();
  let after = Number(room.dataset.after);
  let outbox = read(number);
  let sending = false;
  let asking = false;
  let typedAt = 0;
  let left = false;

  const keep = () => {
    try { sessionStorage.setItem(`talk:${number}`, JSON.stringify(outbox)); } catch { /* kept in this page only */ }
  };
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const byKey = (key) => key ? lines.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
  const make = (tag, css, text) => Object.assign(document.createElement(tag), { className: css, textContent: text });
  const down = () => { lines.scrollTop = lines.scrollHeight; };

  function item(who, name, text, at, key) {
    const row = make('div', `line ${who}`, '');
    row.dataset.key = key;
    if (who === 'joined') {
      row.append(make('span', 'hint', room.dataset.joined.replace('@@', name)));
    } else {
      const by = make('b', 'by', `${who === 'customer' ? room.dataset.you : name} `);
      by.append(make('time', '', at));
      const spoken = make('span', 'spoken', text);
      spoken.dir = 'auto';
      row.append(by, spoken);
    }
    return row;
  }

  function pending(line) {
    if (byKey(line.key)) return;
    const row = item('customer', '', line.text, '', line.key);
    row.classList.add('pending');
    row.append(make('span', 'hint unsent', room.dataset.unsent));
    lines.append(row);
    down();
  }

  function taken(key) {
    outbox = outbox.filter((line) => line.key !== key);
    keep();
    byKey(key)?.querySelector('.unsent')?.remove();
  }

  function show(line) {
    after = Math.max(after, line.n);
    if (lines.querySelector(`[data-n="${line.n}"]`)) return;
    // what she sent stands where the server has put it, before what it does not have yet
    byKey(line.key)?.remove();
    const row = item(line.who, line.name, line.text, line.at, line.key);
    row.dataset.n = line.n;
    lines.insertBefore(row, lines.querySelector('.pending'));
    if (line.key) taken(line.key);
    down();
  }

  async function flush() {
    if (sending || left || !navigator.onLine) return;
    sending = true;
    try {
      while (outbox.length) {
        const line = outbox[0];
        const answer = await fetch('/talk/say', { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(line) });
        if (answer.ok) {
          taken(line.key);
        } else if (answer.status === 422) {
          // refused for good: she gets it back with the reason; where the talk is over, or nobody knows yet, it stays in the outbox, and the page of the ended talk shows it
          const words = (await answer.json()).error;
          const state = await ask();
          if (!state || state === 'ended') return;
          taken(line.key);
          byKey(line.key)?.remove();
          field.value = field.value ? `${line.text}\n${field.value}` : line.text;
          error.textContent = words;
        } else {
          break;
        }
      }
    } catch {
      // no connection: the next round tries again
    } finally {
      sending = false;
    }
  }

  async function ask() {
    if (asking || left || !navigator.onLine) return '';
    asking = true;
    try {
      const answer = await fetch(`/talk/lines?after=${after}&writing=${Date.now() - typedAt < 3000}`, { headers: { Accept: 'application/json' } });
      if (answer.status === 404) {
        left = true;
        location.reload();
        return 'ended';
      }
      if (!answer.ok) return '';
      const talk = await answer.json();
      talk.lines.forEach(show);
      const state = talk.state === 'waiting' ? room.dataset.waiting : room.dataset.running.replace('@@', talk.with);
      const place = document.getElementById('talk-state');
      if (place.textContent !== state) place.textContent = state;
      const writes = talk.writing ? room.dataset.writes.replace('@@', talk.with) : '';
      const shown = document.getElementById('talk-writes');
      if (shown.textContent !== writes) shown.textContent = writes;
      if (talk.state === 'ended') {
        left = true;
        location.reload();
      }
      return talk.state;
    } catch {
      return '';
    } finally {
      asking = false;
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    const line = { key: newKey(), text };
    outbox.push(line);
    keep();
    pending(line);
    field.value = '';
    error.textContent = '';
    typedAt = 0;
    field.focus();
    void flush();
  });
  field.addEventListener('input', () => { typedAt = Date.now(); });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  // whoever leaves says first what is still in the outbox
  document.getElementById('talk-leave').addEventListener('submit', (event) => {
    if (!outbox.length) {
      left = true;
      return;
    }
    event.preventDefault();
    error.textContent = room.dataset.unsent;
    void flush();
  });
  window.addEventListener('online', () => void flush());
  // a line of a page before this one: a reload must not lose it
  outbox = outbox.filter((line) => !byKey(line.key));
  keep();
  outbox.forEach(pending);
  down();
  setInterval(() => void ask().then(flush), 2000); // one after the other: what is refused asks how the talk stands
  void flush();
})();
