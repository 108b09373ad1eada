import type { ReactNode } from 'react';
import type { Language } from '../../core/contract.ts';
import { Mark } from './mark.tsx';
import { Waves } from './waves.tsx';
import './station-pages.css';

/** Shown while there is nothing to answer with: no details, no spinner to worry over. */
export function PleaseWait(props: { language: Language }) {
  return props.language === 'vi' ? (
    <CalmPage
      title="Xin bà con chờ một chút…"
      body="Máy đang nối lại. Nếu lâu quá, xin mời bà con hỏi cán bộ ở quầy hướng dẫn."
    />
  ) : (
    <CalmPage
      title="One moment, please…"
      body="The machine is reconnecting. If it takes long, please ask at the help desk."
    />
  );
}

export function Unregistered() {
  return (
    <CalmPage
      title="Màn hình này chưa được đăng ký"
      body="Xin mở lại bằng địa chỉ do quản trị của trung tâm cấp cho màn hình này."
      aside="This screen is not registered. Please open it with the address given by the centre’s administrator."
    />
  );
}

function CalmPage(props: { title: string; body: string; aside?: string; children?: ReactNode }) {
  return (
    <main className="calm">
      <Mark className="calm-mark" />
      <h1>{props.title}</h1>
      <p className="calm-body">{props.body}</p>
      {props.aside !== undefined && (
        <p className="calm-aside" lang="en">
          {props.aside}
        </p>
      )}
      {props.children}
      <Waves className="calm-waves" />
    </main>
  );
}
