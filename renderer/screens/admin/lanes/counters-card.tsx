import { Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import { Fault } from '../form/fault.tsx';
import { RemoveButton, TextInput } from '../form/inputs.tsx';
import { changed, without } from '../form/rows.ts';
import type { Draft } from '../form/use-draft.ts';
import { partOf, withNewCounter, withNextPart } from './lane-changes.ts';

/** Which counter serves which lane: one row a counter, one column a lane. */
export function CountersCard(props: { draft: Draft }) {
  const say = useSay();
  const { centre, change } = props.draft;
  return (
    <section className="admin-card">
      <h2 className="admin-card-title">{say('admin.counters.title')}</h2>
      <p className="admin-hint">{say('admin.counters.hint')}</p>
      <Fault at="counters" exact />
      <table className="admin-form-table counters-table">
        <thead>
          <tr>
            <th className="counters-name">{say('admin.counters.name')}</th>
            {centre.lanes.map(({ letter, name }) => (
              <th key={letter} className="counters-lane" title={name}>
                {letter}
              </th>
            ))}
            <td className="admin-narrow" />
          </tr>
        </thead>
        <tbody>
          {centre.counters.map((counter, index) => (
            <tr key={counter.id}>
              <td>
                <TextInput
                  label={say('admin.counters.nameOf', { name: counter.name })}
                  value={counter.name}
                  onChange={(name) => change({ counters: changed(centre.counters, index, { name }) })}
                />
                <Fault at={`counters.${index}`} />
              </td>
              {centre.lanes.map(({ letter }) => {
                const part = partOf(counter, letter);
                const words = say(`admin.counters.parts.${part}`);
                return (
                  <td key={letter}>
                    <Button
                      className={`counters-cell counters-cell-${part}`}
                      aria-label={say('admin.counters.cell', {
                        counter: counter.name,
                        lane: letter,
                        part: words,
                      })}
                      onPress={() => change(withNextPart(centre, index, letter))}
                    >
                      {part === 'none' ? '–' : words}
                    </Button>
                  </td>
                );
              })}
              <td>
                <RemoveButton
                  label={say('admin.form.remove', { name: counter.name })}
                  isDisabled={centre.counters.length === 1}
                  onPress={() => change({ counters: without(centre.counters, index) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ActionButton
        icon={<Plus />}
        onPress={() => change(withNewCounter(centre, (number) => say('admin.counters.newName', { number })))}
      >
        {say('admin.counters.add')}
      </ActionButton>
    </section>
  );
}
