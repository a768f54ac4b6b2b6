import {
  byColleague,
  colleague,
  composed,
  fromOutside,
  fromUnit,
  inItsName,
  intake,
  mime,
  parts,
  rest,
  signedIn,
  type Trick,
  unit,
} from './letter.ts';
import { byUnit } from './trace.ts';

const stranger = /without a sign-in/;
const below = 'whatever stands below our own line was written by the sender';

const inside = (form: Buffer): string =>
  [...byUnit, fromUnit, ...rest, 'Message-ID: <inner@snv>', ...mime('c')].join('\r\n') +
  `\r\n\r\n${parts(form, 'c')}`;
const nested =
  (more = '') =>
  (form: Buffer): string =>
    `${mime().join('\r\n')}\r\n\r\n--b\r\nContent-Type: message/rfc822${more}\r\n\r\n${inside(form)}\r\n--b--\r\n`;
/** What is left where one server ends a letter at a dot that the next one takes for text. */
const smuggled =
  (dot: string) =>
  (form: Buffer): string =>
    `Content-Type: text/plain\r\n\r\nXin chao${dot}MAIL FROM:<${unit}>\r\nRCPT TO:<${intake}>\r\nDATA\r\n${inside(form)}${dot}`;

export const wrappedTricks: readonly Trick[] = [
  inItsName('genuine letter inside one from outside', fromOutside, stranger, below, nested()),
  inItsName('genuine letter inside a colleague’s', byColleague, /but From is snv@/, below, nested()),
  {
    name: 'genuine letter inside a colleague’s own',
    why: 'attached letters stay closed',
    write: composed(
      'genuine letter inside a colleague’s own',
      [...byColleague, `From: ${colleague}`, ...rest],
      nested('; name=thu.eml\r\nContent-Disposition: inline'),
    ),
    proves: colleague,
    because: /signed in/,
  },
  ...['\n.\n', '\n.\r\n', '\r.\r', '\r\n.\r', '\r\n\0.\r\n'].map((dot) =>
    inItsName(
      `smuggled letter after ${JSON.stringify(dot)}`,
      fromOutside,
      stranger,
      'it is the text of the first',
      smuggled(dot),
    ),
  ),
  inItsName(
    'a bare line feed and a dot in the header',
    [...fromOutside, 'X: 1\n.\nMAIL FROM:<x@y>', signedIn(unit)],
    /without a valid field name/,
    below,
  ),
  inItsName(
    'a trace in bare line feeds',
    [...fromOutside, signedIn(unit).replaceAll('\r\n', '\n')],
    stranger,
    below,
  ),
];
