import { Parser } from 'htmlparser2';

/** Who is told of a letter's elements and words, in their order. */
export type HtmlListener = {
  /** Whether nothing that comes will be read. */
  readonly isDone: boolean;
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Ends the element that was opened last and is still open. */
  close(name: string): void;
  text(text: string): void;
};

/** Goes over HTML once for all that listen, until the last of them is done: on tags without end the parser would spend minutes. */
export function walkHtml(html: string, listeners: readonly HtmlListener[]): void {
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const listener of listeners) listener.open(name, attributes);
        if (listeners.every(({ isDone }) => isDone)) parser.pause();
      },
      onclosetag(name) {
        for (const listener of listeners) listener.close(name);
      },
      ontext(text) {
        for (const listener of listeners) listener.text(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
}

/** What is no word of a letter: nothing in it is shown as text. */
export const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'select',
  'textarea',
  'iframe',
  'audio',
  'video',
  'datalist',
]);
/** Elements that hold nothing. */
export const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);
/** Elements before and behind which a line ends. */
export const blocks = new Set([
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'ul',
  'ol',
  'hr',
  'center',
  'section',
  'article',
  'header',
  'footer',
  'table',
  'td',
  'th',
  'dd',
  'dt',
  'address',
  'blockquote',
]);
