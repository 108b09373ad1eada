import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PairingAnswer } from '../contract.ts';
import type { Result } from '../result.ts';
import type { Attempt, WrongCode } from './pairing-codes.ts';
import { codeTyped } from './pairing-proof.ts';

export type Paired = Extract<PairingAnswer, { ok: true }>;
export type Pair = (
  attempt: Attempt,
  address: string,
) => Result<Omit<Paired, 'ok'>, WrongCode | { why: 'full' }>;

const attempt = z.union([
  z.strictObject({
    code: z
      .string()
      .max(32)
      .transform((text, context) => {
        const code = codeTyped(text);
        if (code !== null) return code;
        context.addIssue('is not a code');
        return z.NEVER;
      }),
  }),
  z.strictObject({
    nonce: z.string().regex(/^[\w-]{22,64}$/),
    proof: z.string().regex(/^[\w-]{43}$/),
  }),
]);

/** Where a machine that has no token yet says its one-time code. */
export function addPairRoute(app: FastifyInstance, fingerprint: string, pair: Pair): void {
  app.get('/pair', (_request, reply) => reply.header('cache-control', 'no-store').send({ fingerprint }));
  app.post('/pair', (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const parsed = attempt.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send(answer({ ok: false, why: 'malformed' }));
    const paired = pair(parsed.data, request.ip);
    if (paired.ok) return reply.send(answer({ ok: true, ...paired.value }));
    return reply
      .code(paired.error.why === 'slow-down' ? 429 : 403)
      .send(answer({ ok: false, ...paired.error }));
  });
}

function answer(body: PairingAnswer): PairingAnswer {
  return body;
}
