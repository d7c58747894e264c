/**
 * What the staff's desk adds to server-made HTML:
 *
 * - `[data-upload]` with a file field sends each chosen file as it is to that address and says beside the field what was refused. What was
 *   taken is reported as the action `data-done`, with its address, and with the fields of the form around it, so that nothing typed is lost.
 *   With `data-into` the picture is put into that text instead, where the writing stands.
 * - `[data-mark]` puts the marks of Markdown around what is selected in the text it is `data-for`.
 * - `[data-key]` is pressed (a field or select gets the focus) by that key where nobody types; `[data-focus]` names where the focus goes then.
 * - `[data-dialog]` opens the dialog of that id; Escape leaves a field.
 * - a text with `[data-read]` notes in the field of that id which state (`[data-version]`) of the conversation stood there when the writing began.
 * - in `[data-sheet]` the up and down arrows and Enter go to the same column of the row below or above; changed cells are marked.
 */
const LARGEST = 20 * 1024 * 1024;

function token(): Record<string, string> {
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  return meta('_csrf') ? { [meta('_csrf_header') || 'X-CSRF-TOKEN']: meta('_csrf') } : {};
}

async function upload(place: HTMLElement, field: HTMLInputElement) {
  const error = document.getElementById(`${field.id}-error`);
  const say = (text: string) => {
    if (error) error.textContent = text;
    field.toggleAttribute('aria-invalid', false);
    if (text) field.setAttribute('aria-invalid', 'true');
  };
  say('');
  const addresses: string[] = [];
  place.setAttribute('aria-busy', 'true');
  for (const file of Array.from(field.files ?? [])) {
    if (file.size > LARGEST) {
      say(place.dataset.tooLarge ?? '');
      continue;
    }
    try {
      const answer = await fetch(`${place.dataset.upload}?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream', 'Accept-Language': document.documentElement.lang, ...token() },
        body: file,
      });
      const text = await answer.text();
      if (answer.ok) addresses.push(text);
      else say(answer.status === 422 || answer.status === 413 ? text : (place.dataset.failed ?? ''));
    } catch {
      say(place.dataset.failed ?? '');
    }
  }
  place.removeAttribute('aria-busy');
  field.value = '';
  if (!addresses.length) {
    field.focus();
    return;
  }
  const into = document.getElementById(place.dataset.into ?? '');
  if (into instanceof HTMLTextAreaElement) {
    addresses.forEach((address) => insert(into, `\n\n![`, `](${address.replace('/1280.', '/640.')})\n\n`, place.dataset.alt ?? ''));
    return;
  }
  const values: Record<string, string> = { address: addresses[addresses.length - 1] };
  const form = field.form;
  if (form) {
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') values[name] = name in values && name !== 'address' ? `${values[name]}\n${value}` : value;
    });
  }
  field.closest('regulars-fragment')?.dispatchEvent(new CustomEvent('fragment-action', { detail: { action: place.dataset.done, values: JSON.stringify(values) } }));
}

/** Puts something before and behind what is selected, and selects what stands between. */
function insert(text: HTMLTextAreaElement, before: string, behind: string, otherwise: string) {
  const { selectionStart: from, selectionEnd: to, value } = text;
  const between = value.slice(from, to) || otherwise;
  text.setRangeText(before + between + behind, from, to, 'end');
  text.setSelectionRange(from + before.length, from + before.length + between.length);
  text.focus();
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts the same before every selected line, from the beginning of the first one. */
function insertBeforeLines(text: HTMLTextAreaElement, mark: (line: number) => string) {
  const from = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1;
  const lines = text.value.slice(from, text.selectionEnd).split('\n');
  text.setRangeText(lines.map((line, n) => mark(n) + line).join('\n'), from, text.selectionEnd, 'end');
  text.focus();
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What came before the first letter has been seen; what comes later may not have been. */
function noteRead(event: Event) {
  const text = event.target as HTMLTextAreaElement;
  const read = document.getElementById(text.dataset?.read ?? '');
  if (read instanceof HTMLInputElement) read.value = text.value.trim() ? read.value || (document.querySelector<HTMLElement>('[data-version]')?.dataset.version ?? '') : '';
}

document.addEventListener('input', noteRead);
document.addEventListener('draft-cleared', noteRead);

const MARKS: Record<string, (text: HTMLTextAreaElement) => void> = {
  bold: (text) => insert(text, '**', '**', ''),
  italic: (text) => insert(text, '*', '*', ''),
  heading: (text) => insertBeforeLines(text, () => '## '),
  list: (text) => insertBeforeLines(text, () => '- '),
  steps: (text) => insertBeforeLines(text, (n) => `${n + 1}. `),
  quote: (text) => insertBeforeLines(text, () => '> '),
  link: (text) => insert(text, '[', '](https://)', ''),
  table: (text) => insert(text, '\n\n| ', ' |  |\n| --- | --- |\n|  |  |\n\n', ''),
};

document.addEventListener('click', (event) => {
  const button = (event.target as HTMLElement).closest?.<HTMLElement>('[data-mark]');
  const text = button && document.getElementById(button.dataset.for ?? '');
  if (text instanceof HTMLTextAreaElement) MARKS[button!.dataset.mark!]?.(text);
});

document.addEventListener('change', (event) => {
  const field = event.target as HTMLInputElement;
  const place = field.type === 'file' ? field.closest<HTMLElement>('[data-upload]') : null;
  if (place && field.files?.length) void upload(place, field);
});

document.addEventListener('input', (event) => {
  const cell = event.target as HTMLInputElement;
  if (cell.closest('[data-sheet]') && 'was' in cell.dataset) cell.classList.toggle('changed', cell.value !== cell.dataset.was);
});

document.addEventListener('keydown', (event) => {
  const cell = event.target as HTMLInputElement;
  const sheet = cell.closest?.<HTMLElement>('[data-sheet]');
  if (!sheet || !cell.dataset.column || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (!by || (cell instanceof HTMLSelectElement && event.key !== 'Enter')) return;
  const column = Array.from(sheet.querySelectorAll<HTMLInputElement>(`[data-column="${cell.dataset.column}"]`));
  const next = column[column.indexOf(cell) + by];
  event.preventDefault();
  if (next) {
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
  }
});

document.addEventListener('click', (event) => {
  const opener = (event.target as HTMLElement).closest?.<HTMLElement>('[data-dialog]');
  const dialog = opener && document.getElementById(opener.dataset.dialog!);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
});

document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  const typing = target.matches?.('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]');
  if (typing && event.key === 'Escape') {
    target.blur();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open], vaadin-dialog-overlay')) return;
  const wanted = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted || (wanted as HTMLButtonElement).disabled) return;
  event.preventDefault();
  if (wanted.matches('select, textarea, input:not([type=radio]):not([type=checkbox])')) wanted.focus();
  else wanted.click();
  if (wanted.dataset.focus) setTimeout(() => document.getElementById(wanted.dataset.focus!)?.focus(), 60);
});
