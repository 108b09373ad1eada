/** What a person reads in the terminal once everything runs. Pure. */
import type { CoreReady } from './core-process.ts';

const screenNames: Record<string, string> = {
  kiosk: 'Kiosk for citizens',
  display: 'Display of the hall',
  counter: 'Counter officer',
  rating: 'Rating screen',
  admin: 'Administration',
  dock: 'Sample devices',
};

/** @param hubPage `null` without a hub */
export function addressTable(core: CoreReady, hubPage: string | null): string {
  const screens = core.stations
    .filter(({ role }) => role !== 'shell')
    .map(({ role, counterId, url }) => [
      [screenNames[role] ?? role, ...(counterId === null ? [] : [counterId])].join(', '),
      url,
    ]);
  const hub = hubPage === null ? [] : [['Hub of the province', hubPage]];
  const officers = core.officers.map(({ name, pin }) => [name, pin]);
  return [
    ...columns([['Screen', 'Address'], ...screens, ...hub]),
    ...(officers.length === 0 ? [] : ['', ...columns([['Officer (sample)', 'PIN'], ...officers])]),
    '',
    `  Data: ${core.dataFolder}`,
  ].join('\n');
}

function columns(rows: string[][]): string[] {
  const width = Math.max(...rows.map(([first = '']) => Array.from(first.normalize('NFC')).length));
  const line = ([first = '', second = '']: string[]) =>
    `  ${first.normalize('NFC').padEnd(width)}   ${second}`;
  const [head = [], ...rest] = rows;
  return [line(head), `  ${'─'.repeat(width)}   ${'─'.repeat(12)}`, ...rest.map(line)];
}
