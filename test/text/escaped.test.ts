import { expect, test } from 'vitest';
import { escaped } from '../../src/text/escaped.ts';

test('a line of JSON moves no cursor and turns no writing round, and says the same', () => {
  const value = { subject: 'a\u001b[2Jb\u009b1m\u202egnp.exe\u2066\u2028\u{e0041}ế😀' };
  const line = escaped(JSON.stringify(value));
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(line)).toEqual(value);
});

test('words for people keep their lines and show what they hide', () => {
  expect(escaped('một\nhai\r\u202eba\u001b[2J')).toBe('một\nhai\\u000d\\u202eba\\u001b[2J');
});
