import { describe, expect, test } from 'vitest';
import { isNamed } from '../../src/sender/recipients.ts';

const us = 'ttcntttt@kiengiang.gov.vn';
const named = (value: string, name = 'to') =>
  isNamed(us, [{ name, value: Buffer.from(` ${value}`).toString('latin1') }]);

describe('an address is named', () => {
  test.each([
    us,
    `<${us}>`,
    'TTCNTTTT@KienGiang.gov.vn',
    `Trung tâm Công nghệ, Sở Tài chính <stc@kiengiang.gov.vn>, <${us}>`,
    `"Trung tâm, CNTT" <${us}>`,
    `=?utf-8?q?Trung_t=C3=A2m?= <${us}>`,
    `${us} <${us}>`,
    `'${us}' <${us}>`,
    `stc@kiengiang.gov.vn,${us},snv@kiengiang.gov.vn`,
    `stc@kiengiang.gov.vn,\r\n ${us}`,
    `stc@kiengiang.gov.vn; ${us}`,
    `Các đơn vị: stc@kiengiang.gov.vn, ${us};`,
    `Các đơn vị:stc@kiengiang.gov.vn;, "TT" <${us}>`,
    `${us} (Trung tâm)`,
    `(Trung tâm) <${us}> (CNTT)`,
    `, ,${us},`,
  ])('in %s', (value) => {
    expect(named(value)).toBe(true);
    expect(named(value, 'cc')).toBe(true);
    expect(named(value, 'bcc')).toBe(false);
  });

  test.each([
    '',
    'stc@kiengiang.gov.vn',
    `"${us}" <stc@kiengiang.gov.vn>`,
    `"${us}"`,
    `"stc, ${us}" <stc@kiengiang.gov.vn>`,
    `${us} <stc@kiengiang.gov.vn>`,
    `stc@kiengiang.gov.vn (${us})`,
    `stc@kiengiang.gov.vn (x, ${us}, y)`,
    `<${us}> <stc@kiengiang.gov.vn>`,
    `<stc@kiengiang.gov.vn> <${us}>`,
    `<${us}> stc@kiengiang.gov.vn`,
    `stc ${us}`,
    `${us} stc`,
    `ttcn(x)tttt@kiengiang.gov.vn`,
    `"ttcntttt"@kiengiang.gov.vn`,
    `${us}.evil.example`,
    `x.${us}`,
    `ttcntttt+x@kiengiang.gov.vn`,
    `<@evil.example:${us}>`,
    `<stc@evil.example,${us}>`,
    `${us}\0`,
    `${us}, "`,
    `${us}, (`,
    `${'x@y.vn, '.repeat(3000)}${us}`,
  ])('not in %s', (value) => {
    expect(named(value)).toBe(false);
  });
});
