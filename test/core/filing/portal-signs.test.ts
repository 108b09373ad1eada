import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPath, stepOfPage, type PortalRule } from '../../../core/filing/portal-signs.ts';

const rules: PortalRule[] = [
  { step: 'open', path: '/', signs: ['sign-in-button'] },
  { step: 'papers', path: '/tao-ho-so/:id/giay-to', signs: ['papers', 'go-on'] },
];
const at = (path: string, ...seen: string[]) =>
  stepOfPage(rules, { url: `https://portal.example${path}`, seen });

test('a page is known by its path and by every one of its signs', () => {
  expect(at('/', 'sign-in-button')).toBe('open');
  expect(at('/tao-ho-so/a1/giay-to', 'go-on', 'papers', 'another')).toBe('papers');
});

test.each([
  ['a sign is missing', '/tao-ho-so/a1/giay-to', ['papers']],
  ['it stands elsewhere', '/tao-ho-so/a1/to-khai', ['papers', 'go-on']],
  ['the path goes on', '/tao-ho-so/a1/giay-to/2', ['papers', 'go-on']],
  ['a part of the path is empty', '/tao-ho-so//giay-to', ['papers', 'go-on']],
])('a page is not known when %s', (_why, path, signs) => {
  expect(at(path, ...signs)).toBeNull();
});

test('a page that two steps claim is known as neither', () => {
  const both: PortalRule[] = [...rules, { step: 'another', path: '/', signs: ['sign-in-button'] }];
  expect(stepOfPage(both, { url: 'https://portal.example/', seen: ['sign-in-button'] })).toBeNull();
});

test('whatever signs are taken away from a page, it is its own step or none, never another one', () => {
  const every = rules.flatMap(({ signs }) => signs);
  fc.assert(
    fc.property(fc.constantFrom(...rules), fc.subarray(every), fc.string(), (rule, seen, id) => {
      const url = `https://portal.example${rule.path.replace(':id', encodeURIComponent(id))}`;
      expect([rule.step, null]).toContain(stepOfPage(rules, { url, seen }));
    }),
  );
});

test('what is no address belongs to no step', () => {
  expect(stepOfPage(rules, { url: 'about:blank', seen: ['sign-in-button'] })).toBeNull();
  expect(stepOfPage(rules, { url: '', seen: [] })).toBeNull();
  expect(matchesPath('/:a', '/')).toBe(false);
});
