import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letter, type Part } from '../form/letters.ts';

const example = join(import.meta.dirname, '../../examples/letters/02-snv-cap-lai-mat-khau.eml');
/** The trace of a letter that Sở Nội vụ sent. */
const trace = readFileSync(example, 'latin1').split('Content-Type:')[0]?.replace(/\r?\n/g, '\r\n');

/** A letter of these parts that Sở Nội vụ sent, proven; each is another one. */
export function fromHomeOffice(...parts: Part[]): Buffer {
  const body = letter(...parts).toString('latin1');
  const head = `Message-ID: <${Math.random()}@kiengiang.gov.vn>\r\nDate: Mon, 23 Nov 2026 08:05:17 +0700\r\nTo: ttcntttt@kiengiang.gov.vn\r\nFrom: <snv@kiengiang.gov.vn>\r\nSubject: Phieu yeu cau hop thu\r\n`;
  return Buffer.from(trace + head + body.slice(body.indexOf('MIME-Version')), 'latin1');
}
