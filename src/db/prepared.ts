import type { PgBoss } from 'pg-boss';
import type { ISql } from 'postgres';

/**
 * drizzle runs everything by `unsafe`, which by itself (postgres.js 3.4) asks the server for the parameters' types each
 * time: two round trips and a plan for every statement. Prepared, it is one trip from the second time on a connection.
 */
export function prepareStatements(client: Pick<ISql, 'unsafe'>): void {
  const { unsafe } = client;
  client.unsafe = ((text, parameters, options) =>
    unsafe(text, parameters, { ...options, prepare: true })) as typeof unsafe;
}

/** pg-boss has some dozens of statements, each always in the same words. */
const mostNamed = 200;

/**
 * Has pg-boss's own pool prepare its statements, too, by a name for each: by itself it has them parsed and planned anew each
 * time. Its scripts of several statements cannot be prepared. (What it calls a text goes to node-postgres as it is, which takes
 * a query with a name as well.)
 */
export function nameStatements(db: ReturnType<PgBoss['getDb']>): void {
  const executeSql = db.executeSql.bind(db);
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < mostNamed && !text.includes(';'))
      names.set(text, `phieu_${names.size}`);
    return names.get(text);
  };
  db.executeSql = (text, ...more) => {
    const name = nameOf(text);
    return executeSql(name === undefined ? text : ({ name, text } as unknown as string), ...more);
  };
}
