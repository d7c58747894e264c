/**
 * What the staff's desk adds to server-made HTML:
 *
 * - `[data-upload]` with a file field sends each chosen file as it is to that address and says beside the field what was refused. What was
 *   taken is reported as the action `data-done`, with its address, and with the fields of the form around it, so that nothing typed is lost.
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
  const values: Record<string, string> = { address: addresses[addresses.length - 1] };
  const form = field.form;
  if (form) {
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') values[name] = name in values && name !== 'address' ? `${values[name]}\n${value}` : value;
    });
  }
  field.closest('regulars-fragment')?.dispatchEvent(new CustomEvent('fragment-action', { detail: { action: place.dataset.done, values: JSON.stringify(values) } }));
}

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
