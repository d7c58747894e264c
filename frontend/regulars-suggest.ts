/**
 * Suggestions below the shop's search field, on painted and live pages alike: an editable combobox with a list of links
 * (WAI-ARIA authoring practices). The server makes the list; without this file the form still searches.
 *
 * Arrow keys choose, Enter goes there (or searches where nothing is chosen), Escape closes, and once more empties the field.
 */
const SHORTEST = 2;
const PAUSE = 90;

let list: HTMLElement | null = null;
let status: HTMLElement | null = null;
let field: HTMLInputElement | null = null;
let asked = '';
let timer = 0;
let asking: AbortController | null = null;

function fieldOf(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.closest('form.search[data-suggest]') ? target : null;
}

function options(): HTMLElement[] {
  return list ? Array.from(list.querySelectorAll<HTMLElement>('[role=option]')) : [];
}

/** Makes the field a combobox and puts the list into its form, once for each form. */
function prepare(input: HTMLInputElement) {
  const form = input.form!;
  if (field === input && list && form.contains(list)) return;
  close();
  field = input;
  list = form.querySelector<HTMLElement>('.suggestions');
  status = form.querySelector<HTMLElement>('.suggest-status');
  if (!list || !status) {
    list = document.createElement('div');
    list.className = 'suggestions';
    list.id = `${input.id}-suggestions`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', form.dataset.suggest!);
    list.hidden = true;
    status = document.createElement('span');
    status.className = 'sr suggest-status';
    status.setAttribute('role', 'status');
    form.append(list, status);
    // a click must not take the focus away before it is one
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', () => window.setTimeout(close));
  }
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-haspopup', 'listbox');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
}

function close() {
  window.clearTimeout(timer);
  asking?.abort();
  asked = '';
  if (list) list.hidden = true;
  field?.setAttribute('aria-expanded', 'false');
  field?.removeAttribute('aria-activedescendant');
}

function choose(option: HTMLElement | undefined) {
  options().forEach((other) => other.setAttribute('aria-selected', String(other === option)));
  if (option) {
    field!.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else {
    field!.removeAttribute('aria-activedescendant');
  }
}

async function ask(input: HTMLInputElement) {
  const text = input.value.trim();
  if (text.length < SHORTEST) {
    close();
    return;
  }
  if (text === asked && !list!.hidden) return;
  asked = text;
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(`/search/suggest?q=${encodeURIComponent(text)}&lang=${document.documentElement.lang || 'en'}`, {
      signal: asking.signal,
      headers: { Accept: 'text/html' },
    });
    const html = answer.ok ? await answer.text() : '';
    if (asked !== text || document.activeElement !== input || !html) return;
    show(html);
  } catch {
    // overtaken by what was typed since, or no connection: the form still searches
  }
}

function show(html: string) {
  list!.innerHTML = html;
  options().forEach((option, n) => {
    option.id = `${list!.id}-${n}`;
    option.setAttribute('aria-selected', 'false');
  });
  list!.hidden = false;
  field!.setAttribute('aria-expanded', 'true');
  field!.removeAttribute('aria-activedescendant');
  status!.textContent = list!.querySelector('[data-status]')?.textContent ?? '';
}

document.addEventListener('input', (event) => {
  const input = fieldOf(event.target);
  if (!input) return;
  prepare(input);
  window.clearTimeout(timer);
  timer = window.setTimeout(() => ask(input), PAUSE);
});

document.addEventListener('focusin', (event) => {
  const input = fieldOf(event.target);
  if (input) prepare(input);
  else if (list && !list.hidden && !list.closest('form')?.contains(event.target as Node)) close();
});

document.addEventListener('focusout', (event) => {
  if (fieldOf(event.target) && !list?.contains(event.relatedTarget as Node)) close();
});

document.addEventListener('submit', (event) => {
  if ((event.target as HTMLElement).matches('form.search')) close();
}, true);

document.addEventListener('keydown', (event) => {
  const input = fieldOf(event.target);
  if (!input || event.isComposing) return;
  prepare(input);
  const all = options();
  const at = all.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const open = !list!.hidden && all.length > 0;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (!open) {
      asked = '';
      void ask(input);
    } else if (event.key === 'ArrowDown') {
      choose(all[at + 1]);
    } else {
      choose(at < 0 ? all[all.length - 1] : all[at - 1]);
    }
  } else if (event.key === 'Enter' && open && at >= 0) {
    event.preventDefault();
    all[at].click();
  } else if (event.key === 'Escape' && open) {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
}, true);

export {};
