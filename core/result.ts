/** What can happen is a value; what cannot, throws. Plain objects, so that a result survives a structured clone. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export function ok(): Result<undefined, never>;
export function ok<Value>(value: Value): Result<Value, never>;
export function ok(value?: unknown): Result<unknown, never> {
  return { ok: true, value };
}

export function err<Failure>(error: Failure): Result<never, Failure> {
  return { ok: false, error };
}

/** Marks the end of an exhaustive switch: reaching it is a bug. Names the value's kind only: the rest may be a citizen's. */
export function unreachable(value: never): never {
  const { at, type, outcome } = Object(value) as { [key in 'at' | 'type' | 'outcome']?: string };
  throw new Error(`unexpected value: ${at ?? type ?? outcome ?? typeof value}`);
}
