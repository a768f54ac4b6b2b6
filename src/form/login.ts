/** With its domain, in whatever letters: `tvnam.syt@kiengiang.gov.vn`. */
const address = /^[a-z\d][\w.-]*@[a-z][\w.-]*$/i;

/**
 * Without one, a login (Điều 4.2) has a dot as abbreviations have: `P.TCCB`, `Bs.CKI`. Small letters are a login's. In
 * others its first part tells, which ends in somebody's given name: a vowel stands behind its first letter.
 */
const small = /^[a-z][a-z\d_-]*(?:\.[a-z\d_-]+)+\.?$/;
/** By a program that begins each cell so: `Tvnam.syt`. */
const capitalized = /^[A-Z](?=[a-z]*[aeiouy])[a-z\d_-]*(?:\.[a-z\d_-]+)+\.?$/;
/** With the unit as it is usually shortened: `tvnam.SYT`. */
const capitalUnit = /^[a-z](?=[a-z]*[aeiouy])[a-z\d_-]*(?:\.[A-Z\d_-]+)+\.?$/;
const capitals = /^[A-Z](?=[A-Z]*[AEIOUY])[A-Z\d_-]*(?:\.[A-Z\d_-]+)+\.?$/;

/** Whether a particular is a login or address and no other words. All in capitals it is one `beside` an address. */
export function isLogin(text: string, beside: string): boolean {
  return (
    [address, small, capitalized, capitalUnit].some((form) => form.test(text)) ||
    (address.test(beside) && capitals.test(text))
  );
}
