import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareUrl, isPortalPage, mayPortalRequest, placeIn } from '../../electron/portal/portal-policy.ts';

const hosts = ['dichvucong.gov.vn', '*.dichvucong.gov.vn'];

test.each([
  ['https://dichvucong.gov.vn/', true],
  ['https://csdl.dichvucong.gov.vn/x?y=1', true],
  ['http://dichvucong.gov.vn/', false],
  ['https://dichvucong.gov.vn:8443/', false],
  ['https://xdichvucong.gov.vn/', false],
  ['https://dichvucong.gov.vn.example.com/', false],
  ['https://dichvucong.gov.vn@example.com/', false],
  ['file:///etc/hostname', false],
  ['javascript:alert(1)', false],
  ['vneid://open', false],
  ['', false],
])('%s is a page of the portal: %s', (url, expected) => {
  expect(isPortalPage(url, hosts)).toBe(expected);
});

test('pages ask their own hosts and what they made themselves, nothing else', () => {
  expect(mayPortalRequest('wss://dichvucong.gov.vn/ws', hosts)).toBe(true);
  expect(mayPortalRequest('data:image/png;base64,AAAA', hosts)).toBe(true);
  expect(mayPortalRequest('blob:https://dichvucong.gov.vn/1', hosts)).toBe(true);
  expect(mayPortalRequest('blob:https://example.com/1', hosts)).toBe(false);
  expect(mayPortalRequest('wss://example.com/ws', hosts)).toBe(false);
  expect(isPortalPage('http://127.0.0.1:4900/', ['127.0.0.1:4900'])).toBe(true);
  expect(isPortalPage('http://127.0.0.1:4901/', ['127.0.0.1:4900'])).toBe(false);
});

test('no address of another host is let through, however it is written', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      const { hostname, protocol } = new URL(url);
      const isOurs = hostname === 'dichvucong.gov.vn' || hostname.endsWith('.dichvucong.gov.vn');
      if (mayPortalRequest(url, hosts)) expect([isOurs, protocol]).toEqual([true, 'https:']);
    }),
  );
});

test('where a page is, is told without what may name somebody', () => {
  expect(bareUrl('https://dichvucong.gov.vn/ho-so?ten=Mau#so')).toBe('https://dichvucong.gov.vn/ho-so');
  expect(bareUrl('')).toBe('');
});

test('the portal stands where the view says, in either orientation', () => {
  const place = {
    landscape: { x: 0.36, y: 0.1, width: 0.64, height: 0.78 },
    portrait: { x: 0, y: 0.35, width: 1, height: 0.55 },
  };
  expect(placeIn({ width: 1920, height: 1080 }, place)).toEqual({ x: 691, y: 108, width: 1229, height: 842 });
  expect(placeIn({ width: 1080, height: 1920 }, place)).toEqual({ x: 0, y: 672, width: 1080, height: 1056 });
});
