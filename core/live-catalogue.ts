import { catalogueOn, readShippedCatalogue, type Catalogue } from './catalogue.ts';
import type { CentreBook } from './centre-book.ts';
import { laneLetterOf } from './centre-config.ts';
import { type Clock, localDay } from './clock.ts';

/** The catalogue as it is today, with the lanes as they are now. Throws when the catalogue is bad: it came with the program. */
export function createLiveCatalogue(source: unknown, book: CentreBook, clock: Clock): Catalogue {
  const versions = readShippedCatalogue(source);
  let readFor = '';
  let catalogue: Catalogue = { procedures: [], summaries: [], find: () => null };
  const now = () => {
    const today = localDay(clock.now());
    if (today === readFor) return catalogue;
    readFor = today;
    catalogue = catalogueOn(versions, today, (field) => laneLetterOf(book.get(), field));
    return catalogue;
  };
  book.onChange(() => {
    readFor = '';
  });
  return {
    get procedures() {
      return now().procedures;
    },
    get summaries() {
      return now().summaries;
    },
    find: (code) => now().find(code),
  };
}
