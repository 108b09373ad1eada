import { Check, CircleCheck, Eye, Keyboard, PenLine, ScanQrCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { correctableFields, type CorrectableField } from '../../../../core/card/correctable.ts';
import type { CardReviewReason, Gender, ReviewedField } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { formatDay, groupNumber } from '../../../text/format.ts';
import type { Ask } from '../ask.ts';
import { DoubtSign } from './doubt-sign.tsx';

/** A field with what speaks against it, and what the citizen can do about it. */
export function DoubtfulField(props: {
  of: ReviewedField;
  says: { gender: Gender; birthYear: number };
  number: { canShow: boolean; shown: string | null };
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
          <FieldValue of={of} number={props.number.shown} />
        </p>
      </div>
      {of.doubt === null ? (
        <p className="review-why">
          <CircleCheck aria-hidden="true" />
          {of.settled === 'kept' ? t(of.isTyped ? 'review.keptTyped' : 'review.kept') : t('review.corrected')}
        </p>
      ) : (
        <p className="review-why">
          <DoubtSign />
          <Why reason={of.doubt} of={of} says={props.says} />
        </p>
      )}
      {of.field === 'number' && of.doubt !== null && <NumberAnswers number={props.number} ask={ask} />}
      {field !== undefined && (
        <div className="review-answers">
          <ActionButton icon={<PenLine />} onPress={() => ask({ type: 'correct-field', field })}>
            {of.value === '' ? t('review.enter') : t('review.correct')}
          </ActionButton>
          {of.doubt !== null && of.value !== '' && (
            <ActionButton icon={<Check />} onPress={() => ask({ type: 'keep-field', field })}>
              {t(of.isTyped ? 'review.keepTyped' : 'review.keep')}
            </ActionButton>
          )}
        </div>
      )}
    </li>
  );
}

/** A number cannot be put right on the card: it is read again, or typed instead of the card. */
function NumberAnswers(props: { number: { shown: string | null }; ask: Ask }) {
  const { t } = useTranslation('kiosk');
  const { number, ask } = props;
  return (
    <div className="review-answers">
      <ActionButton icon={<ScanQrCode />} onPress={() => ask({ type: 'wrong-card' })}>
        {t('review.readAgain')}
      </ActionButton>
      <ActionButton icon={<Keyboard />} onPress={() => ask({ type: 'type-number' })}>
        {t('review.typeNumber')}
      </ActionButton>
      {number.shown === null && (
        <ActionButton icon={<Eye />} onPress={() => ask({ type: 'show-number' })}>
          {t('review.showNumber')}
        </ActionButton>
      )}
    </div>
  );
}

/** What was typed is not said to stand on the card. */
const ofTyped = {
  'century-mismatch': 'review.typedReason.year',
  'birth-year-mismatch': 'review.typedReason.year',
  'gender-mismatch': 'review.typedReason.gender',
} as const;

/** Why a place has to be looked at, in a sentence. */
export function Why(props: {
  reason: CardReviewReason;
  of: Pick<ReviewedField, 'value' | 'isTyped'>;
  says: { gender: Gender; birthYear: number };
}) {
  const { t } = useTranslation('kiosk');
  const { says, of, reason } = props;
  const words = {
    year: of.value.slice(0, 4),
    numberYear: says.birthYear,
    gender: t(says.gender === 'male' ? 'gender.female' : 'gender.male'),
    numberGender: t(`gender.${says.gender}`),
  };
  if (
    of.isTyped &&
    (reason === 'century-mismatch' || reason === 'birth-year-mismatch' || reason === 'gender-mismatch')
  )
    return <span>{t(ofTyped[reason], words)}</span>;
  return <span>{t(`review.reason.${reason}`, words)}</span>;
}

/** `number`: the whole number, once it was asked for. */
export function FieldValue(props: { of: ReviewedField; number: string | null }) {
  const { t } = useTranslation('kiosk');
  const { field, value } = props.of;
  if (field === 'number' && props.number !== null)
    return <span className="digits">{groupNumber(props.number)}</span>;
  if (value === '') return <span>{t('review.nothing')}</span>;
  if (field === 'gender') return <span>{t(value === 'male' ? 'gender.male' : 'gender.female')}</span>;
  if (field === 'dateOfBirth' || field === 'issuedOn')
    return <span className="digits">{formatDay(value)}</span>;
  return <span lang="vi">{value}</span>;
}
