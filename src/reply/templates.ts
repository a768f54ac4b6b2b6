import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Eta, type TemplateFunction } from 'eta';

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
const markup: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template's slip must not reach an office as the word "undefined". */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError(`a template writes ${value === null ? 'null' : typeof value}`);
}

/** The same data, but reading a name that it does not have throws. */
function strict<T extends object>(data: T): T {
  return new Proxy(data, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target))
        throw new TypeError(`a template reads unknown "${name}"`);
      const value: unknown = Reflect.get(target, name, receiver);
      return value !== null && typeof value === 'object' ? strict(value) : value;
    },
  });
}

function open(ending: '.txt.eta' | '.html.eta', escapeFunction: (value: unknown) => string): Eta {
  const eta = new Eta({ escapeFunction, autoTrim: [false, 'nl'] });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(ending))) {
    const compiled = eta.compile(readFileSync(folder + file, 'utf8'));
    const checked: TemplateFunction = function (data, options) {
      return compiled.call(this, strict(data ?? {}), options);
    };
    eta.loadTemplate(`@${file.slice(0, -ending.length)}`, checked);
  }
  return eta;
}

let opened: { text: Eta; html: Eta } | undefined;

/** Fills `templates/<name>.txt.eta` and `templates/<name>.html.eta`; read and compiled once. Unknown names throw. */
export function fill(name: string, data: object): { text: string; html: string } {
  opened ??= {
    text: open('.txt.eta', written),
    html: open('.html.eta', (value) => written(value).replace(/[&<>"']/g, (sign) => markup[sign] ?? sign)),
  };
  return { text: opened.text.render(`@${name}`, data), html: opened.html.render(`@${name}`, data) };
}
