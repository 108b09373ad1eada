import { Check, CircleCheck, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { correctableFields, type CorrectableField } from '../../../../core/card/correctable.ts';
import type { CardReviewReason, Gender, ReviewedField } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { formatDay } from '../../../text/format.ts';
import type { Ask } from '../ask.ts';
import { DoubtSign } from './doubt-sign.tsx';

/** A field with what speaks against it, and what the citizen can do about it. */
export function DoubtfulField(props: {
  of: ReviewedField;
  says: { gender: Gender; birthYear: number };
  ask: Ask;
}) {
  const { t } = useTranslation('kiosk');
  const { of, ask } = props;
  const field = correctableFields.find((name): name is CorrectableField => name === of.field);
  return (
    <li className={`review-field ${of.doubt === null ? 'review-settled' : 'review-open'}`}>
      <div className="review-said">
        <h2>{t(`field.${of.field}`)}</h2>
        <p className={of.value === '' ? 'review-nothing' : 'review-value'}>
          <FieldValue of={of} />
        </p>
      </div>
      {of.doubt === null ? (
        <p className="review-why">
          <CircleCheck aria-hidden="true" />
          {of.settled === 'kept' ? t('review.kept') : t('review.corrected')}
        </p>
      ) : (
        <p className="review-why">
          <DoubtSign />
          <Why reason={of.doubt} value={of.value} says={props.says} />
        </p>
      )}
      {field !== undefined && (
        <div className="review-answers">
          <ActionButton icon={<PenLine />} onPress={() => ask({ type: 'correct-field', field })}>
            {of.value === '' ? t('review.enter') : t('review.correct')}
          </ActionButton>
          {of.doubt !== null && of.value !== '' && (
            <ActionButton icon={<Check />} onPress={() => ask({ type: 'keep-field', field })}>
              {t('review.keep')}
            </ActionButton>
          )}
        </div>
      )}
    </li>
  );
}

/** Why a place has to be looked at, in a sentence. */
export function Why(props: {
  reason: CardReviewReason;
  value: string;
  says: { gender: Gender; birthYear: number };
}) {
  const { t } = useTranslation('kiosk');
  const { says } = props;
  const words = {
    year: props.value.slice(0, 4),
    numberYear: says.birthYear,
    gender: t(says.gender === 'male' ? 'gender.female' : 'gender.male'),
    numberGender: t(`gender.${says.gender}`),
  };
  return <span>{t(`review.reason.${props.reason}`, words)}</span>;
}

export function FieldValue(props: { of: ReviewedField }) {
  const { t } = useTranslation('kiosk');
  const { field, value } = props.of;
  if (value === '') return <span>{t('review.nothing')}</span>;
  if (field === 'gender') return <span>{t(value === 'male' ? 'gender.male' : 'gender.female')}</span>;
  if (field === 'dateOfBirth' || field === 'issuedOn')
    return <span className="digits">{formatDay(value)}</span>;
  return <span lang="vi">{value}</span>;
}
