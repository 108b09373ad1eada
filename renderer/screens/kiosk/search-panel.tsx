import { useMemo, useState } from 'react';
import { MessageCircleQuestionMark, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { Input, Label, SearchField } from 'react-aria-components/SearchField';
import type { LaneWaiting, ProcedureSummary } from '../../../core/contract.ts';
import { createSearch } from '../../../core/catalogue/search/search.ts';
import everydayWords from '../../../resources/everyday-words.json' with { type: 'json' };
import { ActionButton } from '../../parts/action-button.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { LetterPad } from './letter-pad.tsx';
import { ProcedureList } from './procedure-list.tsx';

/** The wanted one stands among the first; nobody scrolls further than this. */
const mostShown = 30;

export function SearchPanel(props: {
  procedures: readonly ProcedureSummary[];
  lanes: readonly LaneWaiting[];
  onChoose: (code: string) => void;
  /** The way out when nothing fits. */
  onAskOfficer: () => void;
}) {
  const { t } = useTranslation('kiosk');
  const [text, setText] = useState('');
  const search = useMemo(() => createSearch(props.procedures, everydayWords), [props.procedures]);
  const found = useMemo(() => search(text, mostShown), [search, text]);
  return (
    <>
      <SearchField className="search-field" value={text} onChange={setText} autoFocus>
        <Label>{t('procedures.searchLabel')}</Label>
        <div className="search-box">
          <Input
            placeholder={t('procedures.searchHint')}
            inputMode="none"
            autoComplete="off"
            spellCheck={false}
          />
          <Button className="search-clear" aria-label={t('procedures.clear')}>
            <X aria-hidden="true" />
          </Button>
        </div>
      </SearchField>
      <div className="search-body">
        <div className="search-results">
          <p className="search-count" role="status">
            {text.trim() !== '' &&
              (found.length > 0 ? t('procedures.found', { n: found.length }) : t('procedures.nothing'))}
          </p>
          <ScrollArea key={text} moreLabel={t('scroll.more')} backLabel={t('scroll.back')}>
            <ProcedureList procedures={found} lanes={props.lanes} onChoose={props.onChoose} />
          </ScrollArea>
          {text.trim() !== '' && found.length === 0 && (
            <ActionButton icon={<MessageCircleQuestionMark />} onPress={props.onAskOfficer}>
              {t('service.question.tile')}
            </ActionButton>
          )}
        </div>
        <LetterPad text={text} onChange={setText} />
      </div>
    </>
  );
}
