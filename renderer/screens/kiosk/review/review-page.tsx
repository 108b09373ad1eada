import { ArrowRight, Eye, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReviewedField } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { ScrollArea } from '../../../parts/scroll-area.tsx';
import type { PageProps } from '../ask.ts';
import { KioskFrame } from '../kiosk-frame.tsx';
import { DoubtfulField, FieldValue, Why } from './doubtful-field.tsx';
import { DoubtSign } from './doubt-sign.tsx';
import './review.css';

/** A card that was read and does not agree with itself, or lost letters: what it says, and the places to look at. */
export function ReviewPage({ view, screen, ask }: PageProps<'review'>) {
  const { t } = useTranslation('kiosk');
  const wasInDoubt = ({ doubt, settled }: ReviewedField) => doubt !== null || settled !== null;
  const toLookAt = screen.fields.filter(wasInDoubt);
  const rest = screen.fields.filter((field) => !wasInDoubt(field));
  const isDone = screen.doubts.length === 0 && toLookAt.every(({ doubt }) => doubt === null);
  return (
    <KioskFrame view={view} ask={ask} page="review" onBack={() => ask({ type: 'back' })}>
      <div className="review-head">
        <h1 className="long-title">{isDone ? t('review.titleDone') : t('review.title')}</h1>
        <p>
          {!isDone && <DoubtSign />}
          <span>{isDone ? t('review.leadDone') : t('review.lead')}</span>
        </p>
      </div>
      <div className="review-places">
        <ScrollArea moreLabel={t('scroll.more')} backLabel={t('scroll.back')}>
          <ul className="review-list">
            {screen.doubts.map((reason) => (
              <li key={reason} className="review-field review-open">
                <p className="review-why">
                  <DoubtSign />
                  <Why reason={reason} of={{ value: '', isTyped: false }} says={screen.numberSays} />
                </p>
              </li>
            ))}
            {toLookAt.map((field) => (
              <DoubtfulField
                key={field.field}
                of={field}
                says={screen.numberSays}
                number={screen.number}
                ask={ask}
              />
            ))}
          </ul>
        </ScrollArea>
      </div>
      <section className="review-rest">
        <h2>{t('review.rest')}</h2>
        <dl>
          {rest.map((field) => (
            <div key={field.field}>
              <dt>{t(`field.${field.field}`)}</dt>
              <dd>
                <FieldValue of={field} number={screen.number.shown} />
                {field.field === 'number' && screen.number.canShow && screen.number.shown === null && (
                  <ActionButton icon={<Eye />} onPress={() => ask({ type: 'show-number' })}>
                    {t('review.showNumber')}
                  </ActionButton>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <ActionButton
        className="review-on"
        tone={isDone ? 'primary' : 'plain'}
        size="large"
        icon={isDone ? <ArrowRight /> : <UserRound />}
        iconAt={isDone ? 'end' : 'start'}
        onPress={() => ask({ type: 'finish-review' })}
      >
        {isDone ? t('review.goOn') : t('review.toOfficer')}
      </ActionButton>
    </KioskFrame>
  );
}
