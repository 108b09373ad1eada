/**
 * A stand-in for the national portal of public services: the same way from sign-in to dossier code, with invented people,
 * and a control by which it becomes slow, fails, loses sessions or changes its mark-up.
 */
import { randomBytes, randomInt } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { applyControl, calmControl, controlSchema, type Control, type ControlChange } from './control.ts';
import { agencies, cases, dossierStates, procedures, type Draft, type Dossier } from './data.ts';
import * as pages from './pages.ts';

type Session = { drafts: Map<string, Draft>; dossiers: Dossier[] };
/** A sign-in under way: shown as a QR code, agreed to on the phone, ended by the six digits the phone shows. */
type Login = { otp: string; isAgreed: boolean };
type Fields = Record<string, string>;

export type Portal = { url: string; control(change: ControlChange): void; stop(): Promise<void> };

const code = () => randomBytes(9).toString('base64url');

export async function openPortal(port = 0): Promise<Portal> {
  const sessions = new Map<string, Session>();
  const logins = new Map<string, Login>();
  let control = calmControl;
  let filed = 0;
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 64 * 1024 });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  function change(wanted: ControlChange) {
    control = applyControl(control, wanted);
    if (wanted.dropSessions) sessions.clear();
    const moved = wanted.dossier;
    if (moved === undefined) return;
    for (const { dossiers } of sessions.values())
      for (const dossier of dossiers) if (dossier.code === moved.code) dossier.state = moved.state;
  }

  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/_control') return;
    if (control.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, control.slowMs));
    if (control.fails) await reply.code(503).type('text/html').send(pages.broken(control));
  });
  app.post('/_control', (request, reply) => {
    const wanted = controlSchema.safeParse(request.body);
    if (!wanted.success) return reply.code(400).send({ ok: false });
    change(wanted.data);
    return { ok: true };
  });

  app.get('/', (request, reply) => html(reply, pages.start(control, sessionOf(request) !== null)));
  app.get('/dang-nhap', (_request, reply) => {
    const id = code();
    logins.set(id, { otp: String(randomInt(0, 1_000_000)).padStart(6, '0'), isAgreed: false });
    return html(reply, pages.signIn(control, id, ''));
  });
  app.post('/dang-nhap', (request, reply) => {
    const { ma = '' } = fields(request);
    const login = logins.get(ma);
    if (!login) return reply.redirect('/dang-nhap');
    return login.isAgreed
      ? html(reply, pages.otp(control, ma, ''))
      : html(reply, pages.signIn(control, ma, 'Chưa thấy điện thoại xác nhận. Xin quét mã rồi bấm Đồng ý.'));
  });
  app.get('/dang-nhap/otp', (_request, reply) => reply.redirect('/dang-nhap'));
  app.post('/dang-nhap/otp', (request, reply) => {
    const { ma = '', otp = '' } = fields(request);
    const login = logins.get(ma);
    if (!login?.isAgreed) return reply.redirect('/dang-nhap');
    if (login.otp !== otp)
      return html(reply, pages.otp(control, ma, 'Mã OTP chưa đúng. Xin xem lại trên điện thoại.'));
    logins.delete(ma);
    const id = code();
    sessions.set(id, { drafts: new Map(), dossiers: [] });
    return reply
      .header('set-cookie', `phien=${id}; Path=/; HttpOnly; SameSite=Lax`)
      .redirect('/thu-tuc-hanh-chinh');
  });
  // The second page of the sign-in: what the phone shows.
  app.get<{ Params: { id: string } }>('/vneid/:id', (request, reply) => {
    const login = logins.get(request.params.id);
    return login
      ? html(reply, pages.phone(request.params.id, login.isAgreed ? login.otp : null))
      : reply.code(404).send();
  });
  app.post<{ Params: { id: string } }>('/vneid/:id', (request, reply) => {
    const login = logins.get(request.params.id);
    if (!login) return reply.code(404).send();
    login.isAgreed = true;
    return reply.redirect(`/vneid/${request.params.id}`);
  });
  app.post('/dang-xuat', (request, reply) => {
    sessions.delete(sessionId(request) ?? '');
    return reply.header('set-cookie', 'phien=; Path=/; Max-Age=0').redirect('/');
  });

  app.get('/thu-tuc-hanh-chinh', (_request, reply) => html(reply, pages.procedureList(control)));
  app.get<{ Params: { id: string } }>('/thu-tuc-hanh-chinh/:id', (request, reply) => {
    const procedure = procedures.find(({ id }) => id === request.params.id);
    return procedure ? html(reply, pages.procedure(control, procedure)) : reply.code(404).send();
  });

  signedIn(app, '/nop-ho-so', {
    get: (request, reply) => {
      const wanted = (request.query as Fields)['thu-tuc'];
      const procedure = procedures.find(({ id }) => id === wanted);
      return procedure
        ? html(reply, pages.agency(control, procedure, ''))
        : reply.redirect('/thu-tuc-hanh-chinh');
    },
    post: (request, reply, session) => {
      const { thuTuc = '', coQuan = '' } = fields(request);
      const procedure = procedures.find(({ id }) => id === thuTuc);
      if (!procedure) return reply.redirect('/thu-tuc-hanh-chinh');
      if (!agencies.includes(coQuan))
        return html(reply, pages.agency(control, procedure, 'Xin chọn cơ quan thực hiện.'));
      const id = code();
      session.drafts.set(id, { id, procedure, agency: coQuan, case: '', phone: '', papers: {}, result: '' });
      return reply.redirect(`/tao-ho-so/${id}/truong-hop`);
    },
  });
  draftPage('truong-hop', 'to-khai', pages.chooseCase, (draft, { truongHop = '' }) => {
    if (!cases.includes(truongHop)) return 'Xin chọn một trường hợp.';
    draft.case = truongHop;
    return null;
  });
  draftPage('to-khai', 'giay-to', pages.form, (draft, { dienThoai = '' }) => {
    if (!/^0\d{9}$/.test(dienThoai)) return 'Số điện thoại có 10 chữ số, bắt đầu bằng số 0.';
    draft.phone = dienThoai;
    return null;
  });
  draftPage('giay-to', 'le-phi', pages.attachments, (draft, sent) => {
    for (const [index, paper] of draft.procedure.papers.entries()) {
      const given = sent[`giayTo${index}`] ?? sent[`tep${index}`] ?? '';
      if (given === '') return `Chưa có tệp: ${paper}.`;
      draft.papers[paper] = given;
    }
    return null;
  });
  draftPage('le-phi', 'xem-lai', pages.fee, (draft, { nhan = '' }) => {
    if (nhan === '') return 'Xin chọn cách nhận kết quả.';
    draft.result = nhan;
    return null;
  });
  signedIn(app, '/tao-ho-so/:id/xem-lai', {
    get: (request, reply, session) => {
      const draft = draftOf(request, session);
      return draft ? html(reply, pages.review(control, draft, '')) : reply.redirect('/thu-tuc-hanh-chinh');
    },
    post: (request, reply, session) => {
      const draft = draftOf(request, session);
      if (!draft) return reply.redirect('/thu-tuc-hanh-chinh');
      if (fields(request)['camKet'] !== 'co')
        return html(reply, pages.review(control, draft, 'Xin đánh dấu lời cam kết.'));
      filed += 1;
      const dossier: Dossier = {
        code: `H12.32-${today()}-${String(filed).padStart(4, '0')}`,
        procedure: draft.procedure.name,
        state: dossierStates[0],
      };
      session.drafts.delete(draft.id);
      session.dossiers.push(dossier);
      return reply.redirect(`/ho-so-cong-dan/${dossier.code}`);
    },
  });
  signedIn(app, '/ho-so-cong-dan', {
    get: (_request, reply, session) => html(reply, pages.myDossiers(control, session.dossiers)),
  });
  signedIn(app, '/ho-so-cong-dan/:code', {
    get: (request, reply, session) => {
      const wanted = (request.params as Fields)['code'];
      const dossier = session.dossiers.find((one) => one.code === wanted);
      return dossier ? html(reply, pages.filed(control, dossier)) : reply.redirect('/ho-so-cong-dan');
    },
  });

  function sessionId(request: FastifyRequest): string | null {
    return /(?:^|; )phien=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
  }
  function sessionOf(request: FastifyRequest): Session | null {
    return sessions.get(sessionId(request) ?? '') ?? null;
  }

  type Answer = (request: FastifyRequest, reply: FastifyReply, session: Session) => unknown;
  function signedIn(to: FastifyInstance, path: string, answers: { get: Answer; post?: Answer }) {
    for (const method of ['get', 'post'] as const) {
      const answer = answers[method];
      if (!answer) continue;
      to[method](path, (request, reply) => {
        const session = sessionOf(request);
        return session ? answer(request, reply, session) : reply.redirect('/dang-nhap');
      });
    }
  }

  function draftPage(
    step: string,
    nextStep: string,
    page: (control: Control, draft: Draft, trouble: string) => string,
    take: (draft: Draft, sent: Fields) => string | null,
  ) {
    signedIn(app, `/tao-ho-so/:id/${step}`, {
      get: (request, reply, session) => {
        const draft = draftOf(request, session);
        return draft ? html(reply, page(control, draft, '')) : reply.redirect('/thu-tuc-hanh-chinh');
      },
      post: (request, reply, session) => {
        const draft = draftOf(request, session);
        if (!draft) return reply.redirect('/thu-tuc-hanh-chinh');
        const trouble = take(draft, fields(request));
        return trouble === null
          ? reply.redirect(`/tao-ho-so/${draft.id}/${nextStep}`)
          : html(reply, page(control, draft, trouble));
      },
    });
  }

  const url = await app.listen({ host: '127.0.0.1', port });
  return { url, control: change, stop: () => app.close() };
}

function html(reply: FastifyReply, page: string) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}

function fields(request: FastifyRequest): Fields {
  return (request.body ?? {}) as Fields;
}

function draftOf(request: FastifyRequest, session: { drafts: Map<string, Draft> }): Draft | null {
  return session.drafts.get((request.params as Fields)['id'] ?? '') ?? null;
}

function today(): string {
  return new Date().toISOString().slice(2, 10).replaceAll('-', '');
}
