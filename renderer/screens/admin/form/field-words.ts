import type { Say } from '../../counter/staff-text.tsx';

export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** The rules of the queue in the order of the page, each with its unit. */
export const queueRuleUnits = [
  ['priorityInARow', 'calls'],
  ['helpAfterMinutes', 'minutes'],
  ['returnBehind', 'people'],
  ['mostReturns', 'times'],
  ['missedExpiresMinutes', 'minutes'],
  ['recallAfterSeconds', 'seconds'],
  ['missAfterSeconds', 'seconds'],
] as const;

/** How a field is written down. */
export type FieldForm = 'words' | 'letter' | 'time' | 'day';
/** What an administrator calls a field. */
export type NamedField = { name: string; form: FieldForm };
type Kind = { path: RegExp; form: FieldForm; name: (say: Say, parts: string[]) => string };

const kinds: Kind[] = [
  { path: /^lanes\.\d+\.letter$/, form: 'letter', name: (say) => say('admin.field.laneLetter') },
  { path: /^lanes\.\d+\.name$/, form: 'words', name: (say) => say('admin.lanes.name') },
  { path: /^lanes\b/, form: 'words', name: (say) => say('admin.lanes.title') },
  { path: /^counters\.\d+\.name$/, form: 'words', name: (say) => say('admin.counters.name') },
  { path: /^counters\b/, form: 'words', name: (say) => say('admin.counters.title') },
  { path: /^priorityClasses\.\d+\.vi$/, form: 'words', name: (say) => say('admin.field.classVi') },
  { path: /^priorityClasses\.\d+\.en$/, form: 'words', name: (say) => say('admin.field.classEn') },
  { path: /^priorityClasses\b/, form: 'words', name: (say) => say('admin.classes.title') },
  ...queueRuleUnits.map(
    ([rule]): Kind => ({
      path: new RegExp(`^queue\\.${rule}$`),
      form: 'words',
      name: (say) => say(`admin.rules.${rule}`),
    }),
  ),
  ...(['from', 'to'] as const).map(
    (side): Kind => ({
      path: new RegExp(`^hours\\.week\\.([0-6])\\.(\\d+)\\.${side}$`),
      form: 'time',
      name: (say, [day, session]) =>
        say(`admin.hours.${side}`, {
          day: say(`admin.hours.days.${weekDays[Number(day)] ?? 'mon'}`),
          session: Number(session) + 1,
        }),
    }),
  ),
  {
    path: /^hours\.closedDays\.(\d+)\.day$/,
    form: 'day',
    name: (say, [row]) => say('admin.hours.dayOf', { number: Number(row) + 1 }),
  },
  {
    path: /^hours\.closedDays\.(\d+)\.name$/,
    form: 'words',
    name: (say, [row]) => say('admin.hours.nameOf', { number: Number(row) + 1 }),
  },
  { path: /^hours\.lastTicketMinutes$/, form: 'words', name: (say) => say('admin.hours.lastTicket') },
  { path: /^printer\.name$/, form: 'words', name: (say) => say('admin.printers.form.name') },
  { path: /^printer\.address$/, form: 'words', name: (say) => say('admin.printers.form.address') },
  { path: /^time$/, form: 'time', name: (say) => say('admin.appointments.time') },
];

/** The name of a field by its path in what was sent, `centre.counters.2.name`. */
export function namedField(say: Say, path: string): NamedField {
  const within = path.replace(/^centre\./, '');
  for (const { path: pattern, form, name } of kinds) {
    const match = pattern.exec(within);
    if (match !== null) return { name: name(say, match.slice(1)), form };
  }
  return { name: say('admin.field.other'), form: 'words' };
}
