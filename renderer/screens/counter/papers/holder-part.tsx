import type { CounterDesk } from '../../../../core/contract.ts';
import { useSay } from '../staff-text.tsx';
import type { Holder, Moment, PaperDrafts } from './drafts.ts';
import { Field, Part } from './fields.tsx';

export type FormProps = {
  drafts: PaperDrafts;
  change: (next: (drafts: PaperDrafts) => PaperDrafts) => void;
  desk: Pick<CounterDesk, 'place'>;
};

/** Whom the paper is for. */
export function HolderPart(
  props: Pick<FormProps, 'drafts' | 'change'> & { asksNumber: boolean; isFirst?: boolean },
) {
  const say = useSay();
  const { holder } = props.drafts;
  const set = (key: keyof Holder) => (value: string) =>
    props.change((drafts) => ({ ...drafts, holder: { ...drafts.holder, [key]: value } }));
  const field = (key: keyof Holder) => ({
    name: key,
    label: say(`papers.field.${key}`),
    value: holder[key],
    onChange: set(key),
  });
  return (
    <Part title={say('papers.part.holder')}>
      <Field {...field('applicant')} isFirst={props.isFirst ?? false} />
      <Field {...field('address')} isOptional />
      {props.asksNumber && (
        <Field {...field('personalNumberEnd')} size="half" inputMode="numeric" isOptional />
      )}
      <Field {...field('phone')} size="half" inputMode="tel" isOptional />
      <Field {...field('email')} size={props.asksNumber ? 'whole' : 'half'} inputMode="email" isOptional />
    </Part>
  );
}

/** A day and a time beside each other. */
export function MomentFields(props: {
  name: string;
  dayLabel: string;
  timeLabel: string;
  value: Moment;
  onChange: (value: Moment) => void;
}) {
  const { value, onChange } = props;
  return (
    <>
      <Field
        name={`${props.name}.day`}
        label={props.dayLabel}
        size="half"
        inputMode="numeric"
        placeholder="dd/mm/yyyy"
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <Field
        name={`${props.name}.time`}
        label={props.timeLabel}
        size="half"
        inputMode="numeric"
        placeholder="09:30"
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
    </>
  );
}
