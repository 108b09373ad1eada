import { Check, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GreetedCard } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';

export function GreetingPage({ view, screen, ask }: PageProps<'greeting'>) {
  const { t } = useTranslation('kiosk');
  const { card } = screen;
  const { question, yes, no } = answers(card);
  return (
    <KioskFrame view={view} ask={ask} page="greeting" onBack={() => ask({ type: 'back' })}>
      <section className="greeting-card">
        <Hello card={card} />
        <dl className="greeting-facts">
          {card.maskedNumber !== '' && (
            <div>
              <dt>{t('greeting.number')}</dt>
              <dd className="digits">{card.maskedNumber}</dd>
            </div>
          )}
          {card.birthYear !== '' && (
            <div>
              <dt>{t('greeting.birthYear')}</dt>
              <dd className="digits">{card.birthYear}</dd>
            </div>
          )}
        </dl>
        <p className="soft">{t('greeting.memory')}</p>
      </section>
      {(card.review.length > 0 || card.source === 'typed') && (
        <p className="warning" role="status">
          <TriangleAlert aria-hidden="true" />
          <span>{card.source === 'typed' ? t('greeting.typed') : t('greeting.review')}</span>
        </p>
      )}
      <div className="greeting-answer">
        <h2>{t(question)}</h2>
        <div className="two-choices">
          <ActionButton
            tone="primary"
            size="large"
            icon={<Check />}
            onPress={() => ask({ type: 'confirm-card' })}
          >
            {t(yes)}
          </ActionButton>
          <ActionButton size="large" icon={<X />} onPress={() => ask({ type: 'wrong-card' })}>
            {t(no)}
          </ActionButton>
        </div>
        <ActionButton tone="quiet" className="linklike" onPress={() => ask({ type: 'without-card' })}>
          {t('greeting.withoutCard')}
        </ActionButton>
      </div>
    </KioskFrame>
  );
}

/** A child's card is talked about with the adult who brought it; what was typed is asked about as such. */
function answers(card: GreetedCard) {
  if (card.holder === 'child') {
    const no = card.source === 'typed' ? 'greeting.noTyped' : 'greeting.noChild';
    return { question: 'greeting.questionChild', yes: 'greeting.yesChild', no } as const;
  }
  return card.source === 'typed'
    ? ({ question: 'greeting.questionTyped', yes: 'greeting.yesTyped', no: 'greeting.noTyped' } as const)
    : ({ question: 'greeting.question', yes: 'greeting.yes', no: 'greeting.no' } as const);
}

function Hello(props: { card: GreetedCard }) {
  const { t } = useTranslation('kiosk');
  const { fullName, holder, source } = props.card;
  if (fullName === '') {
    return <h1>{holder === 'child' ? t('greeting.childNobody') : t('greeting.helloNobody')}</h1>;
  }
  const ofChild = source === 'typed' ? t('greeting.helloChildNumber') : t('greeting.helloChild');
  return (
    <h1>
      <span className="greeting-hello">{holder === 'child' ? ofChild : t('greeting.hello')}</span>{' '}
      <span className={`greeting-name ${fullName.length > 24 ? 'greeting-long' : ''}`} lang="vi">
        {fullName}
      </span>
    </h1>
  );
}
