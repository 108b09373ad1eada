import type { CentreBook } from './centre-book.ts';
import type { Station } from './contract.ts';
import { createStationBook, enrolStations, type EnrolledStation } from './enrolment.ts';

/** The screens of the centre and their tokens, kept in step with its counters and kiosks. */
export type StationRegister = {
  enrolled(): EnrolledStation[];
  stations(): Station[];
  stationOf(token: string): Station | null;
  /** Calls `listener` after screens came or went. */
  onChange(listener: () => void): void;
};

/** `write` keeps the list for the next start. */
export function createStationRegister(
  known: EnrolledStation[],
  book: CentreBook,
  withDock: boolean,
  write: (enrolled: EnrolledStation[]) => void,
): StationRegister {
  let enrolled = known;
  let find = createStationBook(enrolled);
  const listeners: (() => void)[] = [];
  enrol();
  book.onChange(() => {
    if (enrol()) for (const listener of listeners) listener();
  });

  function enrol(): boolean {
    const next = enrolStations(enrolled, book.get(), withDock);
    if (JSON.stringify(next) === JSON.stringify(enrolled)) return false;
    enrolled = next;
    find = createStationBook(enrolled);
    write(enrolled);
    return true;
  }

  return {
    enrolled: () => enrolled,
    stations: () => enrolled.map(({ id, role, counterId }) => ({ id, role, counterId })),
    stationOf: (token) => find(token),
    onChange: (listener) => void listeners.push(listener),
  };
}
