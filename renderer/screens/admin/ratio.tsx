import { useSay } from '../counter/staff-text.tsx';
import { percentWords } from './shares.ts';

/** A share with what it was counted from; in words when there was nothing to count. */
export function Ratio(props: { part: number; whole: number }) {
  const say = useSay();
  const percent = percentWords(props.part, props.whole);
  if (percent === null) return <strong className="admin-no-data">{say('ratio.noData')}</strong>;
  return (
    <>
      <strong>{say('ratio.count', { part: props.part, whole: props.whole })}</strong> (
      {say('ratio.percent', { percent })})
    </>
  );
}
