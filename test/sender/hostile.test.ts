import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';
import { type SenderSettings, verifySender } from '../../src/sender/sender.ts';
import { fillForm } from '../flow/form.ts';
import { exampleRegistry, type House, openStreet, today } from '../flow/house.ts';
import { type NameServer, startNameServer } from './dns.ts';
import { dkimGenuine, dkimTricks, keyRecords } from './hostile/dkim.ts';
import { fromTricks } from './hostile/from.ts';
import { genuine } from './hostile/genuine.ts';
import { colleague, intake, otherRelay, relay, type Trick, unit } from './hostile/letter.ts';
import { traceTricks } from './hostile/trace.ts';
import { wrappedTricks } from './hostile/wrapped.ts';

const tables = { From: fromTricks, trace: traceTricks, 'wrapped letters': wrappedTricks, DKIM: dkimTricks };
const tricks: readonly Trick[] = Object.values(tables).flat();

let names: NameServer;
let form: Buffer;
beforeAll(async () => {
  names = await startNameServer(keyRecords);
  form = await fillForm([{ name: 'Nguyễn Văn Bình', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' }]);
});
afterAll(() => names.close());

const settings: Omit<SenderSettings, 'dnsServers' | 'submissionEnforcesSender'> = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: intake,
  trustedRelays: [{ host: relay, ip: null }, otherRelay],
  trustedAuthservIds: [relay],
};
const verdictOf = (write: Trick['write'], submissionEnforcesSender: boolean) => {
  const raw = Buffer.from(write(form));
  return verifySender(
    { envelope: envelopeOf(raw), raw, receivedAt: today },
    { ...settings, submissionEnforcesSender, dnsServers: [names.address] },
    today,
    async () => null,
  );
};

describe('a hostile letter proves nobody but its writer', () => {
  test.each(tricks)('$name: because $why', async ({ write, proves, because }) => {
    for (const enforced of [true, false]) {
      const verdict = await verdictOf(write, enforced);
      expect(verdict.verified).toBe(proves !== undefined);
      if (proves !== undefined) expect(verdict.address).toBe(proves);
      if (enforced) expect(verdict.because).toMatch(because);
    }
  });

  test('each has a name of its own', () => {
    expect(new Set(tricks.map(({ name }) => name)).size).toBe(tricks.length);
  });
});

describe('a genuine letter proves the unit', () => {
  test.each(genuine)('from $name', async ({ write }) => {
    expect(await verdictOf(write, false)).toMatchObject({
      address: unit,
      evidence: 'authenticated-submission',
    });
  });

  test('by its signature where the server enforces From, and nowhere else', async () => {
    expect(await verdictOf(dkimGenuine.write, true)).toMatchObject({ address: unit, evidence: 'dkim' });
    expect(await verdictOf(dkimGenuine.write, false)).toMatchObject({ address: unit, evidence: 'none' });
  });
});

describe('through the whole way', () => {
  const street = openStreet(exampleRegistry, null);
  let house: House;
  beforeAll(async () => {
    house = await street.openHouse({
      TRUSTED_RELAYS: `${relay},${otherRelay.host}=${otherRelay.ip}`,
      TRUSTED_AUTHSERV_IDS: relay,
      SUBMISSION_ENFORCES_SENDER: 'true',
      DNS_SERVERS: names.address,
    });
  });
  afterAll(async () => {
    await house.close();
    await street.close();
  });

  test.each(Object.entries(tables))(
    'no trick with %s changes the directory; the unit alone is asked, and he who is proven is refused',
    async (_, table) => {
      const before = await house.mailboxes();
      for (const { name, write, proves } of table) {
        const { outcome, requests, notices } = await house.receive(Buffer.from(write(form)));
        const proven = proves !== undefined;
        expect({ name, outcome, requests }).toEqual({
          ...{ name, requests: [] },
          outcome: proven ? 'rejected' : 'unverified',
        });
        for (const { kind, to, cc } of notices) {
          if (proven) expect({ name, to }).toEqual({ name, to: [colleague] });
          else expect({ kind, to, cc }).toEqual({ kind: 'confirm-sender', to: [unit], cc: [] });
        }
      }
      expect(await house.mailboxes()).toEqual(before);
    },
  );

  test('the unit itself is served after all of them', async () => {
    const [letter] = genuine;
    expect(await house.receive(Buffer.from(letter?.write(form) ?? ''))).toMatchObject({
      outcome: 'applied',
      sender: { unit: 'snv', evidence: 'authenticated-submission' },
      notices: [{ to: [unit] }],
    });
  });
});
