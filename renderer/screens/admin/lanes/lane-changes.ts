import type { CentreConfig } from '../../../../core/contract.ts';

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type Part = 'own' | 'helps' | 'none';
type Change = Partial<CentreConfig>;

export function freeLetters(centre: CentreConfig): string[] {
  return letters.filter((letter) => !centre.lanes.some((lane) => lane.letter === letter));
}

/** A lane with the next free letter; nothing when all eight are taken. */
export function withNewLane(centre: CentreConfig, name: string): Change {
  const letter = freeLetters(centre)[0];
  return letter === undefined ? {} : { lanes: [...centre.lanes, { letter, name, fields: [] }] };
}

/** Another letter for a lane; whatever names the old one follows. */
export function withLetter(centre: CentreConfig, old: string, letter: string): Change {
  const follow = <Lane extends string | undefined>(one: Lane): Lane | string => (one === old ? letter : one);
  return {
    lanes: centre.lanes.map((lane) => ({ ...lane, letter: follow(lane.letter) })),
    ...withReferences(centre, (lanes) => lanes.map(follow)),
    generalLane: follow(centre.generalLane),
    lanesOfKind: Object.fromEntries(
      Object.entries(centre.lanesOfKind).map(([kind, lane]) => [kind, follow(lane)]),
    ),
  };
}

/** Without a lane; counters no longer serve it, and kinds it took go to the general one. */
export function withoutLane(centre: CentreConfig, letter: string): Change {
  return {
    lanes: centre.lanes.filter((lane) => lane.letter !== letter),
    ...withReferences(centre, (lanes) => lanes.filter((one) => one !== letter)),
    lanesOfKind: Object.fromEntries(Object.entries(centre.lanesOfKind).filter(([, lane]) => lane !== letter)),
  };
}

function withReferences(
  centre: CentreConfig,
  change: (lanes: string[]) => string[],
): Pick<CentreConfig, 'counters'> {
  return {
    counters: centre.counters.map((counter) => ({
      ...counter,
      lanes: change(counter.lanes),
      helps: change(counter.helps),
    })),
  };
}

/** A field belongs to one lane: given to this one, it leaves the one that had it. `letter: null` gives it to none. */
export function withField(centre: CentreConfig, field: string, letter: string | null): Change {
  return {
    lanes: centre.lanes.map((lane) => {
      const others = lane.fields.filter((one) => one !== field);
      return { ...lane, fields: lane.letter === letter ? [...others, field] : others };
    }),
  };
}

export function partOf(counter: CentreConfig['counters'][number], letter: string): Part {
  if (counter.lanes.includes(letter)) return 'own';
  return counter.helps.includes(letter) ? 'helps' : 'none';
}

const nextPart: Record<Part, Part> = { none: 'own', own: 'helps', helps: 'none' };

/** The cell of a counter and a lane, pressed once. */
export function withNextPart(centre: CentreConfig, index: number, letter: string): Change {
  return {
    counters: centre.counters.map((counter, at) => {
      if (at !== index) return counter;
      const part = nextPart[partOf(counter, letter)];
      const rest = (lanes: string[]) => lanes.filter((one) => one !== letter);
      return {
        ...counter,
        lanes: part === 'own' ? [...rest(counter.lanes), letter].toSorted() : rest(counter.lanes),
        helps: part === 'helps' ? [...rest(counter.helps), letter].toSorted() : rest(counter.helps),
      };
    }),
  };
}

/** A counter with a number nobody has had: its id names it in the records of other days too. */
export function withNewCounter(centre: CentreConfig, nameOf: (number: number) => string): Change {
  const numbers = centre.counters.map(({ id }) => Number(/^quay-([0-9]+)$/.exec(id)?.[1] ?? 0));
  const number = Math.max(0, ...numbers) + 1;
  const counter = { id: `quay-${number}`, name: nameOf(number), lanes: [centre.generalLane], helps: [] };
  return { counters: [...centre.counters, counter] };
}

/** A group with an id no other has. */
export function withNewClass(centre: CentreConfig, vi: string, en: string): Change {
  const ids = new Set(centre.priorityClasses.map(({ id }) => id));
  let number = 1;
  while (ids.has(`group-${number}`)) number += 1;
  return { priorityClasses: [...centre.priorityClasses, { id: `group-${number}`, vi, en }] };
}
