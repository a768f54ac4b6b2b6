const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
 * Takes the password of a server's URL out of what that server says: some repeat what they were told, in clear, in quotes
 * (RFC 3501), or in the base64 of a sign-in (RFC 4616).
 */
export const withoutPassword = (url: URL): ((text: string) => string) => {
  const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  if (password === '') return (text) => text;
  const forms = [
    ...[password, url.password, encodeURIComponent(password), password.replace(/["\\]/g, '\\$&')],
    ...[password, `\0${user}\0${password}`, `${user}\0${user}\0${password}`].map(base64),
  ].toSorted((a, b) => b.length - a.length);
  return (text) => forms.reduce((left, form) => left.replaceAll(form, '***'), text);
};
