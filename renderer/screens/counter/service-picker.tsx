import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import type { ProcedureSummary } from '../../../core/contract.ts';
import { createSearch, type Search } from '../../../core/catalogue/search/search.ts';
import everydayWords from '../../../resources/everyday-words.json' with { type: 'json' };
import { useSay } from './staff-text.tsx';

/** Finds another procedure for the same visit; those of the counter's own lanes stand first. */
export function ServicePicker(props: {
  /** `null` until the list is here. */
  procedures: readonly ProcedureSummary[] | null;
  ownLanes: readonly string[];
  add: (code: string) => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const { procedures } = props;
  const search = useMemo(() => createSearch(procedures ?? [], everydayWords), [procedures]);
  const found = procedures === null ? [] : procedureChoices(procedures, props.ownLanes, typed, search);
  return (
    <div className="picker-search">
      {/* The list is filtered here, without marks and by field too. */}
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField autoFocus className="picker-field">
          <Label>{say('counter.pick.search')}</Label>
          <Input className="picker-input" />
        </SearchField>
        <p className="picker-hint">{say('counter.pick.searchHint')}</p>
        <ListBox
          className="picker-found"
          aria-label={say('counter.addService')}
          selectionMode="none"
          renderEmptyState={() => (
            <p className="counter-list-none">
              {say(procedures === null ? 'counter.pick.loading' : 'counter.pick.noMatch')}
            </p>
          )}
          onAction={(code) => props.add(String(code))}
        >
          {found.map(({ code, name, field }) => (
            <ListBoxItem key={code} id={code} textValue={name} className="picker-procedure">
              <strong>{name}</strong>
              <small>
                {field} · {code}
              </small>
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

const mostShown = 100;

/**
 * What the typed words find, the likeliest first: neither the lane nor anything else puts another before it. With none typed
 * all of them, those of `ownLanes` first.
 */
export function procedureChoices(
  procedures: readonly ProcedureSummary[],
  ownLanes: readonly string[],
  typed: string,
  search: Search<ProcedureSummary> = createSearch(procedures, everydayWords),
): readonly ProcedureSummary[] {
  if (typed.trim() !== '') return search(typed, mostShown);
  const isOwn = ({ laneLetter }: ProcedureSummary) => ownLanes.includes(laneLetter);
  return [...procedures.filter(isOwn), ...procedures.filter((each) => !isOwn(each))];
}
