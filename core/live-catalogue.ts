import { createCatalogue, type Catalogue } from './catalogue.ts';
import type { CentreBook } from './centre-book.ts';
import { laneLetterOf } from './centre-config.ts';

/** The catalogue of procedures with the lanes as they are now. Throws when the catalogue is bad: it came with the program. */
export function createLiveCatalogue(source: unknown, book: CentreBook): Catalogue {
  const read = () => createCatalogue(source, (field) => laneLetterOf(book.get(), field));
  let catalogue = read();
  book.onChange(() => {
    catalogue = read();
  });
  return {
    get procedures() {
      return catalogue.procedures;
    },
    get summaries() {
      return catalogue.summaries;
    },
    find: (code) => catalogue.find(code),
  };
}
