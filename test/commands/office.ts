import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleRegistry } from '../flow/house.ts';
import { phieu, type Run } from '../flow/program.ts';

const root = join(import.meta.dirname, '..', '..');

/** The letter of a case of test/flow, whose sender is proven where `env` trusts our server. */
export const letter = (name: string): string => join(root, 'test/flow/cases', name, 'mail.eml');

/** A folder with the example registry where `phieu` runs as a program on the embedded database. */
export type Office = {
  folder: string;
  run(args: string[], more?: { env?: Record<string, string>; input?: Buffer }): Promise<Run>;
};

/** Builds offices as copies of one, because a first start takes seconds. */
export const openOffices = async () => {
  const folders: string[] = [];
  const open = async (): Promise<Office> => {
    const folder = await mkdtemp(join(tmpdir(), 'phieu-commands-'));
    folders.push(folder);
    const env = { DATA_DIR: folder, TRUSTED_RELAYS: 'mail.kiengiang.gov.vn' };
    return { folder, run: (args, more = {}) => phieu(args, { ...env, ...more.env }, more.input) };
  };
  const model = await open();
  for (const [command, file] of Object.entries(exampleRegistry)) {
    const { code, err } = await model.run([command, 'import', file]);
    if (code !== 0) throw new Error(err);
  }
  return {
    openOffice: async (): Promise<Office> => {
      const office = await open();
      await cp(model.folder, office.folder, { recursive: true });
      return office;
    },
    close: () => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))),
  };
};
