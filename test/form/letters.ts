import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Part = {
  content: Buffer | string;
  /** Header lines of the part; see `attached` and `plain`. */
  headers: readonly string[];
};

export function file(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, 'files', name));
}

/** An attachment whose name is written as most programs do (RFC 2231). */
export function attached(name: string, content: Buffer | string, type = 'application/octet-stream'): Part {
  const headers = [`Content-Type: ${type}`];
  if (name !== '')
    headers.push(`Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return { content, headers };
}

export function plain(text: string): Part {
  return { content: text, headers: ['Content-Type: text/plain; charset=utf-8'] };
}

export function html(text: string): Part {
  return { content: text, headers: ['Content-Type: text/html; charset=utf-8'] };
}

/** A raw letter of the parts, or a whole multipart part when `type` is given: its content is then the parts. */
export function multipart(parts: readonly Part[], type = 'mixed'): Part {
  const boundary = `=_${type}_${parts.length}`;
  const body = parts.map((part) => `--${boundary}\r\n${render(part)}\r\n`).join('');
  return {
    content: `${body}--${boundary}--\r\n`,
    headers: [`Content-Type: multipart/${type}; boundary="${boundary}"`],
  };
}

function render({ content, headers }: Part): string {
  if (headers[0]?.startsWith('Content-Type: multipart/'))
    return `${headers.join('\r\n')}\r\n\r\n${content.toString()}`;
  const base64 = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return `${[...headers, 'Content-Transfer-Encoding: base64'].join('\r\n')}\r\n\r\n${base64}`;
}

export function letter(...parts: readonly Part[]): Buffer {
  const head =
    'From: a@kiengiang.gov.vn\r\nTo: b@kiengiang.gov.vn\r\nSubject: Kinh gui Trung tam\r\nMIME-Version: 1.0\r\n';
  return Buffer.from(head + render(parts.length === 1 && parts[0] ? parts[0] : multipart(parts)));
}
