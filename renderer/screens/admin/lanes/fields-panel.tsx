import type { CentreDocument } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { PickerPanel } from '../../counter/picker.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import type { Draft } from '../form/use-draft.ts';
import { Heading } from 'react-aria-components/Heading';
import { withField } from './lane-changes.ts';

/** The fields of the catalogue, to be given to one lane or taken from it. */
export function FieldsPanel(props: {
  letter: string;
  draft: Draft;
  fields: CentreDocument['fields'];
  close: () => void;
}) {
  const say = useSay();
  const { letter, fields, close } = props;
  const { centre, change } = props.draft;
  const laneOf = (field: string) => centre.lanes.find((lane) => lane.fields.includes(field))?.letter ?? null;
  return (
    <PickerPanel close={close}>
      <Heading slot="title" className="picker-title">
        {say('admin.lanes.fieldsOf', { letter })}
      </Heading>
      <ul className="lanes-choices">
        {fields.map(({ name, procedures }) => {
          const at = laneOf(name);
          return (
            <li key={name}>
              <label className="lanes-choice">
                <input
                  type="checkbox"
                  checked={at === letter}
                  onChange={(event) => change(withField(centre, name, event.target.checked ? letter : null))}
                />
                <span>{name}</span>
                <small>
                  {at !== null && at !== letter && `${say('admin.lanes.inLane', { letter: at })}, `}
                  {say('admin.lanes.procedures', { count: procedures })}
                </small>
              </label>
            </li>
          );
        })}
      </ul>
      <div className="admin-confirm-keys">
        <ActionButton tone="primary" onPress={close}>
          {say('admin.lanes.done')}
        </ActionButton>
      </div>
    </PickerPanel>
  );
}
