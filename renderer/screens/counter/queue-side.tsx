import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { CounterDesk, TicketBrief } from '../../../core/contract.ts';
import { waitingListed } from '../../../core/queue/ticket.ts';
import { listKeys } from './actions.ts';
import { priorityWords, purposeWords } from './brief-words.ts';
import { elapsedWords } from './elapsed.ts';
import { HelpCard } from './help-card.tsx';
import { KeyCap } from './key-cap.tsx';
import type { ListName, Picking } from './picking.ts';
import { PrinterAlert } from './printer-alert.tsx';
import { SlipList } from './slip-list.tsx';
import { useSay } from './staff-text.tsx';
import { TicketList } from './ticket-list.tsx';
import './queue-side.css';

/** Which list is open; `asked` grows with each press of a key for one, so that the focus goes there. 0: it was clicked. */
export type OpenList = { name: OpenListName; asked: number };
export type OpenListName = (typeof listKeys)[keyof typeof listKeys];
const listNames: [string, OpenListName][] = Object.entries(listKeys);
const ticketLists = listNames.map(([, name]) => name).filter((name) => name !== 'slips');
const noneWords = {
  waiting: 'counter.list.noneWaiting',
  missed: 'counter.list.noneMissed',
  parked: 'counter.list.noneParked',
} as const;

/** The queue behind the ticket in hand: the lanes, the three lists, and who comes next while somebody is here. */
export function QueueSide(props: {
  desk: CounterDesk;
  now: number;
  showsNext: boolean;
  list: OpenList;
  openList: (name: OpenListName) => void;
  pick: (list: ListName, ticket: TicketBrief) => void;
  pickSlip: (picking: Picking) => void;
  isResting: boolean;
  acceptHelp: (request: string, on: boolean) => void;
}) {
  const say = useSay();
  const { desk, list } = props;
  return (
    <aside className="counter-aside" aria-label={say('counter.list.title')}>
      <HelpCard
        requests={desk.helpRequests}
        officer={desk.officer}
        now={props.now}
        isResting={props.isResting}
        accept={props.acceptHelp}
      />
      <PrinterAlert printers={desk.slips.printers} />
      <LanesCard desk={desk} />
      <Tabs
        className="counter-card counter-lists"
        selectedKey={list.name}
        onSelectionChange={(name) => props.openList(name as OpenListName)}
      >
        <TabList className="counter-tabs" aria-label={say('counter.list.title')}>
          {listNames.map(([key, name]) => (
            <Tab key={name} id={name} className="counter-tab">
              <KeyCap>{key}</KeyCap> {say(`counter.list.${name}`)} <strong>{countOf(desk, name)}</strong>
            </Tab>
          ))}
        </TabList>
        {ticketLists.map((name) => (
          <TabPanel key={name} id={name} className="counter-tab-panel">
            <TicketList
              key={list.asked}
              takesFocus={list.asked > 0}
              label={say(`counter.list.${name}`)}
              none={say(noneWords[name])}
              tickets={desk[name]}
              classes={desk.priorityClasses}
              now={props.now}
              pick={(ticket) => props.pick(name, ticket)}
            />
            {desk[name].length === waitingListed && name === 'waiting' && (
              <p className="counter-list-note">{say('counter.list.first', { count: waitingListed })}</p>
            )}
          </TabPanel>
        ))}
        <TabPanel id="slips" className="counter-tab-panel">
          <SlipList key={list.asked} takesFocus={list.asked > 0} slips={desk.slips} pick={props.pickSlip} />
        </TabPanel>
      </Tabs>
      {props.showsNext && <NextCard desk={desk} now={props.now} />}
    </aside>
  );
}

function countOf(desk: CounterDesk, name: OpenListName): number {
  if (name === 'slips') return desk.slips.troubles.length;
  return name === 'waiting' ? waitingTotal(desk) : desk[name].length;
}

function waitingTotal(desk: CounterDesk): number {
  return desk.lanes.reduce((sum, lane) => sum + lane.waiting, 0);
}

function LanesCard(props: { desk: CounterDesk }) {
  const say = useSay();
  const { desk } = props;
  return (
    <section className="counter-card counter-waiting">
      <h2 className="counter-waiting-head">
        <span>
          {say('counter.waitingTitle')}{' '}
          <strong>{say('counter.waitingTotal', { count: waitingTotal(desk) })}</strong>
        </span>
        <span>
          {say('counter.servedToday')} <strong>{say('counter.served', { count: desk.servedToday })}</strong>
        </span>
      </h2>
      {desk.lanes.length === 0 ? (
        <p>{say('counter.noLanes')}</p>
      ) : (
        <ul className="counter-lanes">
          {desk.lanes.map((lane) => (
            <li key={lane.letter} className={`counter-lane ${lane.isOwn ? '' : 'counter-lane-helped'}`}>
              <span className="counter-letter">{lane.letter}</span>
              <span className="counter-lane-name">{lane.name}</span>
              <small>{lane.isOwn ? '' : say('counter.helps')}</small>
              <strong className="counter-lane-count">{lane.waiting}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NextCard(props: { desk: CounterDesk; now: number }) {
  const say = useSay();
  const { next, priorityClasses } = props.desk;
  return (
    <section className="counter-card counter-next">
      <h2>{say('counter.nextTitle')}</h2>
      {next.length === 0 ? (
        <p>{say('counter.nobodyWaiting')}</p>
      ) : (
        <ol>
          {next.map((ticket) => (
            <li key={ticket.id} className="counter-next-row">
              <strong>{ticket.number}</strong>
              <span className="counter-next-purpose">
                {ticket.priority === null
                  ? purposeWords(say, ticket)
                  : `★ ${priorityWords(say, ticket.priority, priorityClasses)}`}
              </span>
              <span className="counter-age">{elapsedWords(say, ticket.issuedAt, props.now)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
