import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { DockFault, DockView, PrinterStatus, SyncView } from '../../core/contract.ts';
import type { SendToDock } from '../client.ts';
import { formatTime } from '../text/format.ts';

/** Drives the fake devices: what is on the paper, what is wrong with the printer, which card is held to the reader. */
export function DockBoard(props: { view: DockView; send: SendToDock }) {
  const { view, send } = props;
  return (
    <div className="dock-board">
      {view.printers.map((printer) => (
        <section key={printer.id}>
          <h2>{printer.name}</h2>
          <ToggleButtonGroup
            className="dock-buttons"
            aria-label={`Lỗi ${printer.name}`}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[printer.fault]}
            onSelectionChange={([key]) => {
              const fault = faults.find((each) => each === key);
              if (fault !== undefined) void send({ type: 'printer-fault', fault, printer: printer.id });
            }}
          >
            {faults.map((fault) => (
              <ToggleButton key={fault} id={fault} className="dock-button">
                {faultWords[fault]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </section>
      ))}
      <p>In phiếu: {printerWords[view.printer.at]}</p>
      <section>
        <h2>Đưa thẻ mẫu vào đầu đọc</h2>
        <div className="dock-buttons">
          {view.samples.map((sample) => (
            <Button
              key={sample.name}
              className="dock-button"
              onPress={() => void send({ type: 'scan-sample', name: sample.name })}
            >
              {sample.label}
            </Button>
          ))}
        </div>
      </section>
      <section>
        <h2>Đồng bộ: {syncWords(view.sync)}</h2>
        {view.sync.trouble !== null && <p>{view.sync.trouble}</p>}
      </section>
      <section>
        <h2>Phiếu vừa in</h2>
        {view.slips.length === 0 && <p>Chưa có phiếu nào.</p>}
        <ul className="dock-slips">
          {view.slips.map((slip) => (
            <li key={slip.id}>
              <p>
                {formatTime(slip.printedAt)} · {slip.title}
              </p>
              <img src={slip.png} alt={slip.title} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function syncWords(sync: SyncView): string {
  if (sync.hub === null) return 'không có máy chủ';
  const state = { never: 'chưa lần nào', ok: 'tốt', failing: 'đang lỗi' }[sync.state];
  return `${state}, còn ${sync.pending} việc chưa gửi`;
}

const printerWords: Record<PrinterStatus['at'], string> = {
  ready: 'sẵn sàng',
  'paper-low': 'sắp hết giấy',
  'paper-out': 'hết giấy',
  'cover-open': 'mở nắp',
  offline: 'không nối được',
  error: 'trục trặc',
};
const faultWords: Record<DockFault, string> = {
  none: 'Không lỗi',
  'paper-low': 'Sắp hết giấy',
  'paper-out': 'Hết giấy',
  'cover-open': 'Mở nắp',
  offline: 'Rút dây',
  error: 'Trục trặc',
  'jam-midway': 'Kẹt giữa chừng',
  hang: 'Đứng máy',
  slow: 'In chậm',
  'power-cut': 'Mất điện giữa chừng',
};
// Not the contract's own list: its module would bring zod along.
const faults: DockFault[] = [
  'none',
  'paper-low',
  'paper-out',
  'cover-open',
  'offline',
  'error',
  'jam-midway',
  'hang',
  'slow',
  'power-cut',
];
