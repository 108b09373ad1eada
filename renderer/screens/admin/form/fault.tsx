import { createContext, useContext, useEffect, useRef } from 'react';
import type { FormFault, Refusal } from '../../../../core/contract.ts';
import { useSay, type Say } from '../../counter/staff-text.tsx';
import { namedField } from './field-words.ts';

/** What the last save met, for the fields of the page. */
export const Refused = createContext<Refusal | null>(null);

/** What is wrong, in one sentence; `path` is the field that was refused. */
export function faultWords(say: Say, fault: FormFault, path: string | null): string {
  const { name, form } = namedField(say, path ?? '');
  const words = { name: fault.name ?? '', n: fault.n ?? 0, field: name };
  if (fault.why === 'wrong-form') return say(`admin.fault.wrong-form.${form}`, words);
  return say(`admin.fault.${fault.why}`, words);
}

/**
 * The sentence about the field `at` or a part of it, `lanes.2` or `lanes.2.letter`, where it is the one that was refused;
 * with `exact` only about the field as a whole.
 */
export function Fault(props: { at: string; exact?: boolean }) {
  const say = useSay();
  const refusal = useContext(Refused);
  const sentence = useRef<HTMLParagraphElement>(null);
  const field = refusal?.field?.replace(/^centre\./, '') ?? null;
  const isHere = field === props.at || (props.exact !== true && field?.startsWith(`${props.at}.`));
  const fault = isHere ? refusal?.fault : undefined;
  useEffect(() => {
    if (fault !== undefined) sentence.current?.scrollIntoView({ block: 'center' });
  }, [fault]);
  if (fault === undefined) return null;
  return (
    <p ref={sentence} className="admin-fault" role="alert">
      {faultWords(say, fault, field)}
    </p>
  );
}
