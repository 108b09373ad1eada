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
import { browserPairing } from './browser-pairing.ts';
import { PairingPage } from './parts/pairing-page.tsx';
import { takeToken } from './station-token.ts';

// Over the network a machine is enrolled once, for all its tabs and days; on the core's own machine the shell brings the
// token with every start.
const isOnNetwork = location.protocol === 'https:';
const storage = isOnNetwork ? localStorage : sessionStorage;
const token = takeToken({
  hash: location.hash,
  storage,
  clearHash: () => history.replaceState(null, '', location.pathname),
});
// A second address opened in the same window changes only the hash, and nothing would reload by itself.
addEventListener('hashchange', () => location.reload());

/** @param wasRemoved the core knew this machine once */
function withoutPlace(wasRemoved: boolean) {
  if (!isOnNetwork) return <Unregistered />;
  return <PairingPage pairing={browserPairing(storage)} wasRemoved={wasRemoved} />;
}

fillScreen();
createRoot(document.getElementById('app') ?? document.body).render(
  <StrictMode>
    <LastResort reload={() => location.reload()}>
      {token === null ? (
        withoutPlace(false)
      ) : (
        <App client={createClient(browserDeps(token))} unregistered={withoutPlace(true)} />
      )}
    </LastResort>
  </StrictMode>,
);
