import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { openFolder, wipeFolder } from './folder.ts';
import { type Mail, startMail } from './mail/mail.ts';
import { type Postgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL at which test files ask for the servers that they share. */
    serversDoor: string;
  }
}

/**
 * Opens a door, by HTTP, at which the processes of the test files ask for servers. The first that asks has them
 * started; a run that needs none starts none. All of them end with the run. What tests and the programs that they start keep in temporary
 * files lies in one folder, which ends with the run, too, or with the next one where this is killed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = openFolder('tests');
  process.env.TMPDIR = folder;
  let postgres: Promise<Postgres> | undefined;
  let mail: Promise<Mail> | undefined;

  const answer = async (path: string, body: string): Promise<unknown> => {
    if (path === '/postgres') {
      postgres ??= startPostgres();
      return postgres;
    }
    mail ??= startMail();
    return path === '/mail/users' ? (await mail).addUser(body) : mail;
  };

  const door = createServer(async (request, response) => {
    try {
      const said = await answer(request.url ?? '', await text(request));
      response.end(JSON.stringify(said));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('serversDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);

  return async () => {
    door.close();
    door.closeAllConnections();
    // A start that failed has cleaned up after itself.
    const stop = (one: Postgres | Mail) => one.stop();
    await Promise.all([postgres?.then(stop, () => {}), mail?.then(stop, () => {})]);
    wipeFolder(folder);
  };
}
