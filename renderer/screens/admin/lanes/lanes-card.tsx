import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CentreDocument } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import { Fault } from '../form/fault.tsx';
import { Choice, RemoveButton, TextInput } from '../form/inputs.tsx';
import { changed } from '../form/rows.ts';
import type { Draft } from '../form/use-draft.ts';
import { FieldsPanel } from './fields-panel.tsx';
import { freeLetters, withLetter, withNewLane, withoutLane } from './lane-changes.ts';

/** The lanes: a letter, a name and the fields of procedures each takes. */
export function LanesCard(props: { draft: Draft; fields: CentreDocument['fields'] }) {
  const say = useSay();
  const { centre, change } = props.draft;
  const [choosing, setChoosing] = useState<string | null>(null);
  const free = freeLetters(centre);
  return (
    <section className="admin-card">
      <h1 className="admin-card-title">{say('admin.lanes.title')}</h1>
      <p className="admin-hint">{say('admin.lanes.hint')}</p>
      <Fault at="lanes" exact />
      <table className="admin-form-table">
        <thead>
          <tr>
            <th className="lanes-letter">{say('admin.lanes.letter')}</th>
            <th className="lanes-name">{say('admin.lanes.name')}</th>
            <th>{say('admin.lanes.fields')}</th>
            <td className="admin-narrow" />
          </tr>
        </thead>
        <tbody>
          {centre.lanes.map(({ letter, name, fields }, index) => (
            <tr key={index}>
              <td>
                <Choice
                  label={say('admin.lanes.letterOf', { letter })}
                  value={letter}
                  options={[letter, ...free].map((value) => ({ value, label: value }))}
                  onChange={(next) => change(withLetter(centre, letter, next))}
                />
              </td>
              <td>
                <TextInput
                  label={say('admin.lanes.nameOf', { letter })}
                  value={name}
                  onChange={(next) => change({ lanes: changed(centre.lanes, index, { name: next }) })}
                />
                <Fault at={`lanes.${index}`} />
              </td>
              <td>
                <div className="lanes-fields">
                  <span>
                    {fields.length > 0 ? (
                      fields.join(' · ')
                    ) : (
                      <Nothing isGeneral={letter === centre.generalLane} />
                    )}
                  </span>
                  <ActionButton
                    label={say('admin.lanes.chooseFor', { letter })}
                    onPress={() => setChoosing(letter)}
                  >
                    {say('admin.lanes.choose')}
                  </ActionButton>
                </div>
              </td>
              <td>
                <RemoveButton
                  label={say('admin.form.remove', { name: say('admin.lanes.laneOf', { letter }) })}
                  isDisabled={centre.lanes.length === 1 || letter === centre.generalLane}
                  onPress={() => change(withoutLane(centre, letter))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ActionButton
        icon={<Plus />}
        isDisabled={free.length === 0}
        onPress={() => change(withNewLane(centre, say('admin.lanes.newName')))}
      >
        {say('admin.lanes.add')}
      </ActionButton>
      {choosing !== null && (
        <FieldsPanel
          letter={choosing}
          draft={props.draft}
          fields={props.fields}
          close={() => setChoosing(null)}
        />
      )}
    </section>
  );
}

function Nothing(props: { isGeneral: boolean }) {
  const say = useSay();
  return <em>{say(props.isGeneral ? 'admin.lanes.general' : 'admin.lanes.noFields')}</em>;
}
