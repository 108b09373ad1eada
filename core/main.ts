/** Composition root of the kiosk: reads the environment, starts the core, says one line when it is ready. */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { systemClock } from './clock.ts';
import { createLog } from './log.ts';
import { addressFaults, readPrinterAddress } from './devices/printer-address.ts';
import { readScannerPort } from './devices/scanner-port.ts';
import { startCore, type CoreSettings } from './start.ts';

/** In a checkout this file stands in core/, in a built kiosk in out/core/. */
const built = !import.meta.filename.endsWith('.ts');
const project = resolve(import.meta.dirname, built ? '../..' : '..');

// Whatever is written is this user's alone.
process.umask(0o077);

const environment = z.object({
  MOTCUA_DATA: z.string().min(1).default('data'),
  MOTCUA_PORT: z.coerce.number().int().min(0).max(65_535).default(4700),
  MOTCUA_LAN_PORT: z.coerce.number().int().min(0).max(65_535).default(4743),
  MOTCUA_PHONE_PORT: z.coerce.number().int().min(0).max(65_535).default(4780),
  MOTCUA_HUB_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeForToken, 'must be https, except on this machine')
    .optional(),
  MOTCUA_SAMPLE: z.enum(['0', '1']).default('0'),
  MOTCUA_DOCK: z.enum(['0', '1']).default('0'),
  MOTCUA_PRINTER: z
    .string()
    .superRefine((address, context) => {
      const read = readPrinterAddress(address);
      if (!read.ok) context.addIssue({ code: 'custom', message: addressFaults[read.error] });
    })
    .optional(),
  MOTCUA_PRINTER_MODEL: z.string().min(1).optional(),
  MOTCUA_SCANNER: z
    .string()
    .transform(readScannerPort)
    .refine((port) => port !== null, 'must look like "/dev/ttyACM0" or "COM3?baud=115200"')
    .optional(),
  MOTCUA_WEDGE_GAP: z.coerce.number().int().min(30).max(120).default(50),
  /** Seconds that a slip waits for a printer to come back. */
  MOTCUA_SLIP_WAIT: z.coerce.number().int().min(5).max(600).default(60),
  MOTCUA_PAGES: z
    .string()
    .min(1)
    .default(join(project, 'out', 'renderer')),
  MOTCUA_PORTAL: z
    .string()
    .regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/, 'must be a stand-in on this machine, http://127.0.0.1:PORT')
    .optional(),
  MOTCUA_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The hub's token must not cross a network in the clear. */
function isSafeForToken(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function settingsOf(env: z.infer<typeof environment>): CoreSettings {
  return {
    dataFolder: resolve(env.MOTCUA_DATA),
    pages: resolve(env.MOTCUA_PAGES),
    voice: [join(project, 'resources', 'voice'), join(project, 'out', 'voice')],
    resources: join(project, 'resources'),
    migrations: join(project, 'core', 'store', 'migrations'),
    port: env.MOTCUA_PORT,
    lanPort: env.MOTCUA_LAN_PORT,
    phonePort: env.MOTCUA_PHONE_PORT,
    hubUrl: env.MOTCUA_HUB_URL ?? null,
    sample: env.MOTCUA_SAMPLE === '1',
    dock: env.MOTCUA_DOCK === '1',
    printer: env.MOTCUA_PRINTER ?? null,
    printerModel: env.MOTCUA_PRINTER_MODEL ?? null,
    scanner: env.MOTCUA_SCANNER ?? null,
    wedgeGapMs: env.MOTCUA_WEDGE_GAP,
    // Only a sample centre files at a stand-in.
    portal: env.MOTCUA_SAMPLE === '1' ? (env.MOTCUA_PORTAL ?? null) : null,
    slipLifeMs: env.MOTCUA_SLIP_WAIT * 1_000,
  };
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const env = environment.safeParse(process.env);
if (!env.success) {
  const issue = env.error.issues[0];
  giveUp(`The setting ${issue?.path.join('.') ?? ''} is wrong: ${issue?.message ?? ''}.`);
}
const log = createLog(env.data.MOTCUA_LOG_LEVEL);
const core = await startCore(settingsOf(env.data), systemClock, log);
if (!core.ok) giveUp(core.error);

const { stop, ...ready } = core.value;
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    void stop().then(() => process.exit(0));
  });
}

// Last: whoever reads this line may ask it to stop the next moment.
process.stdout.write(`${JSON.stringify({ ready: true, ...ready })}\n`);
log.info({ url: ready.url }, 'the kiosk core is ready');
