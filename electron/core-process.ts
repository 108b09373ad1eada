/** The core as its own process: what it prints when it is ready, how it is started, which runtime carries it. */
import { join } from 'node:path';
import type { Role } from '../core/contract.ts';

export type CoreStation = { id: string; role: Role; counterId: string | null; url: string };
export type CoreReady = {
  url: string;
  dataFolder: string;
  /** Only in sample mode, else empty. */
  officers: { name: string; pin: string }[];
  stations: CoreStation[];
};

/** `null` for every line but the ready line. */
export function parseCoreReady(line: string): CoreReady | null {
  const message = parseJson(line);
  if (message === null || message['ready'] !== true) return null;
  const { url, dataFolder, officers, stations } = message as Partial<CoreReady>;
  if (typeof url !== 'string' || !Array.isArray(stations)) return null;
  return { url, dataFolder: dataFolder ?? '', officers: officers ?? [], stations };
}

export type HubReady = { url: string; page: string };

/** `null` for every line but the ready line. */
export function parseHubReady(line: string): HubReady | null {
  const message = parseJson(line);
  if (message === null || message['ready'] !== true) return null;
  const { url, page } = message as Partial<HubReady>;
  return typeof url === 'string' ? { url, page: page ?? url } : null;
}

function parseJson(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
}

export type CoreRuntime =
  | { how: 'utility-process'; entry: string }
  | { how: 'node'; nodePath: string; entry: string }
  | { how: 'none'; sentence: string };

/**
 * Inside Electron the core runs on Electron's own Node when that is new enough for the store's driver
 * (Node-API 10, so Node 24), else on a Node 24 beside it.
 * @param appFolder the folder of package.json; inside the asar archive when packaged
 * @param corePath another core than the built one; tests put a stand-in there
 * @param nodePath a Node 24 executable, `null` when there is none
 */
export function chooseCoreRuntime(facts: {
  appFolder: string;
  electronNodeMajor: number;
  nodePath: string | null;
  corePath: string | null;
}): CoreRuntime {
  const { appFolder, electronNodeMajor, nodePath } = facts;
  const entry = facts.corePath ?? join(appFolder, 'out', 'core', 'main.mjs');
  // A plain Node cannot look into the archive; the core then comes from the unpacked copy beside it.
  if (nodePath !== null) {
    return { how: 'node', nodePath, entry: entry.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked') };
  }
  if (electronNodeMajor >= 24) return { how: 'utility-process', entry };
  return {
    how: 'none',
    sentence: `This Electron carries Node ${electronNodeMajor}, and the core needs Node 24: name one in MOTCUA_NODE.`,
  };
}
