import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connect } from 'node:tls';
import { readCertificate } from '../lan/certificate.ts';
import { lanSetting } from '../lan/lan.ts';
import { ownNames } from '../lan/names.ts';

const patienceMs = 3_000;

/** What is known of the screens on the network: switched on or not, and who answers there. Throws what is wrong. */
export async function examineLan(dataFolder: string, port: number): Promise<string> {
  const store = resolve(dataFolder, 'kiosk.sqlite');
  if (!existsSync(store) || !(await isOn(store))) return 'switched off: only this machine opens the screens';
  const certificate = readCertificate(join(resolve(dataFolder), 'lan-certificate.json'));
  if (!certificate.ok) throw new Error(certificate.error);
  if (certificate.value === null)
    throw new Error('switched on, but there is no certificate; start the kiosk');
  const { fingerprint, validUntil } = certificate.value;
  const until = new Date(validUntil).toISOString().slice(0, 10);
  const { addresses } = ownNames();
  if (addresses.length === 0) throw new Error('switched on, but this machine has no address on a network');
  const where = addresses.map((address) => `https://${address}:${port}`).join(', ');
  const seen = await fingerprintAt(port);
  if (seen === 'nobody')
    return `switched on for ${where}; the kiosk is not running; certificate until ${until}`;
  if (seen !== fingerprint) throw new Error(`port ${port} is taken by another program`);
  return `answers at ${where} with its own certificate, valid until ${until}: ${fingerprint}`;
}

async function isOn(store: string): Promise<boolean> {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(store, { readonly: true });
  try {
    const read = db.prepare<[string], string>('select value from setting where key = ?').pluck();
    return lanSetting.schema.safeParse(JSON.parse(read.get(lanSetting.key) ?? 'null')).data?.on ?? false;
  } finally {
    db.close();
  }
}

function fingerprintAt(port: number): Promise<string> {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      done(socket.getPeerX509Certificate()?.fingerprint256 ?? 'unknown');
      socket.destroy();
    });
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('error', (error: NodeJS.ErrnoException) =>
      done(error.code === 'ECONNREFUSED' ? 'nobody' : 'unknown'),
    );
    socket.on('close', () => done('unknown'));
  });
}
