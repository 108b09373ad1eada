import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import type { ProcedureSummary } from '../../../core/contract.ts';
import { plain, searchProcedures } from '../kiosk/search.ts';
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
  const found = procedures === null ? [] : procedureChoices(procedures, props.ownLanes, typed);
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

/**
 * What the typed words find; with none typed, all of them. Names that begin with the words as typed come first, then those
 * that hold them, then those with words like them; among each, procedures of `ownLanes`.
 */
export function procedureChoices(
  procedures: readonly ProcedureSummary[],
  ownLanes: readonly string[],
  typed: string,
): ProcedureSummary[] {
  const wanted = plain(typed);
  const found = wanted === '' ? procedures : searchProcedures(procedures, typed);
  const distance = ({ name, laneLetter }: ProcedureSummary) => {
    const at = plain(name).indexOf(wanted);
    return (at === 0 ? 0 : at > 0 ? 2 : 4) + (ownLanes.includes(laneLetter) ? 0 : 1);
  };
  return found.toSorted((a, b) => distance(a) - distance(b));
}
