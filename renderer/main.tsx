import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@fontsource/be-vietnam-pro/800.css';
import './design/tokens.css';
import './design/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { browserDeps } from './browser-deps.ts';
import { createClient } from './client.ts';
import { fillScreen } from './fill-screen.ts';
import { LastResort } from './parts/last-resort.tsx';
import { Unregistered } from './parts/station-pages.tsx';
import { takeToken } from './station-token.ts';

const token = takeToken({
  hash: location.hash,
  storage: sessionStorage,
  clearHash: () => history.replaceState(null, '', location.pathname),
});
// A second address opened in the same window changes only the hash, and nothing would reload by itself.
addEventListener('hashchange', () => location.reload());

fillScreen();
createRoot(document.getElementById('app') ?? document.body).render(
  <StrictMode>
    <LastResort reload={() => location.reload()}>
      {token === null ? <Unregistered /> : <App client={createClient(browserDeps(token))} />}
    </LastResort>
  </StrictMode>,
);
