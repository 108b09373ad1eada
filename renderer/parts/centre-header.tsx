import type { ReactNode } from 'react';
import type { CentreName } from '../../core/contract.ts';
import { Mark } from './mark.tsx';
import './centre-header.css';

/** The lacquer band that says whose house this is; `children` go to its end (a clock, the officer's name). */
export function CentreHeader(props: { centre: CentreName; children?: ReactNode }) {
  return (
    <header className="centre-header">
      <Mark className="centre-mark" />
      <div className="centre-names" lang="vi">
        <p className="centre-unit">{props.centre.unit}</p>
        <p className="centre-name">{props.centre.name}</p>
      </div>
      {props.children !== undefined && <div className="centre-aside">{props.children}</div>}
    </header>
  );
}
