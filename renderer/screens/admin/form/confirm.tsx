import { Heading } from 'react-aria-components/Heading';
import type { ReactNode } from 'react';
import { ActionButton } from '../../../parts/action-button.tsx';
import { PickerPanel } from '../../counter/picker.tsx';
import { useSay } from '../../counter/staff-text.tsx';

/** Asks once more before something that others will notice. */
export function Confirm(props: {
  title: string;
  children: ReactNode;
  yes: string;
  isDanger?: boolean;
  confirm: () => void;
  close: () => void;
}) {
  const say = useSay();
  return (
    <PickerPanel close={props.close}>
      <Heading slot="title" className="picker-title">
        {props.title}
      </Heading>
      <div className="admin-confirm">{props.children}</div>
      <div className="admin-confirm-keys">
        <ActionButton onPress={props.close}>{say('admin.form.no')}</ActionButton>
        <ActionButton
          tone={props.isDanger === true ? 'danger' : 'primary'}
          onPress={() => {
            props.close();
            props.confirm();
          }}
        >
          {props.yes}
        </ActionButton>
      </div>
    </PickerPanel>
  );
}
