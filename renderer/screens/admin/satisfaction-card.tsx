import { dayWords } from '../counter/date-words.ts';
import { useSay } from '../counter/staff-text.tsx';
import { FaceDrawing } from '../rating/face.tsx';
import { enoughRatings, intervalEndWords, percentWords, satisfiedCount, wilsonInterval } from './shares.ts';
import type { OverviewScreen } from './shares.ts';
import { Ratio } from './ratio.tsx';

type Ratings = OverviewScreen['ratings'];

/** How citizens answered. Every share stands beside its counts, and few ratings are called few. */
export function SatisfactionCard(props: { day: string; ratings: Ratings; asked: number }) {
  const say = useSay();
  const { ratings, asked } = props;
  const satisfied = satisfiedCount(ratings.byChoice);
  const interval = wilsonInterval(satisfied, ratings.n);
  return (
    <section className="admin-card admin-satisfaction">
      <header className="admin-card-head">
        <div>
          <h1 className="admin-card-title">{say('admin.satisfaction.title')}</h1>
          <p className="admin-scope">{say('admin.satisfaction.scope', { day: dayWords(props.day) })}</p>
        </div>
        <p className="admin-n">{say('admin.satisfaction.n', { n: ratings.n })}</p>
      </header>
      <div className="admin-answer">
        <p className="admin-label">{say('admin.satisfaction.satisfied')}</p>
        <Headline satisfied={satisfied} n={ratings.n} />
        <p className="admin-interval">
          {interval !== null &&
            say('admin.satisfaction.interval', {
              low: intervalEndWords(interval.low),
              high: intervalEndWords(interval.high),
            })}
        </p>
        {ratings.n < enoughRatings && (
          <p className="admin-few">
            {ratings.n === 0
              ? say('admin.satisfaction.none')
              : say('admin.satisfaction.fewVotes', { enough: enoughRatings })}
          </p>
        )}
      </div>
      <ul className="admin-bars" aria-label={say('admin.satisfaction.byChoice')}>
        {ratings.byChoice.map((choice) => (
          <li key={choice.id} className="admin-bar-row">
            <FaceDrawing face={choice.face} className="admin-face" />
            <span className="admin-bar-name">{choice.vi}</span>
            <span className="admin-track">
              <span
                className={`admin-bar admin-bar-${choice.face}`}
                style={{ inlineSize: ratings.n === 0 ? 0 : `${(choice.n / ratings.n) * 100}%` }}
              />
            </span>
            <span className="admin-bar-figure">
              <Ratio part={choice.n} whole={ratings.n} />
            </span>
          </li>
        ))}
      </ul>
      <dl className="admin-below">
        <div>
          <dt>{say('admin.satisfaction.responseRate')}</dt>
          <dd>
            <Ratio part={ratings.n} whole={asked} />
            <small>{say('admin.satisfaction.responseRateMeans')}</small>
          </dd>
        </div>
        <div>
          <dt>{say('admin.satisfaction.acknowledged')}</dt>
          <dd>
            <strong>
              {ratings.n === 0 ? say('ratio.noData') : say('admin.satisfaction.acknowledgedMeans', ratings)}
            </strong>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** The share is the headline only once there are enough ratings; before that the bare count is, so that "100 %" of one never is. */
function Headline(props: { satisfied: number; n: number }) {
  const say = useSay();
  const percent = percentWords(props.satisfied, props.n);
  if (percent === null) return <p className="admin-no-share">{say('ratio.noData')}</p>;
  const count = say('ratio.count', { part: props.satisfied, whole: props.n });
  const isEnough = props.n >= enoughRatings;
  return (
    <p className="admin-share">
      {isEnough ? say('ratio.percent', { percent }) : count}
      <small>{isEnough ? count : say('ratio.percent', { percent })}</small>
    </p>
  );
}
