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
