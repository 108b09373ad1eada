import type { Result } from '../core/result.ts';

export type Row = Record<string, unknown>;
export type Queries = {
  query: (sql: string, values: unknown[]) => Promise<Row[]>;
  /** Several statements, no values. */
  script: (sql: string) => Promise<void>;
};
/** PostgreSQL, in this process or elsewhere. Once `transaction` gives `ok`, its rows are on disk. */
export type Database = Queries & {
  /** Commits when `work` gives `ok`; undoes everything when it gives an error or throws. */
  transaction: <Value, Failure>(
    work: (queries: Queries) => Promise<Result<Value, Failure>>,
  ) => Promise<Result<Value, Failure>>;
  close: () => Promise<void>;
};

/** A start that cannot succeed, in one sentence for whoever runs the hub. */
export class CannotStart extends Error {}
