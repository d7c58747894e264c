import './regulars-suggest';
import './regulars-answers';
// notices may be shown on any page at any moment, also while the rest of a page is still on its way
import '@vaadin/notification/src/vaadin-notification.js';

/**
 * Shows one piece of server-made HTML inside a live page, in the light DOM.
 *
 * - On the first page it adopts the nodes that the public HTML already painted (`[data-fragment="<key>"]` in
 *   `#static-page`), so that nothing jumps, no picture loads twice and nothing typed is lost.
 * - Clicks on `[data-action]` and submits of `form[data-action]` become one event, `fragment-action`, with the
 *   action's name and the values (`data-*` of the element, fields of the form, as `seen` the `data-version` that stands in the fragment); `data-input` on a field reports typing.
 * - `data-whole` on a button or a field brings along what stands in all the fields of its form.
 * - `data-fill` on a file field reads a text file into another field.
 * - `data-step`, `data-picture`, `data-go` (a select whose values are addresses) and `form[data-navigate]` are answered here.
 * - A link inside of `[data-results]` reports its address as the action `opened`, and leads there all the same.
 * - Ctrl+Enter in a text sends its form; `fieldError(id, text)` says in `#<id>-error` what is wrong and puts the focus there.
 */
class RegularsFragment extends HTMLElement {
  private content: string | null = null;

  connectedCallback() {
    this.style.display = 'contents';
    this.addEventListener('click', this.onClick);
    this.addEventListener('change', this.onChange);
    this.addEventListener('submit', this.onSubmit);
    this.addEventListener('input', this.onInput);
    this.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('change', this.onChange);
    this.removeEventListener('submit', this.onSubmit);
    this.removeEventListener('input', this.onInput);
    this.removeEventListener('keydown', this.onKey);
  }

  /** Replaces the content; keeps what the public page painted when it is the very same text. */
  set(html: string, key: string, hash: string) {
    if (this.content === html) return;
    const first = this.content === null;
    this.content = html;
    if (key === 'header') queueMicrotask(showQuery);
    if (key === 'footer') queueMicrotask(showTheme);
    if (first) {
      const painted = document.querySelector(`#static-page [data-fragment="${CSS.escape(key)}"]`);
      if (painted && painted.getAttribute('data-hash') === hash) {
        const focus = document.activeElement;
        this.replaceChildren(...painted.childNodes);
        if (focus instanceof HTMLElement && this.contains(focus)) focus.focus({ preventScroll: true });
        this.bringDrafts();
        return;
      }
    }
    this.keepingFocus(this, () => (this.innerHTML = html));
  }

  /** Replaces the inside of the first element that matches, for a small change in a large fragment. */
  patch(selector: string, html: string) {
    const target = this.querySelector<HTMLElement>(selector);
    if (target) this.keepingFocus(target, () => (target.innerHTML = html));
  }

  /** Fields marked data-keep keep what was typed; the focus stays on the element of the same id. */
  private keepingFocus(root: HTMLElement, change: () => void) {
    const active = document.activeElement;
    const focused = root.contains(active) ? markOf(active!) : '';
    const typed = new Map<string, string>();
    root.querySelectorAll<HTMLInputElement>('input[data-keep],textarea[data-keep]').forEach((f) => typed.set(f.id, f.value));
    change();
    typed.forEach((value, id) => {
      const field = root.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
      if (field) field.value = value;
    });
    this.bringDrafts();
    if (focused) (root.querySelector<HTMLElement>(focused) ?? document.querySelector<HTMLElement>(focused))?.focus({ preventScroll: true });
  }

  /** Fields with data-draft="<name>" get back what was typed in this tab and never sent. */
  private bringDrafts() {
    this.querySelectorAll<HTMLInputElement>('[data-draft]').forEach((field) => {
      const kept = sessionStorage.getItem(`draft:${field.dataset.draft}`);
      if (kept && !field.value) field.value = kept;
    });
  }

  /** Forgets what was typed into the fields of that draft, and empties them. */
  clearDraft(key: string) {
    sessionStorage.removeItem(`draft:${key}`);
    this.querySelectorAll<HTMLInputElement>(`[data-draft="${CSS.escape(key)}"]`).forEach((field) => {
      field.value = '';
      field.dispatchEvent(new CustomEvent('draft-cleared', { bubbles: true }));
    });
  }

  /** Says beside the field what is wrong with it; an empty text takes all such words away. */
  fieldError(id: string, text: string) {
    this.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
    this.querySelectorAll('[id$="-error"]').forEach((place) => (place.textContent = ''));
    const place = this.querySelector(`#${CSS.escape(id)}-error`);
    const field = this.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (place) place.textContent = text;
    if (field && text) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', `${id}-error`);
      field.focus();
    }
  }

  private onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      event.target.form?.requestSubmit();
    }
  };

  private onClick = (event: MouseEvent) => {
    if (this.step(event) || this.picture(event)) return;
    const source = (event.target as HTMLElement).closest<HTMLElement>('[data-action]');
    if (!source || !this.contains(source)) {
      const result = (event.target as HTMLElement).closest<HTMLAnchorElement>('[data-results] a[href]');
      if (result && this.contains(result)) this.send('opened', { address: result.getAttribute('href')! });
      return;
    }
    if (source.matches('form, input, select, textarea')) return;
    event.preventDefault();
    const form = 'whole' in source.dataset ? source.closest('form') : null;
    this.send(source.dataset.action!, { ...(form ? this.typedIn(form) : {}), ...source.dataset });
  };

  /** A button with data-step="1" or "-1" counts the number field beside it up or down, without asking the server. */
  private step(event: MouseEvent): boolean {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-step]');
    const field = button?.parentElement?.querySelector('input');
    if (!button || !field) return false;
    field.value = String(Math.max(1, Math.min(9999, (parseInt(field.value, 10) || 0) + Number(button.dataset.step))));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }

  /** A button with data-picture shows that picture in `#picture`. */
  private picture(event: MouseEvent): boolean {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-picture]');
    const picture = this.querySelector<HTMLImageElement>('#picture');
    if (!button || !picture) return false;
    picture.src = button.dataset.picture!;
    button.parentElement!.querySelectorAll('[aria-current]').forEach((other) => other.removeAttribute('aria-current'));
    button.setAttribute('aria-current', 'true');
    return true;
  }

  private onChange = (event: Event) => {
    const source = event.target as HTMLInputElement;
    if ('go' in source.dataset) go(source.value);
    if (source.dataset.fill) this.fill(source);
    if (!source.dataset.action) return;
    const whole = 'whole' in source.dataset && source.form ? this.typedIn(source.form) : {};
    this.send(source.dataset.action, { ...whole, ...source.dataset, changed: source.name, name: whole.name ?? source.name, value: source.value, checked: String(source.checked) });
  };

  /** What stands in all the fields of a form, for those that ask for it by data-whole. */
  private typedIn(form: HTMLFormElement): Record<string, string> {
    const values: Record<string, string> = {};
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') values[name] = name in values ? `${values[name]}\n${value}` : value;
    });
    return values;
  }

  /** A file field with data-fill="<id>" puts the text of the chosen file into that field, at its end, and leaves sending to the person. */
  private async fill(source: HTMLInputElement) {
    const file = source.files?.[0];
    const field = this.querySelector<HTMLTextAreaElement>(`#${CSS.escape(source.dataset.fill!)}`);
    if (!file || !field) return;
    const text = await file.slice(0, 200_000).text();
    field.value = (field.value.trim() ? field.value.replace(/\s*$/, '\n') : '') + text;
    source.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }

  private typing = 0;

  /** Fields with data-input="<action>" report while somebody types, after a short pause. */
  private onInput = (event: Event) => {
    const source = event.target as HTMLInputElement;
    if (source.dataset.draft) sessionStorage.setItem(`draft:${source.dataset.draft}`, source.value);
    if (!source.dataset.input) return;
    window.clearTimeout(this.typing);
    this.typing = window.setTimeout(() => this.send(source.dataset.input!, { ...source.dataset, name: source.name, value: source.value }), 300);
  };

  private onSubmit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if ('navigate' in form.dataset) {
      event.preventDefault();
      go(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`);
      return;
    }
    if (!form.dataset.action) return;
    event.preventDefault();
    const values: Record<string, string> = { ...(form.dataset as Record<string, string>) };
    new FormData(form, event.submitter).forEach((value, name) => {
      if (typeof value === 'string') values[name] = name in values ? `${values[name]}\n${value}` : value;
    });
    if ('origin' in form.dataset) Object.assign(values, { cameFrom: sessionStorage.getItem('came-from') ?? '', campaign: sessionStorage.getItem('campaign') ?? '' });
    // a button pressed twice in one movement means it once; forms marked data-again mean it each time
    const told = JSON.stringify(values);
    if (!('again' in form.dataset) && told === this.told && performance.now() - this.toldAt < 700) return;
    this.told = told;
    this.toldAt = performance.now();
    this.send(form.dataset.action, values);
  };

  private told = '';
  private toldAt = 0;

  private send(action: string, values: Record<string, string | undefined>) {
    const seen = this.querySelector<HTMLElement>('[data-version]')?.dataset.version;
    this.dispatchEvent(new CustomEvent('fragment-action', { detail: { action, values: JSON.stringify(seen ? { seen, ...values } : values) } }));
  }
}

customElements.define('regulars-fragment', RegularsFragment);

/** Menus that open over the page. */
const MENUS = 'details.drawer[open], details.me-menu[open]';

/** Goes to an address of this site as a link would: within the live page where that is possible. */
function go(address: string) {
  const link = document.createElement('a');
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}

/** The search field shows what the page answers. */
function showQuery() {
  const field = document.querySelector<HTMLInputElement>('#outlet #q') ?? document.querySelector<HTMLInputElement>('#q');
  if (field && document.activeElement !== field && location.pathname === '/search') field.value = new URLSearchParams(location.search).get('q') ?? '';
}

/** Light, dark or as the machine says: kept in this browser only. */
function showTheme() {
  const chosen = localStorage.getItem('theme') ?? '';
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
  document.querySelectorAll<HTMLElement>('[data-theme-choice]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.themeChoice === chosen)));
}

document.addEventListener('click', (event) => {
  const button = (event.target as HTMLElement).closest?.<HTMLElement>('[data-theme-choice]');
  if (button) {
    if (button.dataset.themeChoice) localStorage.setItem('theme', button.dataset.themeChoice);
    else localStorage.removeItem('theme');
    showTheme();
  }
  const menu = document.querySelector<HTMLDetailsElement>(MENUS);
  const target = event.target as HTMLElement;
  if (menu && (!menu.contains(target) || target.closest('a'))) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  const menu = document.querySelector<HTMLDetailsElement>(MENUS);
  if (event.key !== 'Escape' || !menu) return;
  event.stopPropagation();
  if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
  menu.open = false;
}, true);

/** A link to a place on this page goes there; by the page's base it would lead to the home page. */
document.addEventListener('click', (event) => {
  const link = (event.target as HTMLElement).closest?.<HTMLAnchorElement>('a[href^="#"]');
  const place = link && document.getElementById(link.hash.slice(1));
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView({ block: place.id === 'main' ? 'start' : 'center' });
  place.focus({ preventScroll: true });
}, true);

/** How the same element is found again in what replaces it: by its id, the address a link leads to, or what a button does. */
function markOf(element: Element): string {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element instanceof HTMLAnchorElement) return `a[href="${CSS.escape(element.getAttribute('href') ?? '')}"]`;
  const data = ['action', 'id', 'post', 'variant', 'value'].filter((name) => (element as HTMLElement).dataset?.[name]);
  return data.map((name) => `[data-${name}="${CSS.escape((element as HTMLElement).dataset[name]!)}"]`).join('');
}

/**
 * Back and forth lead to where one was on the page: the browser cannot know, since the content comes after the address. Kept for
 * this tab, by address; whoever scrolls meanwhile is left alone.
 */
const places = new Map<string, number>();
let here = location.href;
const remember = () => places.set(here, window.scrollY);
document.addEventListener('click', remember, true);
document.addEventListener('keydown', (event) => event.key === 'Enter' && remember(), true);
window.addEventListener('popstate', () => {
  const elsewhere = new URL(here).pathname !== location.pathname;
  here = location.href;
  if (elsewhere && !location.hash) returnTo(places.get(here) ?? 0);
});
new MutationObserver(() => {
  if (here !== location.href) here = location.href;
}).observe(document, { childList: true, subtree: true });

function returnTo(y: number) {
  const until = performance.now() + 4000;
  let left = false;
  const leave = () => (left = true);
  const gestures = ['wheel', 'touchstart', 'keydown', 'mousedown'];
  gestures.forEach((name) => window.addEventListener(name, leave, { once: true, passive: true }));
  let steady = 0;
  const step = () => {
    if (!left && document.documentElement.scrollHeight >= y + window.innerHeight && Math.abs(window.scrollY - y) > 1) {
      window.scrollTo({ top: y, behavior: 'instant' });
      steady = 0;
    }
    // the content may come in pieces: a few quiet frames at the place are the end of it
    steady = Math.abs(window.scrollY - y) <= 1 ? steady + 1 : 0;
    if (!left && steady < 30 && performance.now() < until) requestAnimationFrame(step);
    else gestures.forEach((name) => window.removeEventListener(name, leave));
  };
  requestAnimationFrame(step);
}

/** Called by the shop's layout when the live page stands: takes the painted page away and shows the live one. */
(window as any).regularsTakeOver = () => {
  const painted = document.getElementById('static-page');
  if (!painted) return;
  const y = window.scrollY;
  const typed = painted.querySelector<HTMLInputElement>('input[type=search]')?.value;
  painted.remove();
  document.documentElement.classList.remove('first-paint');
  const live = document.querySelector<HTMLInputElement>('#outlet input[type=search]');
  if (typed && live && !live.value) live.value = typed;
  window.scrollTo(0, y);
  showTheme();
};

/** Vaadin's own notice of a lost connection stands outside of every landmark; it is a status. */
customElements.whenDefined('vaadin-connection-indicator').then(() => {
  const name = () => document.querySelectorAll('body > vaadin-connection-indicator:not([role])').forEach((e) => e.setAttribute('role', 'status'));
  name();
  new MutationObserver(name).observe(document.body, { childList: true });
});

/** The host that led here and the campaign its link named: kept in this tab, told only by a form marked data-origin. */
function rememberOrigin() {
  try {
    const from = document.referrer ? new URL(document.referrer).host : '';
    if (from && from !== location.host && !sessionStorage.getItem('came-from')) sessionStorage.setItem('came-from', from);
    const campaign = new URLSearchParams(location.search).get('utm_campaign');
    if (campaign) sessionStorage.setItem('campaign', campaign.slice(0, 100));
  } catch {
    // without storage nothing is kept
  }
}
rememberOrigin();
