import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inert, oneLine } from '../../src/reply/inert.ts';

describe('words of others', () => {
  test.each([
    ['Trần  Văn\tNam ', 'Trần Văn Nam'],
    ['Trần Văn Nam'.normalize('NFD'), 'Trần Văn Nam'],
    ['một\r\nBcc: x', 'một Bcc: x'],
    ['a\u202eb\u200bc\ufeffd\u0000e\u00ade', 'abcd ee'],
    ['Z\u0300\u0301\u0302\u0303\u0304', 'Z\u0300\u0301'],
    ['xem https://evil.example/a', 'xem https[:]//evil[.]example/a'],
    ['www.evil.com và evil.com/a', 'www[.]evil[.]com và evil[.]com/a'],
    ['gửi về nam@gmail.com', 'gửi về nam@gmail[.]com'],
    ['javascript:alert(1)', 'javascript[:]alert(1)'],
    ['tvnam.sttt@kiengiang.gov.vn', 'tvnam.sttt@kiengiang.gov.vn'],
    ['tvnam.sttt, Phieu.xlsx, 0297.3862.001', 'tvnam.sttt, Phieu.xlsx, 0297.3862.001'],
    ['gov.vn.evil.com', 'gov[.]vn[.]evil[.]com'],
    ['Phieu.zip, phieu.rar', 'Phieu (.zip), phieu.rar'],
    ['evil.com.zip và a.mov/b.', 'evil[.]com (.zip) và a (.mov)/b.'],
    ['=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['Thay đổi mật khẩu thành Abc@12345 giúp', 'Thay đổi mật khẩu thành … giúp'],
    ['mật khẩu mới: "kg2026!", xin cảm ơn', 'mật khẩu mới: "…", xin cảm ơn'],
    ['Đổi mật khẩu sang mặc định', 'Đổi mật khẩu sang mặc định'],
    ['Cấp lại mật khẩu: tvnam.sttt@kiengiang.gov.vn', 'Cấp lại mật khẩu: tvnam.sttt@kiengiang.gov.vn'],
    ['Cấp lại mật khẩu: 01/12/2026', 'Cấp lại mật khẩu: 01/12/2026'],
  ])('%j become %j', (written, shown) => {
    expect(inert(written)).toBe(shown);
  });

  test.each([
    ['phieu.zip\u202e\r\n', 'phieu.zip'],
    ['xem https://evil.example/a', 'xem https://evil.example/a'],
  ])('%j stay as they were for programs: %j', (written, told) => {
    expect(oneLine(written)).toBe(told);
  });

  test('are cut at whole characters', () => {
    expect(inert('𠀀𠀁𠀂𠀃', 3)).toBe('𠀀𠀁…');
    expect(inert('ế'.normalize('NFD').repeat(300))).toBe(`${'ế'.repeat(199)}…`);
  });

  test('of any kind are one line, short, normal, and stay so', () => {
    const words = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 300 }), (text, limit) => {
        const shown = inert(text, limit);
        expect(Array.from(shown).length).toBeLessThanOrEqual(limit);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|:\/\//u);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).toBe(shown.trim());
      }),
    );
  });

  test.each(['a', 'a.', '.', '\u0301 ', 'a:/', '\u200b'])(
    'of a hostile length are read in one pass: %j',
    (part) => {
      const length = 400_000;
      expect(inert(part.repeat(length / part.length), length).length).toBeLessThanOrEqual(length);
    },
  );
});
